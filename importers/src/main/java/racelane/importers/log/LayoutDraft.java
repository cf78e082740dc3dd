package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import racelane.importers.io.LogClock;
import racelane.importers.io.TimeForm;
import racelane.model.format.FieldMark;
import racelane.model.format.FormatDraft;

/**
 * Makes a layout of a sample line whose parts are marked. What stands between the marks is taken literally, but for words with
 * digits in them, which change from line to line; whether other words change is asked of the log's other lines. One use.
 */
final class LayoutDraft {
    private static final int MAX_TRIES = 24;

    private final String sample;
    private final List<String> lines;
    private final List<Piece> pieces = new ArrayList<>();
    private int unkept;

    /** A part of a layout: text and what to write for it, and whether it may be of either kind. */
    private record Piece(String literal, String variable, boolean changes, boolean open) {
        String text() {
            return changes ? variable : literal;
        }

        Piece changing(boolean now) {
            return new Piece(literal, variable, now, open);
        }
    }

    LayoutDraft(String sample, List<String> lines) {
        this.sample = sample;
        this.lines = lines;
    }

    FormatDraft of(List<FieldMark> wanted) {
        List<FieldMark> marks = new ArrayList<>();
        wanted.forEach(mark -> marks.add(trimmed(mark)));
        marks.sort(Comparator.comparingInt(FieldMark::from));
        for (int i = 0; i < marks.size(); i++) {
            FieldMark mark = marks.get(i);
            boolean outside = mark.from() < 0 || mark.to() > sample.length() || mark.from() >= mark.to();
            if (outside || (i > 0 && marks.get(i - 1).touches(mark))) {
                return new FormatDraft("", marks, "two fields share a part of the line: mark each part once");
            }
        }
        List<String> forms = forms(marks);
        String best = "";
        int most = -1;
        for (String form : forms) {
            build(marks, form);
            int entries = settle();
            if (entries > most) {
                most = entries;
                best = layout();
            }
        }
        return new FormatDraft(best, marks, problem(marks, forms, best));
    }

    /** Returns the mark of a message without what only separates it from the field before. */
    private FieldMark trimmed(FieldMark mark) {
        boolean message = mark.field().equals(FieldMark.MESSAGE) && mark.from() > 0 && mark.to() <= sample.length();
        int from = message ? behindSeparators(mark.from(), mark.to()) : mark.from();
        return from < mark.to() ? new FieldMark(from, mark.to(), mark.field()) : mark;
    }

