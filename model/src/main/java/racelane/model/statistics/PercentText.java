package racelane.model.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes shares and probabilities as people read them, the same in every locale. Stateless; any thread. */
public final class PercentText {
    private static final double SMALLEST = 1e-6;

    private PercentText() {}

    /** Returns a share as {@code 8 %}, {@code 15.2 %}, {@code 0.30 %}: one digit behind the point, two that count below 1 %. */
    public static String of(double share) {
        return number(share) + " %";
    }

    /** Returns a share in percent without the sign. */
    public static String number(double share) {
        double percent = share * 100;
        if (percent <= 0) {
            return "0";
        }
        if (percent < 0.95) {
            return percent < 1e-4
                    ? "0.0001"
                    : new BigDecimal(percent)
                            .round(new MathContext(2, RoundingMode.HALF_UP))
                            .toPlainString();
        }
        BigDecimal rounded = new BigDecimal(percent).setScale(1, RoundingMode.HALF_UP);
        String text = rounded.toPlainString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Returns a probability as a p value is written: {@code 0.031}, {@code 0.00042}, {@code < 0.000001}. */
    public static String p(double probability) {
        if (probability < SMALLEST) {
            return "< 0.000001";
        }
        return new BigDecimal(Math.min(1, probability))
                .round(new MathContext(2, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Returns a chance in words: {@code 8 %}, {@code 0.30 %}, {@code less than one in a million}. */
    public static String chance(double probability) {
        return probability < SMALLEST ? "less than one in a million" : of(probability);
    }
}
