package racelane.model.pattern;

import org.jspecify.annotations.Nullable;

/** What must be true of the roles of a match. */
public sealed interface Clause {
    /** Returns where it stands. */
    Position at();

    /**
     * One moment lies before another.
     *
     * @param left the earlier one
     * @param right the later one
     * @param strict whether they must not be the same
     * @param at where it stands
     */
    record Order(Point left, Point right, boolean strict, Position at) implements Clause {}

    /**
     * A condition that every match satisfies.
     *
     * @param condition on the attributes of its roles
     * @param at where it stands
     */
    record Require(Condition condition, Position at) implements Clause {}

    /**
     * A condition that shows that the match did harm.
     *
     * @param condition on the attributes of its roles
     * @param at where it stands
     */
    record Symptom(Condition condition, Position at) implements Clause {}

    /**
     * No event of a class lies between two moments.
     *
     * @param type the class
     * @param where which of its events count; null for all that agree on the bound attributes
     * @param from the earlier moment
     * @param to the later moment
     * @param at where it stands
     */
    record Absent(String type, @Nullable Condition where, Point from, Point to, Position at) implements Clause {}

    /**
     * The time between two moments is longer, or shorter, than a duration.
     *
     * @param from the earlier moment
     * @param to the later moment
     * @param longer whether it must be longer
     * @param nanos the duration
     * @param at where it stands
     */
    record Gap(Point from, Point to, boolean longer, long nanos, Position at) implements Clause {}

    /**
     * The whole match, first moment to last, takes no longer than a duration.
     *
     * @param nanos the duration
     * @param at where it stands
     */
    record Within(long nanos, Position at) implements Clause {}

    /**
     * The keys of two roles are related by a table that the user supplies.
     *
     * @param table the table's name
     * @param from role whose key is looked up
     * @param to role whose key must be among those found
     * @param at where it stands
     */
    record Link(String table, String from, String to, Position at) implements Clause {}
}
