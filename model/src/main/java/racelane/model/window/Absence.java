package racelane.model.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;

/**
 * Tells whether an event of some class lies between two moments of a cast. Few candidates are looked at one by one, many are
 * searched by halving; what is asked of them beside their class and equal values is always looked at one by one. One thread.
 */
final class Absence {
    private static final int FEW = 8;

    private final Plan plan;
    private final Plan.Absent clause;
    private final ClockOrder order;
    private final KeyEvents events;
    private final int lanes;
    private final int plays;
    private final int spare;
    private final int few;
    private final AbsentField all;
    private final @Nullable Map<List<String>, AbsentField> byValues;
    private long looked;

    /**
     * Creates it for one key.
     *
     * @param events those of the key
     * @param members which of them may be looked at, in their order
     */
    Absence(Plan plan, Plan.Absent clause, KeyEvents events, int[] members, ClockOrder order) {
        this(plan, clause, events, members, order, FEW);
    }

    /** Creates it for one key, and looks at up to {@code few} events one by one. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    Absence(Plan plan, Plan.Absent clause, KeyEvents events, int[] members, ClockOrder order, int few) {
        this.plan = plan;
        this.few = few;
        this.clause = clause;
        this.order = order;
        this.events = events;
        this.spare = spare();
        this.lanes = spare
                + plan.roles().stream().mapToInt(part -> part.oneLane() ? 1 : 2).sum();
        this.plays = spare + 2 * plan.roles().size();
        int[] own = own(members);
        this.all = field(own);
        this.byValues = clause.same().isEmpty() ? null : byValues(own);
    }

    private AbsentField field(int[] found) {
        return new AbsentField(new Items(events, Shape.OPERATION, found, found), order, lanes, plays);
    }

    private int[] own(int[] members) {
        int[] found = new int[members.length];
        int count = 0;
        Subject.One one = new Subject.One();
        Check filter = clause.filter();
        for (int event : members) {
            one.ref = events.ref(event);
            boolean counts = (events.mask(event) & clause.type()) != 0 && (filter == null || filter.test(one));
            if (counts) {
                found[count++] = event;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private Map<List<String>, AbsentField> byValues(int[] own) {
        Map<List<String>, List<Integer>> lists = new HashMap<>();
        Subject.One one = new Subject.One();
        for (int event : own) {
            one.ref = events.ref(event);
            List<String> values = new ArrayList<>();
            for (Plan.Same same : clause.same()) {
                String value = same.own().of(one);
                values.add(value == null ? "" : Comparing.identity(value));
            }
            lists.computeIfAbsent(values, unknown -> new ArrayList<>()).add(event);
        }
        Map<List<String>, AbsentField> fields = new HashMap<>();
        lists.forEach((values, list) -> fields.put(
                values, field(list.stream().mapToInt(Integer::intValue).toArray())));
        return fields;
    }

    /** Returns the events that can break the clause for a cast of which the first roles are chosen; null when there are none. */
    private @Nullable AbsentField field(Cast cast) {
        if (byValues == null) {
            return all;
        }
        List<String> values = new ArrayList<>();
        for (Plan.Same same : clause.same()) {
            String value = same.other().of(cast);
            if (value == null) {
                return null;
            }
            values.add(Comparing.identity(value));
        }
        return byValues.get(values);
    }

    /** Returns certain when none can lie between, uncertain when one may, null when one does. */
    @Nullable
    Verdict verdict(Cast cast) {
        AbsentField field = field(cast);
        Moment fromEarliest = cast.earliest(clause.from(), clause.fromEdge());
        if (field == null || fromEarliest.open()) {
            return Verdict.CERTAIN;
        }
        AbsentField.Between between = new AbsentField.Between(
                fromEarliest,
                cast.latest(clause.from(), clause.fromEdge()),
                cast.earliest(clause.to(), clause.toEdge()),
                cast.latest(clause.to(), clause.toEdge()));
        Moment to = between.toLatest();
        long earliest = fromEarliest.time() - order.doubtAtMost(fromEarliest);
        long latest = to.open() ? Moment.NEVER_SEEN : plus(to.time(), order.doubtAtMost(to));
        Items items = field.items();
        int begin = items.stretched() ? 0 : items.startingAt(earliest);
        int end = items.startingAt(plus(latest, 1));
        if (clause.rest() != null || end - begin <= few) {
            return oneByOne(cast, items, earliest, end, between);
        }
        return field.verdict(between, players(cast, plan.roles().size()));
    }

