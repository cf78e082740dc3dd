package racelane.model.window;

import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;
import racelane.model.pattern.Point.Edge;

/** Where in time the next role of a cast can lie, given those that are chosen: bounds on its start and on its end. */
final class Reach {
    long startFrom;
    long startTo;
    long endFrom;
    long endTo;

    /**
     * Works out the bounds.
     *
     * @param slack how far, in ns, times may be from the truth
     */
    void narrow(Plan plan, Cast cast, int role, long slack) {
        startFrom = Long.MIN_VALUE;
        startTo = Long.MAX_VALUE;
        endFrom = Long.MIN_VALUE;
        endTo = Long.MAX_VALUE;
        for (Plan.Before clause : plan.orders()) {
            if (clause.right() == role && clause.left() < role) {
                after(plan, clause, cast.readFrom(clause.left(), clause.leftEdge()), slack);
            }
            if (clause.left() == role && clause.right() < role) {
                before(clause, cast.readTo(clause.right(), clause.rightEdge()), slack);
            }
        }
        if (plan.within() >= 0 && role > 0) {
            long last = cast.items[0].end(cast.chosen[0]);
            startFrom = last == Moment.NEVER_SEEN ? startFrom : Math.max(startFrom, last - plan.within());
            startTo = Math.min(startTo, plus(cast.items[0].start(cast.chosen[0]), plan.within()));
        }
    }

    /** Leaves out what lies so near to a chosen moment that its order may not be proved. */
    void inset(Plan plan, Cast cast, int role, ClockOrder order) {
        for (Plan.Before clause : plan.orders()) {
            if (clause.right() == role && clause.left() < role) {
                Moment earlier = cast.latest(clause.left(), clause.leftEdge());
                startFrom = earlier.open()
                        ? Long.MAX_VALUE
                        : Math.max(startFrom, plus(earlier.time(), order.doubtAtMost(earlier)));
            }
            if (clause.left() == role && clause.right() < role) {
                Moment later = cast.earliest(clause.right(), clause.rightEdge());
                boolean wholly = clause.leftEdge() != Edge.START;
                long bound = later.open() ? Long.MIN_VALUE : later.time() - order.doubtAtMost(later);
                endTo = wholly ? Math.min(endTo, bound) : endTo;
                startTo = Math.min(startTo, bound);
            }
        }
    }

    private void after(Plan plan, Plan.Before clause, Moment earlier, long slack) {
        if (earlier.open()) {
            startFrom = Long.MAX_VALUE;
            return;
        }
        long bound = earlier.time() - slack;
        boolean byStart = clause.rightEdge() == Edge.START
                || plan.roles().get(clause.right()).shape() == Shape.INSTANT;
        if (byStart) {
            startFrom = Math.max(startFrom, bound);
        } else {
            endFrom = Math.max(endFrom, bound);
        }
    }

    private void before(Plan.Before clause, Moment later, long slack) {
        long bound = later.open() ? Long.MAX_VALUE : plus(later.time(), slack);
        if (clause.leftEdge() == Edge.END) {
            endTo = Math.min(endTo, bound);
        }
        startTo = Math.min(startTo, bound);
    }

    /** Narrows the start by absent clauses that begin at a chosen role and end at this one. */
    void stopAtAbsent(Plan plan, Absence[] absent, Cast cast, int role, long slack) {
        for (int i = 0; i < absent.length; i++) {
            Plan.Absent clause = plan.absents().get(i);
            if (clause.to() == role && clause.from() < role) {
                long bound = plus(absent[i].brokenFrom(cast, role), slack);
                if (clause.toEdge() == Edge.END) {
                    endTo = Math.min(endTo, bound);
                } else {
                    startTo = Math.min(startTo, bound);
                }
            }
        }
    }

    private static long plus(long time, long nanos) {
        return time > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : time + nanos;
    }
}
