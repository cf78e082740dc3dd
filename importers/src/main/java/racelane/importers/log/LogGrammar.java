package racelane.importers.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.LogClock;
import racelane.importers.io.TimeForm;

/**
 * One log format, as its file says it.
 *
 * @param name the format in words a person knows
 * @param shape how its lines are built
 * @param weight how much a matching line says, 0 to 1; a format that takes anything says little
 * @param lines layouts of the lines that start an entry, the best first
 * @param otherwise makeshift layouts for lines that none of {@code lines} takes
 * @param follow layout of the line that belongs to the entry above and names its thread; null when there is none
 * @param marks words that a structured line must hold to be of this format
 * @param fields for structured lines: the slot of a field by its path, in order of preference
 * @param own what the format says besides
 * @param container whether its messages are the lines of other programs, which may be logs themselves
 * @param inner the format of those; null when they have none
 */
record LogGrammar(
        String name,
        Shape shape,
        double weight,
        List<String> lines,
        List<String> otherwise,
        @Nullable String follow,
        List<String> marks,
        Map<String, List<String>> fields,
        OwnRules own,
        boolean container,
        @Nullable LogGrammar inner) {
    /** How the lines of a format are built. */
    enum Shape {
        /** Text in a layout. */
        TEXT,
        /** One JSON object a line. */
        JSON,
        /** {@code name=value} pairs. */
        LOGFMT;

        static Shape named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** Makes a matcher of one's own; {@code slots} takes the attributes it names. */
    LineMatcher matcher(Slots slots, LogClock idle) {
        LineMatcher plain = plainMatcher(slots, idle);
        if (container) {
            return new ContainerMatcher(plain, inner == null ? null : inner.matcher(slots, idle), slots);
        }
        return own.finishes() ? new OwnMatcher(plain, own, slots) : plain;
    }

    /** Returns this format, its messages read by another. */
    LogGrammar holding(LogGrammar held) {
        return new LogGrammar(
                name + " holding " + held.name,
                shape,
                weight,
                lines,
                otherwise,
                follow,
                marks,
                fields,
                own,
                container,
                held);
    }

    /** Makes a matcher that leaves every field as it stands on the line. */
    LineMatcher plainMatcher(Slots slots, LogClock idle) {
        return switch (shape) {
            case JSON -> new JsonMatcher(this, slots);
            case LOGFMT -> new LogfmtMatcher(this, slots);
            case TEXT -> own.regexes().isEmpty() ? layouts(slots, idle) : expressions(slots, idle);
        };
    }

    private LineMatcher layouts(Slots slots, LogClock idle) {
        List<LinePattern> patterns = new ArrayList<>();
        Map<String, TimeForm> forms = new HashMap<>();
        lines.forEach(line -> patterns.add(PatternParser.parse(line, slots, idle, forms)));
        otherwise.forEach(line -> patterns.add(PatternParser.parse(line, slots, idle, forms)));
        return new TextMatcher(patterns, lines.size(), weight);
    }

    private LineMatcher expressions(Slots slots, LogClock idle) {
        RegexDeadline deadline = new RegexDeadline(System::nanoTime);
        List<String> texts = new ArrayList<>(lines);
        texts.addAll(otherwise);
        List<LineMatcher> layouts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            RegexLayout regex = own.regexes().get(i);
            layouts.add(
                    regex != null
                            ? new RegexPattern(regex, slots, deadline)
                            : new TextMatcher(List.of(PatternParser.parse(texts.get(i), slots, idle)), 1, weight));
        }
        return new RegexMatcher(layouts, weight);
    }

    /** Makes the pattern of the line that follows, or null. */
    @Nullable
    LinePattern followPattern(Slots slots, LogClock idle) {
        return follow == null ? null : PatternParser.parse(follow, slots, idle);
    }
}
