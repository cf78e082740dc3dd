package racelane.model.window;

import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;

/** Tells whether an event of some class lies between two moments of a cast. */
final class Absence {
    private final Plan.Absent clause;
    private final Items items;
    private final ClockOrder order;

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
        if (fromLatest.open()) {
            return Verdict.CERTAIN;
        }
        long slack = order.slack();
        long stop = toLatest.open() ? Moment.NEVER_SEEN : toLatest.time() + slack;
        boolean doubtful = false;
        int item = items.endingAt(0, fromEarliest.time() - slack);
        while (item < items.size() && items.start(item) <= stop) {
            if (counts(cast, item)) {
                Moment start = items.events().startMoment(items.first(item));
                Moment end = items.events().endMoment(items.first(item));
                if (order.proves(fromLatest, start, true) && before(end, toEarliest)) {
                    return null;
                }
                doubtful |= !order.proves(end, fromEarliest, false) && !order.proves(toLatest, start, false);
            }
            item = items.endingAt(item + 1, fromEarliest.time() - slack);
        }
        return doubtful ? Verdict.UNCERTAIN : Verdict.CERTAIN;
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
        for (int item = items.startingAt(from.time()); item < items.size(); item++) {
            int event = items.first(item);
            boolean own = event == cast.items[chosenRole].first(cast.chosen[chosenRole])
                    || event == cast.items[chosenRole].last(cast.chosen[chosenRole]);
            if (!own && order.proves(from, items.events().startMoment(event), true)) {
                return items.events().end(event);
            }
        }
        return Moment.NEVER_SEEN;
    }
}
