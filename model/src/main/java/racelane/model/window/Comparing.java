package racelane.model.window;

import org.jspecify.annotations.Nullable;
import racelane.model.pattern.Comparison;

/** Compares values as texts, or as numbers where both are numbers. */
final class Comparing {
    private Comparing() {}

    /** Returns whether the comparison (not {@link Comparison#MATCHES}) holds; with a missing value it never does. */
    static boolean holds(@Nullable String left, Comparison comparison, @Nullable String right) {
        if (left == null || right == null) {
            return false;
        }
        int sign = order(left, right);
        return switch (comparison) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case LESS -> sign < 0;
            case LESS_OR_EQUAL -> sign <= 0;
            case GREATER -> sign > 0;
            case GREATER_OR_EQUAL -> sign >= 0;
            case MATCHES -> false;
        };
    }

    private static int order(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        if (startsNumber(left) && startsNumber(right)) {
            try {
                return Double.compare(Double.parseDouble(left), Double.parseDouble(right));
            } catch (NumberFormatException e) {
                return left.compareTo(right);
            }
        }
        return left.compareTo(right);
    }

    /** Returns a text that is the same for exactly those values that are equal. */
    static String identity(String value) {
        if (startsNumber(value)) {
            try {
                return "#" + Double.parseDouble(value);
            } catch (NumberFormatException e) {
                return value;
            }
        }
        return value.startsWith("#") ? "##" + value : value;
    }

    static boolean isNumber(String text) {
        if (!startsNumber(text)) {
            return false;
        }
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean startsNumber(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char c = text.charAt(0);
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
    }
}
