package racelane.importers.log;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.LogClock;
import racelane.model.format.FormatFault;
import racelane.model.format.FormatFile;
import racelane.model.source.LanesBy;

/**
 * Reads format files: lines of {@code word: value}; a line that starts with {@code #} is a comment. {@code docs/formats.md} says
 * what each word means. Finds every fault, not only the first. One use; one thread.
 */
final class GrammarReader {
    private static final String WORDS =
            "name, line, else, regex, time, lanes, level, duration, shape, field, mark, follow, weight";

    private final GrammarParts parts;
    private final boolean own;
    private final List<FormatFault> faults = new ArrayList<>();
    private int number;

    /**
     * What came of a file.
     *
     * @param grammar the format; null when there are faults
     * @param faults what is wrong, from top to bottom
     */
    record Result(@Nullable LogGrammar grammar, List<FormatFault> faults) {}

    /** Returns the words that a line of a format file may begin with. */
    static List<String> words() {
        return List.of(WORDS.split(", "));
    }

    private GrammarReader(String origin, boolean own) {
        this.own = own;
        parts = new GrammarParts(origin);
    }

    /** Reads a grammar that is part of the program. */
    static Result builtIn(String text) {
        return new GrammarReader("", false).read(text);
    }

    /** Reads a format of the user's; it is held to more than a built-in one. */
    static Result own(FormatFile file) {
        if (!file.unreadable().isEmpty()) {
            return new Result(null, List.of(new FormatFault(1, 1, 1, "it cannot be read: " + file.unreadable())));
        }
        return new GrammarReader(file.origin(), true).read(file.text());
    }

    private Result read(String text) {
        for (String line : text.lines().toList()) {
            number++;
            String plain = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (!plain.isBlank() && !plain.startsWith("#")) {
                clause(plain);
            }
        }
        whole();
        if (faults.isEmpty()) {
            return new Result(own ? parts.own() : parts.builtIn(), List.of());
        }
        faults.sort(java.util.Comparator.comparingInt(FormatFault::line).thenComparingInt(FormatFault::column));
        return new Result(null, List.copyOf(faults));
    }

    /** Takes one line of the file. */
    private void clause(String line) {
        int colon = line.indexOf(':');
        String word = colon < 0 ? "" : line.substring(0, colon);
        if (colon < 0 || !word.matches("[a-z]+")) {
            fault(1, line.length(), "not 'word: value'; the words are " + WORDS);
            return;
        }
        int start = colon + 1;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        String value = start > colon + 2 && layout(word) ? line.substring(colon + 2) : line.substring(start);
        int column = line.length() - value.length() + 1;
        if (value.isBlank()) {
            fault(1, line.length(), "'" + word + ":' says nothing: write a value behind it or take the line out");
            return;
        }
        try {
            take(word, value);
        } catch (LayoutFault e) {
            fault(column + e.at(), e.length(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            fault(column, value.length(), String.valueOf(e.getMessage()));
        }
    }

    /** Tells whether blanks at the start of the value count. */
    private static boolean layout(String word) {
        return word.equals("line") || word.equals("else") || word.equals("follow");
    }

    private void take(String word, String value) {
        switch (word) {
            case "name" -> parts.name = value.strip();
            case "shape" -> parts.shape = shape(value.strip());
            case "weight" -> parts.weight = weight(value.strip());
            case "line" -> parts.line(number, layout(value, true));
            case "else" -> parts.otherwise(number, layout(value, true));
            case "container" -> parts.container = value.strip().equals("yes"); // its lines hold those of other programs
            case "follow" -> parts.follow = layout(value, false);
            case "mark" -> parts.marks.add(value);
            case "field" -> field(value);
            case "regex" -> regex(value);
            case "time" -> parts.times.add(time(value.strip()));
            case "lanes" -> parts.lanesBy = lanes(value.strip());
            case "level" -> level(value);
            case "duration" -> parts.durationUnit = unit(value.strip());
            default -> {
                faults.add(new FormatFault(
                        number, 1, word.length(), "unknown word '" + word + "': the words are " + WORDS));
            }
        }
    }

    private String layout(String value, boolean timed) {
        PatternParser.parse(value, new Slots(), new LogClock(ZoneOffset.UTC, null, 0));
        if (own && timed && !value.contains("{time:") && !value.contains("{time}")) {
            throw new IllegalArgumentException("it names no time: write {time} where the timestamp stands, or"
                    + " {time:order} at the start when lines have none");
        }
        return value;
    }

    private void regex(String value) {
        NamedRegex regex = NamedRegex.compile(value);
        if (regex.groups().isEmpty()) {
            throw new LayoutFault(
                    0, value.length(), "it has no named group: write (?<time>…), (?<thread>…), (?<message>…)");
        }
        parts.regex(number, regex);
    }

    private static LogGrammar.Shape shape(String value) {
        try {
            return LogGrammar.Shape.named(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + value + "' is no shape: write text, json or logfmt", e);
        }
    }

    private static double weight(String value) {
        try {
            double weight = Double.parseDouble(value);
            if (weight > 0 && weight <= 1) {
                return weight;
            }
        } catch (NumberFormatException e) { // told below
        }
        throw new IllegalArgumentException("'" + value + "' is no weight: write a number above 0, at most 1");
    }

    private static String time(String value) {
        TimeForms.named(value);
        return value;
    }

    private static LanesBy lanes(String value) {
        Optional<LanesBy> rule = LanesBy.named(value);
        return rule.orElseThrow(() -> new IllegalArgumentException(
                "'" + value + "' is no lane rule: write auto, thread, request, logger, process, operation or one"));
    }

    private static String unit(String value) {
        if (OwnMatcher.unitSlot(value) < 0) {
            throw new IllegalArgumentException("'" + value + "' is no unit of a duration: write ns, us, ms or s");
        }
        return value;
    }

    private void field(String value) {
        String[] sides = value.split(" = ", 2);
        if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
            throw new IllegalArgumentException(
                    "not 'field: FIELD = path path …', such as field: thread = tid thread.name");
        }
        parts.fields.put(sides[0].strip(), List.of(sides[1].strip().split(" +")));
    }

    private void level(String value) {
        String[] sides = value.split(" = ", 2);
        if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
            throw new IllegalArgumentException("not 'level: LEVEL = word word …', such as level: error = E ERR");
        }
        for (String word : sides[1].strip().split(" +")) {
            parts.levels.put(word, sides[0].strip().toUpperCase(Locale.ROOT));
        }
    }

    /** Finds what is wrong with the file as a whole. */
    private void whole() {
        if (parts.name.isEmpty()) {
            faults.add(new FormatFault(1, 1, 1, "it has no name: write name: My format"));
        }
        if (!own) {
            return;
        }
        boolean text = parts.shape == LogGrammar.Shape.TEXT;
        if (text && parts.layouts() == 0 && faults.isEmpty()) {
            faults.add(new FormatFault(
                    Math.max(1, number), 1, 1, "it has no layout: write line: {time} {message} or regex: (?<time>…)"));
        }
        if (!text && !parts.fields.containsKey("time") && faults.isEmpty()) {
            faults.add(new FormatFault(
                    Math.max(1, number), 1, 1, "no field is the time: write field: time = ts, with the field's name"));
        }
        faults.addAll(parts.untimed());
    }

    private void fault(int column, int length, String message) {
        faults.add(new FormatFault(number, column, Math.max(1, length), message));
    }
}
