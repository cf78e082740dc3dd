package racelane.app.sources;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads clock offsets as people type them: {@code +3.2 ms}, {@code -800us}. */
public final class OffsetText {
    private static final Pattern FORM = Pattern.compile("([+-]?\\d{1,9}(?:\\.\\d{1,9})?) ?(ns|us|µs|ms|s|min|h)");

    private OffsetText() {}

    /**
     * Returns the offset in ns.
     *
     * @throws IllegalArgumentException with one line for people when {@code text} is none
     */
    public static long parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no offset; write one like +3.2 ms or -800 us");
        }
        long unit = switch (matcher.group(2)) {
            case "ns" -> 1L;
            case "us", "µs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "min" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
        try {
            return new BigDecimal(matcher.group(1))
                    .multiply(BigDecimal.valueOf(unit))
                    .toBigInteger()
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is longer than 290 years", e);
        }
    }
}