    private @Nullable Verdict oneByOne(Cast cast, Items items, long earliest, int end, AbsentField.Between between) {
        boolean doubtful = false;
        for (int item = items.endingAt(0, earliest); item < end; item = items.endingAt(item + 1, earliest)) {
            looked++;
            int event = items.first(item);
            if (counts(cast, event)) {
                Moment starts = events.startMoment(event);
                Moment ends = events.endMoment(event);
                if (order.proves(between.fromLatest(), starts, true) && before(ends, between.toEarliest())) {
                    return null;
                }
                doubtful |= !order.proves(ends, between.fromEarliest(), false)
                        && !order.proves(between.toLatest(), starts, false);
            }
        }
        return doubtful ? Verdict.UNCERTAIN : Verdict.CERTAIN;
    }

    /** An end that was never seen comes after everything that was. */
    private boolean before(Moment end, Moment to) {
        return to.open() ? !end.open() : order.proves(end, to, true);
    }

    private boolean counts(Cast cast, int event) {
        Check rest = clause.rest();
        return !cast.plays(event) && (rest == null || rest.test(cast.about(events.ref(event))));
    }

    /** Returns how many events, or rows of them, were looked at. */
    long looked() {
        long rows = looked + all.looked();
        if (byValues != null) {
            for (AbsentField field : byValues.values()) {
                rows += field.looked();
            }
        }
        return rows;
    }

    /**
     * Returns a time from which on the clause is broken, whatever candidate is taken for {@code role}, where the clause ends, and for
     * those behind it. {@link Moment#NEVER_SEEN} when there is none, or none that is known yet.
     */
    long brokenFrom(Cast cast, int role) {
        // An interval's ends are themselves spans of time, so that no single time tells whether the clause ends before
        // it.
        boolean simple = plan.roles().get(role).shape() != Shape.INTERVAL;
        boolean known =
                simple && clause.rest() == null && clause.same().stream().allMatch(same -> same.role() < role);
        Moment from = cast.latest(clause.from(), clause.fromEdge());
        AbsentField field = known && !from.open() ? field(cast) : null;
        return field == null || field.items().size() == 0
                ? Moment.NEVER_SEEN
                : field.brokenFrom(from, players(cast, role), spare);
    }

    /** Returns how many events that would break the clause the roles behind the one where it ends may play themselves. */
    private int spare() {
        int spare = 0;
        for (int role = clause.to() + 1; role < plan.roles().size(); role++) {
            Plan.Part part = plan.roles().get(role);
            boolean mine = part.derived() || ((part.opening() | part.closing()) & clause.type()) != 0;
            spare += mine ? (part.shape() == Shape.INTERVAL ? 2 : 1) : 0;
        }
        return spare;
    }

    private static AbsentField.Players players(Cast cast, int roles) {
        int[] lanes = new int[2 * roles];
        int[] events = new int[2 * roles];
        int laneCount = 0;
        int eventCount = 0;
        for (int role = 0; role < roles; role++) {
            Items items = cast.items[role];
            int first = items.first(cast.chosen[role]);
            int last = items.last(cast.chosen[role]);
            events[eventCount++] = first;
            laneCount = withLane(lanes, laneCount, items.events().lane(first));
            if (last != Items.OPEN && last != first) {
                events[eventCount++] = last;
                laneCount = withLane(lanes, laneCount, items.events().lane(last));
            }
        }
        return new AbsentField.Players(Arrays.copyOf(lanes, laneCount), Arrays.copyOf(events, eventCount));
    }

    private static int withLane(int[] lanes, int count, int lane) {
        for (int i = 0; i < count; i++) {
            if (lanes[i] == lane) {
                return count;
            }
        }
        lanes[count] = lane;
        return count + 1;
    }

    private static long plus(long time, long nanos) {
        return time > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : time + nanos;
    }
}
