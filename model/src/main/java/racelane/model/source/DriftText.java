package racelane.model.source;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads drifts as people type them: {@code +12 ppm}, {@code -0.5ppm}. Exact; any thread. */
public final class DriftText {
    private static final Pattern FORM = Pattern.compile("([+-]?\\d{1,6}(?:\\.\\d{1,6})?) ?(?:ppm)?");

    private DriftText() {}

    /**
     * Returns the drift in millionths of a ppm.
     *
     * @throws IllegalArgumentException with one line for people when {@code text} is none, or more than a clock has
     */
    public static long parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no drift; write one like +12ppm or -0.5ppm");
        }
        long drift = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(ClockMapping.PPM))
                .longValueExact();
        return new ClockMapping(0, drift, 0).drift();
    }
}
