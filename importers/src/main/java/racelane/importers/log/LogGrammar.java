package racelane.importers.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.LogClock;

/**
 * One log format, as its resource file says it.
 *
 * @param name the format in words a person knows
 * @param shape how its lines are built
 * @param weight how much a matching line says, 0 to 1; a format that takes anything says little
 * @param lines layouts of the lines that start an entry, the best first
 * @param otherwise makeshift layouts for lines that none of {@code lines} takes
 * @param follow layout of the line that belongs to the entry above and names its thread; null when there is none
 * @param marks words that a structured line must hold to be of this format
 * @param fields for structured lines: the slot of a field by its path, in order of preference
 */
record LogGrammar(
        String name,
        Shape shape,
        double weight,
        List<String> lines,
        List<String> otherwise,
        @Nullable String follow,
        List<String> marks,
        Map<String, List<String>> fields) {
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
        return switch (shape) {
            case JSON -> new JsonMatcher(this, slots);
            case LOGFMT -> new LogfmtMatcher(this, slots);
            case TEXT -> {
                List<LinePattern> patterns = new ArrayList<>();
                lines.forEach(line -> patterns.add(PatternParser.parse(line, slots, idle)));
                otherwise.forEach(line -> patterns.add(PatternParser.parse(line, slots, idle)));
                yield new TextMatcher(patterns, lines.size(), weight);
            }
        };
    }

    /** Makes the pattern of the line that follows, or null. */
    @Nullable
    LinePattern followPattern(Slots slots, LogClock idle) {
        return follow == null ? null : PatternParser.parse(follow, slots, idle);
    }
}
