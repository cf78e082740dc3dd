package racelane.model.window;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import racelane.model.pattern.Comparison;
import racelane.model.pattern.Condition;
import racelane.model.pattern.Operand;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;
import racelane.model.pattern.Point;
import racelane.model.window.OracleRoles.Item;
import racelane.model.window.RandomTraces.Ev;

/** Conditions by the letter, as far as the random patterns need them. */
final class OracleConditions {
    private static final Predicate<String> NUMBER =
            java.util.regex.Pattern.compile("[0-9.]+").asMatchPredicate();

    private OracleConditions() {}

    static boolean isA(PatternSet set, String type, Ev event) {
        return holds(Objects.requireNonNull(set.classes().get(type)).condition(), event);
    }

    static boolean holds(Condition condition, Ev event) {
        return holds(condition, operand -> value(operand, List.of(event)));
    }

    static boolean holds(Condition condition, Pattern pattern, List<Item> items) {
        return holds(
                condition,
                operand -> operand instanceof Operand.Attribute attribute && attribute.role() != null
                        ? value(operand, asked(items.get(pattern.indexOf(attribute.role())), attribute.edge()))
                        : value(operand, List.of()));
    }

    /** Tells whether a condition holds of which what has no role speaks of {@code nameless}. */
    static boolean holds(Condition condition, Pattern pattern, List<Item> items, Ev nameless) {
        return holds(
                condition,
                operand -> operand instanceof Operand.Attribute attribute && attribute.role() != null
                        ? value(operand, asked(items.get(pattern.indexOf(attribute.role())), attribute.edge()))
                        : value(operand, List.of(nameless)));
    }

    private static List<Ev> asked(Item item, Point.Edge edge) {
        return switch (edge) {
            case START -> List.of(item.first());
            case END -> item.last() == null ? List.of() : List.of(item.last());
            case EFFECT -> item.events();
        };
    }

    private interface Values {
        @Nullable
        String of(Operand operand);
    }

    private static boolean holds(Condition condition, Values values) {
        return switch (condition) {
            case Condition.And and -> holds(and.left(), values) && holds(and.right(), values);
            case Condition.Or or -> holds(or.left(), values) || holds(or.right(), values);
            case Condition.Not not -> !holds(not.inner(), values);
            case Condition.Compare compare ->
                compare(values.of(compare.left()), compare.comparison(), values.of(compare.right()));
        };
    }

    private static boolean compare(@Nullable String left, Comparison comparison, @Nullable String right) {
        if (left == null || right == null) {
            return false;
        }
        boolean numbers = NUMBER.test(left) && NUMBER.test(right);
        int sign =
                numbers ? Double.compare(Double.parseDouble(left), Double.parseDouble(right)) : left.compareTo(right);
        return switch (comparison) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case LESS -> sign < 0;
            case LESS_OR_EQUAL -> sign <= 0;
            case GREATER -> sign > 0;
            case GREATER_OR_EQUAL -> sign >= 0;
            case MATCHES -> throw new AssertionError("the random patterns use no regular expression");
        };
    }

    private static @Nullable String value(Operand operand, List<Ev> events) {
        if (operand instanceof Operand.Text text) {
            return text.value();
        }
        if (operand instanceof Operand.Number number) {
            return Double.toString(number.value());
        }
        String name = ((Operand.Attribute) operand).name();
        for (Ev one : events) {
            String value = switch (name) {
                case "op" -> one.op();
                case "lane" -> one.lane();
                case "key" -> one.key();
                default -> one.attributes().get(name);
            };
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
