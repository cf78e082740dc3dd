package racelane.model.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;

/**
 * The events that may break an absent clause, so laid out that neither how many they are nor of how many lanes matters: a row for
 * each source, in which events of lanes that play in a match are left out, and one for each such lane, where stamps prove more.
 * O(log n) a question. One thread.
 */
final class AbsentField {
    private final Items items;
    private final ClockOrder order;
    private final int lanes;
    private final int plays;
    private final Map<Integer, List<Extremes>> strands = new HashMap<>();
    private @Nullable List<Extremes> sources;
    private @Nullable Map<Integer, List<Integer>> byLane;
    private long looked;

    /**
     * Creates a field.
     *
     * @param items the events, by start, source and line
     * @param lanes how many lanes play in a match at most
     * @param plays how many events play in a match at most
     */
    AbsentField(Items items, ClockOrder order, int lanes, int plays) {
        this.items = items;
        this.order = order;
        this.lanes = lanes;
        this.plays = plays;
    }

    Items items() {
        return items;
    }

    /** Returns how many rows were asked. */
    long looked() {
        return looked;
    }

    /** Two moments between which nothing of this field may lie, each with the earliest and the latest time that it can have. */
    record Between(Moment fromEarliest, Moment fromLatest, Moment toEarliest, Moment toLatest) {}

    /** Who plays already: to be left out. */
    record Players(int[] lanes, int[] events) {
        boolean plays(int event) {
            return contains(events, event);
        }

        boolean hasLane(int lane) {
            return contains(lanes, lane);
        }

        private static boolean contains(int[] all, int wanted) {
            for (int one : all) {
                if (one == wanted) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Returns certain when none can lie between, uncertain when one may, null when one does. */
    @Nullable
    Verdict verdict(Between between, Players players) {
        boolean doubtful = false;
        for (Extremes row : sources()) {
            Verdict one = verdict(row, between, players::hasLane, false);
            if (one == null) {
                return null;
            }
            doubtful |= one == Verdict.UNCERTAIN;
        }
        for (int i = 0; i < players.lanes().length; i++) {
            for (Extremes row : strands(players.lanes()[i])) {
                Verdict one = verdict(row, between, players::plays, true);
                if (one == null) {
                    return null;
                }
                doubtful |= one == Verdict.UNCERTAIN;
            }
        }
        return doubtful ? Verdict.UNCERTAIN : Verdict.CERTAIN;
    }

    private @Nullable Verdict verdict(Extremes row, Between between, IntPredicate leftOut, boolean oneLane) {
        looked++;
        KeyEvents events = items.events();
        int after = row.place(event -> proves(between.fromLatest(), events.startMoment(event), true, oneLane));
        int inside = row.endsFirst(after, leftOut);
        if (inside >= 0 && before(events.endMoment(inside), between.toEarliest(), oneLane)) {
            return null;
        }
        int behind = row.place(event -> proves(between.toLatest(), events.startMoment(event), false, oneLane));
        int maybe = row.endsLast(behind, leftOut);
        boolean doubtful = maybe >= 0 && !proves(events.endMoment(maybe), between.fromEarliest(), false, oneLane);
        return doubtful ? Verdict.UNCERTAIN : Verdict.CERTAIN;
    }

    /** An end that was never seen comes after everything that was. */
    private boolean before(Moment end, Moment to, boolean oneLane) {
        return to.open() ? !end.open() : proves(end, to, true, oneLane);
    }

    private boolean proves(Moment a, Moment b, boolean strict, boolean oneLane) {
        return oneLane ? order.proves(a, b, strict) : order.provesAcrossLanes(a, b, strict);
    }

    /**
     * Returns a time from which on the clause is broken: an event surely comes after {@code from} and has ended by then, whatever
     * roles are not chosen yet. {@link Moment#NEVER_SEEN} when there is none.
     *
     * @param spare how many of the events the roles that are not chosen yet may play themselves
     */
    long brokenFrom(Moment from, Players players, int spare) {
        long bound = Moment.NEVER_SEEN;
        for (Extremes row : sources()) {
            bound = Math.min(bound, brokenFrom(row, from, players::hasLane, spare, false));
        }
        for (int i = 0; i < players.lanes().length; i++) {
            for (Extremes row : strands(players.lanes()[i])) {
                bound = Math.min(bound, brokenFrom(row, from, players::plays, spare, true));
            }
        }
        return bound;
    }

    private long brokenFrom(Extremes row, Moment from, IntPredicate leftOut, int spare, boolean oneLane) {
        looked++;
        KeyEvents events = items.events();
        int after = row.place(event -> proves(from, events.startMoment(event), true, oneLane));
        int first = row.endsFirst(after, leftOut, spare);
        return first < 0 ? Moment.NEVER_SEEN : events.end(first);
    }

    private List<Extremes> sources() {
        List<Extremes> known = sources;
        if (known == null) {
            List<Integer> every = new ArrayList<>();
            for (int item = 0; item < items.size(); item++) {
                every.add(items.first(item));
            }
            known = rows(every, items.events()::lane, lanes + 1);
            sources = known;
        }
        return known;
    }

    private List<Extremes> strands(int lane) {
        List<Extremes> known = strands.get(lane);
        if (known == null) {
            known = rows(lanes().getOrDefault(lane, List.of()), event -> event, plays + 1);
            strands.put(lane, known);
        }
        return known;
    }

    private Map<Integer, List<Integer>> lanes() {
        Map<Integer, List<Integer>> known = byLane;
        if (known == null) {
            Map<Integer, List<Integer>> found = new HashMap<>();
            for (int item = 0; item < items.size(); item++) {
                found.computeIfAbsent(items.lane(item), unknown -> new ArrayList<>())
                        .add(items.first(item));
            }
            known = found;
            byLane = found;
        }
        return known;
    }

    /** Returns a row for each source. */
    private List<Extremes> rows(List<Integer> all, IntUnaryOperator mark, int width) {
        Map<Integer, List<Integer>> bySource = new LinkedHashMap<>();
        for (int event : all) {
            bySource.computeIfAbsent(items.events().table(event), unknown -> new ArrayList<>())
                    .add(event);
        }
        List<Extremes> rows = new ArrayList<>();
        for (List<Integer> row : bySource.values()) {
            int[] events = row.stream().mapToInt(Integer::intValue).toArray();
            rows.add(new Extremes(items.events(), events, mark, width));
        }
        return rows;
    }
}
