package racelane.importers.tracejson;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Reads decimal numbers as they are written into whole units, never through a double: µs into ns, s into ns. One thread at a time. */
final class Decimal {
    /** The answer for a text that is no number or does not fit. */
    static final long NONE = Long.MIN_VALUE;

    private static final long[] POWER = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private final int digits;
    private int mostFractionDigits;
    private boolean exact;

    /**
     * Creates a reader.
     *
     * @param digits how many digits the unit read has after the point in units given back: 3 from µs to ns
     */
    Decimal(int digits) {
        this.digits = digits;
    }

    /** Returns {@code text} in ns, digits beyond cut off; {@link #NONE} when it is no number or overflows. */
    long read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return read(bytes, 0, bytes.length);
    }

    /** Tells whether the number read last had no digits beyond those given back. */
    boolean exact() {
        return exact;
    }

    /** Returns the resolution of what was read so far, in the unit given back: 1 when all digits were used. */
    long tick() {
        return POWER[digits - Math.min(digits, mostFractionDigits)];
    }

    /** Returns the text of {@code [from, end)} in ns, digits beyond cut off; {@link #NONE} when it is no number or overflows. */
    long read(byte[] chars, int from, int end) {
        int at = from;
        boolean negative = end > from && chars[at] == '-';
        if (negative) {
            at++;
        }
        long value = 0;
        int whole = at;
        while (at < end && isDigit(chars[at])) {
            value = value * 10 + (chars[at++] - '0');
        }
        int wholeDigits = at - whole;
        int fraction = 0;
        exact = true;
        if (at < end && chars[at] == '.') {
            at++;
            while (at < end && isDigit(chars[at])) {
                if (fraction < digits) {
                    value = value * 10 + (chars[at] - '0');
                    fraction++;
                } else {
                    exact &= chars[at] == '0';
                }
                at++;
            }
        }
        boolean fits = wholeDigits + digits <= 19 && value >= 0 && value <= Long.MAX_VALUE / POWER[digits - fraction];
        if (at < end || wholeDigits == 0 || !fits) {
            return slow(new String(chars, from, end - from, StandardCharsets.UTF_8));
        }
        mostFractionDigits = Math.max(mostFractionDigits, fraction);
        value *= POWER[digits - fraction];
        return negative ? -value : value;
    }

    /** Exponents, and numbers near the limits. */
    private long slow(String text) {
        try {
            BigDecimal value = new BigDecimal(text.strip());
            exact = value.signum() == 0;
            if (value.precision() - (long) value.scale() > 20 || value.scale() > 400) {
                return value.signum() == 0 || value.scale() > 400 ? 0 : NONE;
            }
            BigDecimal moved = value.movePointRight(digits);
            BigDecimal whole = moved.setScale(0, RoundingMode.DOWN);
            exact = moved.compareTo(whole) == 0;
            long units = whole.longValueExact();
            mostFractionDigits = Math.max(mostFractionDigits, Math.clamp(value.scale(), 0, digits));
            return units;
        } catch (ArithmeticException | NumberFormatException e) {
            return NONE;
        }
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
