package racelane.model.window;

import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;

/** Tells whether an event of some class lies between two moments of a cast. */
final class Absence {
    private static final int FEW = 32;

    private final Plan.Absent clause;
    private final Items items;
    private final ClockOrder order;
    private long looked;

    Absence(Plan.Absent clause, Items items, ClockOrder order) {
        this.clause = clause;
        this.items = items;
        this.order = order;
    }

    /** Returns certain when none can lie between, uncertain when one may, null when one does. */
    @Nullable
    Verdict verdict(Cast cast) {
        Moment fromEarliest = cast.earliest(clause.from(), clause.fromEdge());
        Moment fromLatest = cast.latest(clause.from(), clause.fromEdge());
        Moment toEarliest = cast.earliest(clause.to(), clause.toEdge());
        Moment toLatest = cast.latest(clause.to(), clause.toEdge());
        if (fromEarliest.open()) {
            return Verdict.CERTAIN;
        }
        int sure = fromLatest.open()
                ? items.size()
                : items.startingAt(plus(fromLatest.time(), order.doubtAtMost(fromLatest)));
        if (sure < items.size() && counts(cast, sure) && inside(sure, fromLatest, toEarliest)) {
            return null;
        }
        long earliest = fromEarliest.time() - order.doubtAtMost(fromEarliest);
        long latest = toLatest.open() ? Moment.NEVER_SEEN : plus(toLatest.time(), order.doubtAtMost(toLatest));
        int near = items.startingAt(plus(latest, 1)) - items.startingAt(earliest);
        boolean searchable = clause.where() == null && !items.stretched() && !order.believesLines();
        return searchable && near > Math.max(FEW, 4 * items.strands().count())
                ? onStrands(cast, fromEarliest, fromLatest, toEarliest, toLatest)
                : oneByOne(cast, earliest, latest);
    }

    /** Looks at all items between two times. */
    private @Nullable Verdict oneByOne(Cast cast, long earliest, long latest) {
        Moment fromEarliest = cast.earliest(clause.from(), clause.fromEdge());
        Moment fromLatest = cast.latest(clause.from(), clause.fromEdge());
        Moment toEarliest = cast.earliest(clause.to(), clause.toEdge());
        Moment toLatest = cast.latest(clause.to(), clause.toEdge());
        boolean doubtful = false;
        int item = items.endingAt(0, earliest);
        while (item < items.size() && items.start(item) <= latest) {
            looked++;
            if (counts(cast, item)) {
                if (inside(item, fromLatest, toEarliest)) {
                    return null;
                }
                doubtful |= maybeInside(item, fromEarliest, toLatest);
            }
            item = items.endingAt(item + 1, earliest);
        }
        return doubtful ? Verdict.UNCERTAIN : Verdict.CERTAIN;
    }

    /** Looks on every strand at the first item after the earlier moment: if it comes too late, all others do. */
    private @Nullable Verdict onStrands(
            Cast cast, Moment fromEarliest, Moment fromLatest, Moment toEarliest, Moment toLatest) {
        boolean doubtful = false;
        for (int[] strand : items.strands().all()) {
            looked++;
            int after = next(cast, strand, item -> order.proves(fromLatest, start(item), true));
            if (after >= 0 && inside(after, fromLatest, toEarliest)) {
                return null;
            }
            if (!doubtful) {
                int maybe = next(cast, strand, item -> !order.proves(end(item), fromEarliest, false));
                doubtful = maybe >= 0 && maybeInside(maybe, fromEarliest, toLatest);
            }
        }
        return doubtful ? Verdict.UNCERTAIN : Verdict.CERTAIN;
    }

    private int next(Cast cast, int[] strand, Strands.FromThereOn claim) {
        int at = Strands.first(strand, claim);
        while (at < strand.length && !counts(cast, strand[at])) {
            at++;
        }
        return at < strand.length ? strand[at] : -1;
    }

    private boolean inside(int item, Moment fromLatest, Moment toEarliest) {
        return order.proves(fromLatest, start(item), true) && before(end(item), toEarliest);
    }

    private boolean maybeInside(int item, Moment fromEarliest, Moment toLatest) {
        return !order.proves(end(item), fromEarliest, false) && !order.proves(toLatest, start(item), false);
    }

    private Moment start(int item) {
        return items.events().startMoment(items.first(item));
    }

    private Moment end(int item) {
        return items.events().endMoment(items.first(item));
    }

    /** Returns how many items, or strands of them, were looked at. */
    long looked() {
        return looked;
    }

    private static long plus(long time, long nanos) {
        return time > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : time + nanos;
    }

    /** An end that was never seen comes after everything that was. */
    private boolean before(Moment end, Moment to) {
        return to.open() ? !end.open() : order.proves(end, to, true);
    }

    private boolean counts(Cast cast, int item) {
        int event = items.first(item);
        Check where = clause.where();
        return !cast.plays(event)
                && (where == null || where.test(cast.about(items.events().ref(event))));
    }

    /**
     * Returns the time of the first event that surely comes after the clause's earlier moment, whatever the roles that are not
     * chosen yet: from some time after it on, the clause is broken. {@link Moment#NEVER_SEEN} when there is none.
     */
    static long firstAfter(Items items, Moment from, ClockOrder order, Cast cast, int chosenRole) {
        if (from.open()) {
            return Moment.NEVER_SEEN;
        }
        long bound = Moment.NEVER_SEEN;
        int[] own = items.strands().of(from.source(), from.lane());
        if (own != null) {
            int at =
                    Strands.first(own, item -> order.proves(from, items.events().startMoment(items.first(item)), true));
            while (at < own.length && plays(cast, chosenRole, items.first(own[at]))) {
                at++;
            }
            bound = at < own.length ? items.end(own[at]) : bound;
        }
        int item = items.startingAt(plus(from.time(), order.doubtAtMost(from)));
        while (item < items.size() && plays(cast, chosenRole, items.first(item))) {
            item++;
        }
        return item < items.size() ? Math.min(bound, items.end(item)) : bound;
    }

    private static boolean plays(Cast cast, int role, int event) {
        return event == cast.items[role].first(cast.chosen[role]) || event == cast.items[role].last(cast.chosen[role]);
    }
}
