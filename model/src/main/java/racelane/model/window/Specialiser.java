package racelane.model.window;

import org.jspecify.annotations.Nullable;
import racelane.model.pattern.Attributes;
import racelane.model.pattern.Comparison;
import racelane.model.pattern.Condition;
import racelane.model.pattern.Operand;
import racelane.model.pattern.SafeRegex;

/**
 * Works out what a class's condition says of all events of one name, so that regular expressions run once for a name and never
 * for an event. What is left depends on the events' other attributes.
 */
final class Specialiser {
    private static final Operand ZERO = new Operand.Number(0);

    /** The condition that always holds. */
    static final Condition TRUE = new Condition.Compare(ZERO, Comparison.EQUAL, ZERO, null);

    /** The condition that never holds. */
    static final Condition FALSE = new Condition.Not(TRUE);

    private final String op;
    private final String words;

    Specialiser(String op) {
        this.op = op;
        this.words = Attributes.words(op);
    }

    /** Returns {@link #TRUE}, {@link #FALSE} or what is left of {@code condition}. */
    Condition specialise(Condition condition) {
        return switch (condition) {
            case Condition.And and -> {
                Condition left = specialise(and.left());
                Condition right = left == FALSE ? FALSE : specialise(and.right());
                yield left == TRUE
                        ? right
                        : right == TRUE ? left : right == FALSE ? FALSE : new Condition.And(left, right);
            }
            case Condition.Or or -> {
                Condition left = specialise(or.left());
                Condition right = left == TRUE ? TRUE : specialise(or.right());
                yield left == FALSE
                        ? right
                        : right == FALSE ? left : right == TRUE ? TRUE : new Condition.Or(left, right);
            }
            case Condition.Not not -> {
                Condition inner = specialise(not.inner());
                yield inner == TRUE ? FALSE : inner == FALSE ? TRUE : new Condition.Not(inner);
            }
            case Condition.Compare compare -> compare(compare);
        };
    }

    private Condition compare(Condition.Compare compare) {
        String left = known(compare.left());
        SafeRegex regex = compare.regex();
        if (regex != null) {
            return left == null ? compare : constant(regex.find(left));
        }
        String right = known(compare.right());
        if (left == null || right == null) {
            return compare;
        }
        boolean numbers = compare.left() instanceof Operand.Number || compare.right() instanceof Operand.Number;
        boolean comparable = !numbers || (Comparing.isNumber(left) && Comparing.isNumber(right));
        return constant(comparable && Comparing.holds(left, compare.comparison(), right));
    }

    private @Nullable String known(Operand operand) {
        return switch (operand) {
            case Operand.Text text -> text.value();
            case Operand.Number number -> Double.toString(number.value());
            case Operand.Attribute attribute ->
                switch (attribute.name()) {
                    case Attributes.OP -> op;
                    case Attributes.WORDS -> words;
                    default -> null;
                };
        };
    }

    private static Condition constant(boolean value) {
        return value ? TRUE : FALSE;
    }
}
