package racelane.model.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racelane.model.pattern.Comparison;
import racelane.model.pattern.Condition;
import racelane.model.pattern.Operand;
import racelane.model.pattern.Pattern;

/**
 * The condition of an absent clause, sorted: what is asked of the event alone picks events once, what must equal a value of a role
 * finds them by that value, and the rest is asked of each for every match.
 *
 * @param filter what is asked of the event alone, or null
 * @param same in which values it must agree with roles
 * @param rest what else is asked, or null
 */
record WherePlan(
        @Nullable Check filter,
        List<Plan.Same> same,
        @Nullable Check rest) {
    static WherePlan of(@Nullable Condition where, ConditionCompiler conditions, Pattern pattern) {
        if (where == null) {
            return new WherePlan(null, List.of(), null);
        }
        List<Check> filters = new ArrayList<>();
        List<Plan.Same> same = new ArrayList<>();
        List<Check> rest = new ArrayList<>();
        List<Condition> parts = new ArrayList<>();
        split(where, parts);
        for (Condition part : parts) {
            Plan.Same equal = same(part, conditions, pattern);
            if (equal != null) {
                same.add(equal);
            } else {
                (ofOneEvent(part) ? filters : rest).add(conditions.compile(part));
            }
        }
        return new WherePlan(all(filters), List.copyOf(same), all(rest));
    }

    private static void split(Condition condition, List<Condition> parts) {
        if (condition instanceof Condition.And and) {
            split(and.left(), parts);
            split(and.right(), parts);
        } else {
            parts.add(condition);
        }
    }

    private static boolean ofOneEvent(Condition condition) {
        boolean[] others = {false};
        condition.attributes(attribute -> others[0] |= attribute.role() != null);
        return !others[0];
    }

    private static Plan.@Nullable Same same(Condition condition, ConditionCompiler conditions, Pattern pattern) {
        if (condition instanceof Condition.Compare compare
                && compare.comparison() == Comparison.EQUAL
                && compare.left() instanceof Operand.Attribute left
                && compare.right() instanceof Operand.Attribute right
                && (left.role() == null) != (right.role() == null)) {
            Operand.Attribute own = left.role() == null ? left : right;
            Operand.Attribute other = left.role() == null ? right : left;
            String role = Objects.requireNonNull(other.role());
            return new Plan.Same(conditions.term(own), conditions.term(other), pattern.indexOf(role));
        }
        return null;
    }

    private static @Nullable Check all(List<Check> checks) {
        if (checks.isEmpty()) {
            return null;
        }
        return subject -> {
            for (Check check : checks) {
                if (!check.test(subject)) {
                    return false;
                }
            }
            return true;
        };
    }
}
