package racelane.model.investigation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a quoted line without its times, so that the same entry is known again in another export. */
final class AnchorText {
    /** A date with a time, a time of day, or an epoch of 10, 13, 16 or 19 digits. Every part is possessive: no line makes it slow. */
    private static final Pattern TIME =
            Pattern.compile("\\d{4}[-/]\\d\\d[-/]\\d\\d(?:[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9}+)?+)?+"
                    + "(?:Z|[+-]\\d\\d:?+\\d\\d)?+"
                    + "|\\b\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9}+)?+"
                    + "|\\b\\d{10}(?:\\d{3}){0,3}+(?:\\.\\d{1,9}+)?+\\b");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");
    /** More of a line does not make it better known. */
    private static final int LONGEST = 2000;

    private final String whole;
    private final Map<String, Integer> words = new HashMap<>();

    AnchorText(String text) {
        whole = text.strip();
        String start = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        Matcher matcher = WORD.matcher(TIME.matcher(start).replaceAll(" "));
        while (matcher.find()) {
            words.merge(matcher.group().toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
    }

    /** Tells whether it is the very same line, times and all. */
    boolean same(AnchorText other) {
        return whole.equals(other.whole);
    }

    /** Tells whether both say the same beside their times. */
    boolean saysTheSame(AnchorText other) {
        return words.equals(other.words);
    }

    /** Tells whether {@code other} says all that this says, and maybe more: the fields that another format adds. */
    boolean isSaidBy(AnchorText other) {
        List<String> missing = new ArrayList<>();
        words.forEach((word, count) -> {
            if (other.words.getOrDefault(word, 0) < count) {
                missing.add(word);
            }
        });
        return missing.isEmpty() && !words.isEmpty();
    }
}
