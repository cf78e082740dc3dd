package racelane.model.pattern;

import java.util.function.Predicate;
import racelane.model.pattern.Point.Edge;

/** Writes conditions as they stand in pattern files. */
public final class ConditionText {
    private ConditionText() {}

    /** Returns a condition in the language's own words, brackets only where they are needed. */
    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.And and -> inner(and.left()) + " and " + inner(and.right());
            case Condition.Or or -> of(or.left()) + " or " + of(or.right());
            case Condition.Not not ->
                "not " + (not.inner() instanceof Condition.Compare ? of(not.inner()) : "(" + of(not.inner()) + ")");
            case Condition.Compare compare ->
                operand(compare.left()) + " " + compare.comparison().symbol() + " " + operand(compare.right());
        };
    }

    /**
     * Returns the part of a condition because of which it holds: of alternatives the first that does.
     *
     * @param holds tells of a part whether it holds
     */
    public static String reason(Condition condition, Predicate<Condition> holds) {
        return switch (condition) {
            case Condition.And and -> reason(and.left(), holds) + " and " + reason(and.right(), holds);
            case Condition.Or or -> reason(holds.test(or.left()) ? or.left() : or.right(), holds);
            default -> of(condition);
        };
    }

    private static String inner(Condition condition) {
        return condition instanceof Condition.Or ? "(" + of(condition) + ")" : of(condition);
    }

    private static String operand(Operand operand) {
        return switch (operand) {
            case Operand.Text text -> "\"" + text.value().replace("\"", "\\\"") + "\"";
            case Operand.Number number -> number(number.value());
            case Operand.Attribute one ->
                (one.role() == null ? "" : one.role() + ".")
                        + (one.edge() == Edge.EFFECT ? "" : one.edge() == Edge.START ? "start." : "end.")
                        + one.name();
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
