package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import racelane.model.format.FieldMark;

/**
 * Guesses what the parts of a line are: a known timestamp, then what stands in brackets, between bars or alone before the message
 * begins. One use; one thread. Positions are characters; a line is looked at as far as {@value #LOOK}.
 */
final class LayoutGuess {
    private static final int LOOK = 400;
    private static final int TIME_WITHIN = 80;
    private static final Set<String> THREAD_NAMES =
            Set.of("thread", "tid", "threadname", "thread_name", "thread_id", "worker", "goroutine");
    private static final Pattern THREAD_LIKE = Pattern.compile("[A-Za-z][\\w./#@-]*[-#]\\d+");
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_$][\\w$]*(?:(?:\\.|::|/)[\\w$]+)+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final String line;
    private final List<FieldMark> marks = new ArrayList<>();
    private boolean barred;

    LayoutGuess(String line) {
        this.line = line.length() > LOOK ? line.substring(0, LOOK) : line;
    }

    /** Tells whether a line begins as entries do: with a timestamp, perhaps within brackets or behind a level. */
    static boolean startsTimed(String line) {
        return !line.isEmpty()
                && !Character.isWhitespace(line.charAt(0))
                && new LayoutGuess(line).time().filter(mark -> mark.from() < 24).isPresent();
    }

    /** Returns the parts from left to right; none when there is nothing that is known. */
    List<FieldMark> marks() {
        Optional<FieldMark> time = time();
        barred = line.indexOf(" | ") >= 0;
        time.ifPresent(marks::add);
        time.ifPresent(mark -> scan(0, mark.from(), false));
        int from = time.map(FieldMark::to).orElse(0);
        int message = scan(from, line.length(), true);
        if (message < line.length()) {
            marks.add(new FieldMark(message, line.length(), FieldMark.MESSAGE));
        }
        marks.sort(java.util.Comparator.comparingInt(FieldMark::from));
        return List.copyOf(marks);
    }

    private Optional<FieldMark> time() {
        int last = Math.min(TIME_WITHIN, line.length());
        for (int at = 0; at < last; at++) {
            char c = line.charAt(at);
            boolean starts = at == 0
                    || !(Character.isLetterOrDigit(line.charAt(at - 1)) || ".,".indexOf(line.charAt(at - 1)) >= 0);
            if (starts && Character.isLetterOrDigit(c)) {
                byte[] bytes = line.substring(at).getBytes(StandardCharsets.UTF_8);
                Optional<TimeForms.Found> found = TimeForms.longest(bytes, 0, bytes.length);
                if (found.isPresent() && !found.get().form().equals("seconds")) {
                    int length = new String(bytes, 0, found.get().end(), StandardCharsets.UTF_8)
                            .stripTrailing()
                            .length();
                    return Optional.of(new FieldMark(at, at + length, FieldMark.TIME));
                }
            }
        }
        return Optional.empty();
    }

    /** Marks what stands between two places; returns where the message begins. */
    private int scan(int from, int to, boolean message) {
        int at = from;
        int kept = from;
        while (at < to) {
            at = blanks(at, to);
            int end = wordEnd(at, to);
            if (end == at) {
                break;
            }
            if (isSeparator(at, end)) {
                at = end;
                kept = end;
            } else if (isNumber(at, end) && message) {
                at = end; // a number belongs before the message only when something known follows
            } else if (token(at, end)) {
                at = end;
                kept = end;
            } else if (message && !barred) {
                break;
            } else {
                at = end;
                if (barred && has("level") && has("thread")) {
                    break;
                }
            }
        }
        return behindSeparators(Math.min(kept, to), to);
    }

    private int behindSeparators(int from, int to) {
        int at = blanks(from, to);
        while (at < to
                && ":-|>]),".indexOf(line.charAt(at)) >= 0
                && (at + 1 == to || Character.isWhitespace(line.charAt(at + 1)))) {
            at = blanks(at + 1, to);
        }
        return at;
    }

    private boolean isSeparator(int from, int end) {
        for (int i = from; i < end; i++) {
            if (Character.isLetterOrDigit(line.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isNumber(int from, int end) {
        return NUMBER.matcher(line).region(from, end).matches();
    }

    /** Marks one word; tells whether it is known. */
    private boolean token(int from, int end) {
        char first = line.charAt(from);
        int close = "[(<".indexOf(first);
        if (close >= 0) {
            int to = line.lastIndexOf("])>".charAt(close), end - 1);
            return to > from && bracketed(from + 1, to);
        }
        int stop = end;
        while (stop > from + 1 && ":,;]".indexOf(line.charAt(stop - 1)) >= 0) {
            stop--;
        }
        int equals = line.indexOf('=', from);
        if (equals > from && equals < stop - 1) {
            String name = line.substring(from, equals).toLowerCase(Locale.ROOT);
            return THREAD_NAMES.contains(name) && mark(equals + 1, stop, "thread");
        }
        if (isLevel(from, stop)) {
            return mark(from, stop, "level");
        }
        if (THREAD_LIKE.matcher(line).region(from, stop).matches()) {
            return mark(from, stop, "thread");
        }
        if (DOTTED.matcher(line).region(from, stop).matches()) {
            return mark(from, stop, "logger");
        }
        return barred && (mark(from, stop, "thread") || mark(from, stop, "logger"));
    }

    /** Marks what stands within brackets. */
    private boolean bracketed(int from, int to) {
        int start = blanks(from, to);
        int end = to;
        while (end > start && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        if (start == end || line.substring(start, end).isBlank()) {
            return true;
        }
        if (isLevel(start, end)) {
            return mark(start, end, "level");
        }
        int equals = line.indexOf('=', start);
        if (equals > start && equals < end) {
            String name = line.substring(start, equals).toLowerCase(Locale.ROOT);
            return !THREAD_NAMES.contains(name) || mark(equals + 1, end, "thread");
        }
        boolean logger =
                has("thread") || DOTTED.matcher(line).region(start, end).matches();
        if (logger && !has("logger")) {
            return mark(start, end, "logger");
        }
        return has("thread") || mark(start, end, "thread");
    }

    private boolean isLevel(int from, int to) {
        byte[] word = line.substring(from, to).getBytes(StandardCharsets.UTF_8);
        for (byte b : word) {
            if (!ByteSet.LEVEL.has(b)) {
                return false;
            }
        }
        return word.length > 2 && ByteSet.LEVEL.accepts(word, 0, word.length) && !has("level");
    }

    private boolean has(String field) {
        return marks.stream().anyMatch(mark -> mark.field().equals(field));
    }

    private boolean mark(int from, int to, String field) {
        if (has(field) || from >= to) {
            return false;
        }
        marks.add(new FieldMark(from, to, field));
        return true;
    }

    private int blanks(int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns where a word ends; what stands in square brackets is one, blanks and all. */
    private int wordEnd(int from, int to) {
        if (from < to && line.charAt(from) == '[') {
            int close = line.indexOf(']', from);
            if (close > 0 && close < to) {
                return close + 1;
            }
        }
        int at = from;
        while (at < to && !Character.isWhitespace(line.charAt(at)) && !(line.charAt(at) == '[' && at > from)) {
            at++;
        }
        return at;
    }
}
