package racelane.model.window;

import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;
import racelane.model.pattern.Point.Edge;

/**
 * Counts the matches of an anchor without looking at them, for patterns of two roles that only ask for order and lanes: all
 * that there are, less those before the window, less those behind it. Counts what reads as a match.
 */
final class Counter {
    private final Plan plan;
    private final Ranks ranks;
    private final boolean otherLanesOnly;
    private final Plan.@Nullable Before lower;
    private final Plan.@Nullable Before upper;
    private final boolean twins;

    private Counter(
            Plan plan, Ranks ranks, boolean otherLanesOnly, Plan.@Nullable Before lower, Plan.@Nullable Before upper) {
        this.plan = plan;
        this.ranks = ranks;
        this.otherLanesOnly = otherLanesOnly;
        this.lower = lower;
        this.upper = upper;
        this.twins = plan.twins();
    }

    /** Returns a counter, or null when the pattern asks for more than order and lanes. */
    static @Nullable Counter of(Plan plan, Items[] items, ClockOrder order) {
        if (items.length != 2
                || !plan.cross().isEmpty()
                || plan.within() >= 0
                || !plan.absents().isEmpty()
                || !plan.gaps().isEmpty()) {
            return null;
        }
        if (plan.twins() && order.believesLines() && endsElsewhereAtOnce(items[0])) {
            return null;
        }
        Plan.Before lower = null;
        Plan.Before upper = null;
        for (Plan.Before clause : plan.orders()) {
            if (clause.left() == 0 && clause.right() == 1 && lower == null) {
                lower = clause;
            } else if (clause.left() == 1 && clause.right() == 0 && upper == null && boundsStart(plan, clause)) {
                upper = clause;
            } else {
                return null;
            }
        }
        boolean apart = plan.apart()[0][1];
        boolean oneLaneEach =
                plan.roles().get(0).oneLane() && plan.roles().get(1).oneLane();
        if (!(apart && oneLaneEach) && items[0].events().share(classes(plan, 0), classes(plan, 1))) {
            return null;
        }
        return new Counter(plan, new Ranks(items[1], order), apart, lower, upper);
    }

    /** Where lines of one source refute one way round of twins but not the other, halving cannot tell the better way. */
    private static boolean endsElsewhereAtOnce(Items items) {
        for (int item = 0; item < items.size(); item++) {
            int last = items.last(item);
            boolean atOnce = items.start(item) == items.end(item);
            if (atOnce
                    && last != Items.OPEN
                    && items.events().table(last) != items.events().table(items.first(item))) {
                return true;
            }
        }
        return false;
    }

    private static boolean boundsStart(Plan plan, Plan.Before clause) {
        return clause.leftEdge() != Edge.END || plan.roles().get(1).shape() == Shape.INSTANT;
    }

    private static long classes(Plan plan, int role) {
        return plan.roles().get(role).opening() | plan.roles().get(role).closing();
    }

    /** Returns how many items read as a match of the cast's anchor. */
    long count(Cast cast) {
        int except = otherLanesOnly ? cast.lane(0) : Ranks.ANY;
        long count = ranks.size(except);
        if (lower != null) {
            Moment bound = cast.readFrom(0, lower.leftEdge());
            count -= boundsByStart(lower)
                    ? ranks.startingBefore(bound, lower.strict(), except, twins ? cast.chosen[0] : -1)
                    : ranks.endingBefore(bound, lower.strict(), except);
        }
        if (upper != null) {
            count -= ranks.startingAfter(cast.readTo(0, upper.rightEdge()), upper.strict(), except);
        }
        return Math.max(0, count);
    }

    private boolean boundsByStart(Plan.Before clause) {
        return clause.rightEdge() == Edge.START || plan.roles().get(1).shape() == Shape.INSTANT;
    }
}