    /** Returns where words begin behind blanks and marks such as {@code -}, {@code :} and {@code ]} that a blank follows. */
    private int behindSeparators(int from, int to) {
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && isSeparator(sample.charAt(end))) {
                end++;
            }
            boolean closed = end == to || Character.isWhitespace(sample.charAt(end));
            if (end == at && closed) {
                at++;
            } else if (end > at && closed) {
                at = end;
            } else {
                return at;
            }
        }
        return at;
    }

    private static boolean isSeparator(char c) {
        return !Character.isLetterOrDigit(c) && !Character.isWhitespace(c) && "\"'([{<_$".indexOf(c) < 0;
    }

    private static String problem(List<FieldMark> marks, List<String> forms, String layout) {
        if (marks.stream().noneMatch(mark -> mark.field().equals(FieldMark.TIME))) {
            return "no part is the time: lines are placed by their order; mark the timestamp";
        }
        if (forms.equals(List.of(TimeForms.AUTO))) {
            return "no known form reads this timestamp: write its pattern in {time:…}, such as dd.MM.yyyy HH:mm:ss[.f]";
        }
        return layout.isEmpty() ? "no layout fits this line" : "";
    }

    /** Returns the forms that read the timestamp as it is marked. */
    private List<String> forms(List<FieldMark> marks) {
        for (FieldMark mark : marks) {
            if (mark.field().equals(FieldMark.TIME)) {
                byte[] text = sample.substring(mark.from(), mark.to()).getBytes(StandardCharsets.UTF_8);
                List<String> fit = new ArrayList<>();
                for (String name : TimeForms.KNOWN) {
                    int end = TimeForm.named(name).read(text, 0, text.length, new LogClock(ZoneOffset.UTC, null, 0));
                    if (end == text.length) {
                        fit.add(name);
                    }
                }
                return fit.isEmpty() ? List.of(TimeForms.AUTO) : fit.size() > 3 ? fit.subList(0, 3) : fit;
            }
        }
        return List.of(TimeForms.ORDER);
    }

    private void build(List<FieldMark> marks, String form) {
        pieces.clear();
        unkept = 0;
        if (form.equals(TimeForms.ORDER)) {
            fixed("{time:order}");
        }
        int at = 0;
        for (FieldMark mark : marks) {
            gap(at, mark.from());
            fixed(field(mark, form));
            at = mark.to();
        }
        boolean message = marks.stream().anyMatch(mark -> mark.field().equals(FieldMark.MESSAGE));
        if (message || sample.substring(at).isBlank()) {
            gap(at, sample.stripTrailing().length());
        } else {
            int start = behindSeparators(at, sample.length());
            gap(at, start);
            fixed(start < sample.length() ? "{message}" : "");
        }
    }

    private void fixed(String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, text, false, false));
        }
    }

    private String field(FieldMark mark, String form) {
        if (mark.field().equals(FieldMark.TIME)) {
            return form.equals(TimeForms.AUTO) ? "{time}" : "{time:" + form + "}";
        }
        String value = sample.substring(mark.from(), mark.to());
        if (mark.field().equals(FieldMark.MESSAGE)) {
            return "{message}";
        }
        if (mark.field().equals("level")) {
            return isLevel(value) ? "{level}" : value.length() == 1 ? "{level:letter}" : "{level:word}";
        }
        boolean blankBehind = mark.to() >= sample.length() || Character.isWhitespace(sample.charAt(mark.to()));
        boolean word = blankBehind && value.chars().noneMatch(Character::isWhitespace);
        return "{" + mark.field() + (word ? ":word}" : "}");
    }

    private static boolean isLevel(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            if (!ByteSet.LEVEL.has(b)) {
                return false;
            }
        }
        return ByteSet.LEVEL.accepts(bytes, 0, bytes.length);
    }

    /** Takes what stands between two marks, piece by piece: blanks, words, and what is neither. */
    private void gap(int from, int to) {
        int at = from;
        while (at < to) {
            int kind = kind(sample.charAt(at));
            int end = at + 1;
            while (end < to && kind(sample.charAt(end)) == kind) {
                end++;
            }
            if (kind == 0) {
                fixed(blanks(at, end));
            } else if (kind == 1) {
                String word = sample.substring(at, end);
                boolean digits = word.chars().anyMatch(Character::isDigit);
                pieces.add(new Piece(escaped(word), "{_" + ++unkept + ":word}", digits, !digits));
            } else {
                fixed(escaped(sample.substring(at, end)));
            }
            at = end;
        }
    }

    private static int kind(char c) {
        return Character.isWhitespace(c) ? 0 : Character.isLetterOrDigit(c) || c == '_' ? 1 : 2;
    }

    /** Writes blanks: those that only pad may be missing. */
    private String blanks(int from, int to) {
        boolean first = from == 0 || "[(<".indexOf(sample.charAt(from - 1)) >= 0;
        boolean last = to < sample.length() && "])>".indexOf(sample.charAt(to)) >= 0;
        return first || last ? "{_}" : " ";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("{", "\\{").replace("?}", "\\?}");
    }

    /** Lets words change where more lines fit then; returns how many fit. */
    private int settle() {
        int most = entries();
        int tries = 0;
        for (int i = 0; i < pieces.size() && tries < MAX_TRIES; i++) {
            Piece piece = pieces.get(i);
            if (piece.open()) {
                tries++;
                pieces.set(i, piece.changing(true));
                int now = entries();
                if (now > most) {
                    most = now;
                } else {
                    pieces.set(i, piece);
                }
            }
        }
        return most;
    }

    private String layout() {
        StringBuilder layout = new StringBuilder();
        pieces.forEach(piece -> layout.append(piece.text()));
        return layout.toString();
    }

    private int entries() {
        LogClock clock = new LogClock(ZoneOffset.UTC, null, 0);
        LinePattern pattern;
        try {
            pattern = PatternParser.parse(layout(), new Slots(), clock);
        } catch (LayoutFault e) {
            return -1; // a field's name that cannot stand in a layout
        }
        LineFields fields = new LineFields();
        int entries = 0;
        for (String line : lines.isEmpty() ? List.of(sample) : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            fields.clear();
            entries += pattern.match(bytes, 0, bytes.length, fields, clock) == LineMatcher.YES ? 1 : 0;
        }
        return entries;
    }
}
