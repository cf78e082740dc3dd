package racelane.model.window;

import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;
import racelane.model.clock.OffsetBounds;

/**
 * Says how sure it is that a cast keeps the clauses of its plan. The order of two moments is proved, reads so, or is allowed by
 * the clocks; a match is as sure as its least sure clause, except that clocks must allow all clauses at once.
 */
final class Judge {
    private final Plan plan;
    private final ClockOrder order;
    private final Absence[] absences;
    private final boolean[] derived;

    /**
     * Creates a judge for one key.
     *
     * @param absences those who tell of each absent clause whether it is kept; none to leave these clauses out
     */
    Judge(Plan plan, ClockOrder order, Absence[] absences) {
        this.plan = plan;
        this.order = order;
        this.absences = absences;
        this.derived = new boolean[plan.roles().size()];
        for (int role = 0; role < derived.length; role++) {
            derived[role] = plan.roles().get(role).derived();
        }
    }

    /** Returns the verdict on a full cast, or null when it is no match. */
    @Nullable
    Verdict verdict(Cast cast) {
        if (!distinct(cast) || !lanesApart(cast)) {
            return null;
        }
        for (Check check : plan.cross()) {
            if (!check.test(cast)) {
                return null;
            }
        }
        boolean proved = true;
        boolean reads = true;
        for (Plan.Before clause : plan.orders()) {
            if (!reads(cast, clause)) {
                reads = false;
                if (!order.loose()) {
                    return null;
                }
            }
            proved &= reads && proves(cast, clause);
        }
        Boolean distances = distances(cast);
        if (distances == null) {
            return null;
        }
        proved &= distances;
        for (Absence absence : absences) {
            Verdict lack = absence.verdict(cast);
            if (lack == null) {
                return null;
            }
            proved &= lack == Verdict.CERTAIN;
        }
        if (reads) {
            return proved ? Verdict.CERTAIN : Verdict.UNCERTAIN;
        }
        return allowed(cast) ? Verdict.POSSIBLE : null;
    }

    /** Returns how many events, or strands of them, were looked at for absent clauses. */
    long looked() {
        long looked = 0;
        for (Absence absence : absences) {
            looked += absence.looked();
        }
        return looked;
    }

    boolean reads(Cast cast, Plan.Before clause) {
        return order.reads(
                cast.readFrom(clause.left(), clause.leftEdge()),
                cast.readTo(clause.right(), clause.rightEdge()),
                clause.strict());
    }

    boolean proves(Cast cast, Plan.Before clause) {
        return order.proves(
                cast.latest(clause.left(), clause.leftEdge()),
                cast.earliest(clause.right(), clause.rightEdge()),
                clause.strict());
    }

    /** No event plays two parts; states are read off events that may play others. */
    private boolean distinct(Cast cast) {
        for (int a = 0; a < derived.length; a++) {
            for (int b = a + 1; b < derived.length; b++) {
                if (!(derived[a] && derived[b]) && share(cast, a, b)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean share(Cast cast, int a, int b) {
        int firstA = cast.items[a].first(cast.chosen[a]);
        int lastA = cast.items[a].last(cast.chosen[a]);
        int firstB = cast.items[b].first(cast.chosen[b]);
        int lastB = cast.items[b].last(cast.chosen[b]);
        return firstA == firstB || lastA == firstB || firstA == lastB || (lastA == lastB && lastA != Items.OPEN);
    }

    private boolean lanesApart(Cast cast) {
        boolean[][] apart = plan.apart();
        for (int a = 0; a < apart.length; a++) {
            for (int b = a + 1; b < apart.length; b++) {
                if (apart[a][b] && cast.lane(a) == cast.lane(b)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns whether the gap and within clauses are proved; null when one is broken. */
    private @Nullable Boolean distances(Cast cast) {
        boolean proved = true;
        for (Plan.Gap gap : plan.gaps()) {
            Moment from = cast.latest(gap.from(), gap.fromEdge());
            Moment to = cast.earliest(gap.to(), gap.toEdge());
            long sure = span(cast, gap.from(), from, to);
            long read = span(
                    cast, gap.from(), cast.readTo(gap.from(), gap.fromEdge()), cast.readTo(gap.to(), gap.toEdge()));
            if (gap.longer() ? read <= gap.nanos() : read >= gap.nanos()) {
                return null;
            }
            boolean known = !from.open() && (gap.longer() || !to.open());
            proved &= known
                    && (gap.longer() ? sure - doubt(from, to) >= gap.nanos() : read + doubt(to, from) <= gap.nanos());
        }
        if (plan.within() >= 0 && Extent.of(cast).duration() > plan.within()) {
            return null;
        }
        return proved;
    }

    private long doubt(Moment a, Moment b) {
        return order.doubt(a, b);
    }

    /** What was never seen to end lasted at least until its source ends. */
    private static long span(Cast cast, int role, Moment from, Moment to) {
        KeyEvents events = cast.events(role);
        long last = to.open() ? events.sourceEnd(to.source()) : to.time();
        return last - (from.open() ? events.sourceEnd(from.source()) : from.time());
    }

    /** Tells whether some offsets of the clocks within their bounds keep all orders at once. */
    private boolean allowed(Cast cast) {
        int clocks = order.clockCount();
        OffsetBounds bounds = new OffsetBounds(clocks);
        for (int a = 0; a < clocks; a++) {
            for (int b = 0; b < clocks; b++) {
                if (a != b) {
                    bounds.atMost(a, b, order.skew(a, b));
                }
            }
        }
        for (Plan.Before clause : plan.orders()) {
            Moment left = cast.readFrom(clause.left(), clause.leftEdge());
            Moment right = cast.readTo(clause.right(), clause.rightEdge());
            int a = order.clock(left.source());
            int b = order.clock(right.source());
            if (left.open()) {
                return false;
            }
            if (a == b) {
                if (!order.reads(left, right, clause.strict())) {
                    return false;
                }
            } else if (!right.open()) {
                bounds.atMost(a, b, right.time() - left.time() - 1);
            }
        }
        return bounds.feasible();
    }
}
