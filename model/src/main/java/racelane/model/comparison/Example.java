package racelane.model.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;

/**
 * One side of a comparison: the steps of a stretch of the evidence, in their order in time.
 *
 * @param title what it is, for people
 * @param steps its steps; at most {@value #MOST}
 * @param actors the names of its lanes in the order in which they first act; a step's actor is an index here
 * @param leftOut how many steps more there were
 */
public record Example(String title, List<Step> steps, List<String> actors, long leftOut) {
    /** The most steps that are compared: lining them up takes time and room with their product. */
    public static final int MOST = 2000;

    /** Copies the lists. */
    public Example {
        steps = List.copyOf(steps);
        actors = List.copyOf(actors);
    }

    /**
     * What to take from a trace.
     *
     * @param title what it is, for people
     * @param range the time in which steps start
     * @param key only steps of this key; empty for all
     * @param source only steps of the source at this index; empty for all
     */
    public record Choice(String title, TimeRange range, Optional<String> key, OptionalInt source) {
        /** Chooses a range of time. */
        public static Choice of(String title, TimeRange range) {
            return new Choice(title, range, Optional.empty(), OptionalInt.empty());
        }
    }

    /**
     * One step.
     *
     * @param ref the event
     * @param operation what was done
     * @param key on what; empty when the event has none
     * @param actor who, an index into {@link Example#actors()}
     * @param offset ns from the first step of the example
     * @param duration ns; 0 for an instant
     * @param open whether no end was seen
     */
    public record Step(
            EventRef ref, String operation, String key, int actor, long offset, long duration, boolean open) {}

    /** Returns ns from the first step's start to the last end. */
    public long duration() {
        return steps.stream()
                .mapToLong(step -> step.offset() + step.duration())
                .max()
                .orElse(0);
    }

    /** Reads one side from a trace. Any thread; takes time with the events in the range. */
    public static Example of(Trace trace, Choice choice) {
        List<Found> found = new ArrayList<>();
        for (int table = 0; table < trace.tables().size(); table++) {
            if (choice.source().isEmpty() || choice.source().getAsInt() == table) {
                collect(trace, table, choice, found);
            }
        }
        found.sort(Comparator.comparingLong(Found::start)
                .thenComparingInt(each -> each.ref().table())
                .thenComparingInt(Found::origin)
                .thenComparingInt(each -> each.ref().row()));
        List<Found> kept = found.subList(0, Math.min(MOST, found.size()));
        return steps(trace, choice.title(), kept, found.size() - kept.size());
    }

    private record Found(EventRef ref, long start, int origin) {}

    private static void collect(Trace trace, int table, Choice choice, List<Found> found) {
        EventTable events = trace.tables().get(table);
        for (LaneSlice slice : events.slices()) {
            for (int row = slice.firstAtOrAfter(choice.range().start());
                    row < slice.to() && events.start(row) <= choice.range().end();
                    row++) {
                String key = events.names().text(events.key(row));
                if (choice.key().isEmpty() || choice.key().get().equals(key)) {
                    found.add(new Found(new EventRef(table, row), events.start(row), events.origin(row)));
                }
            }
        }
    }

    private static Example steps(Trace trace, String title, List<Found> found, long leftOut) {
        Map<Integer, Integer> actors = new LinkedHashMap<>();
        Map<Integer, String> names = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        long first = found.isEmpty() ? 0 : found.getFirst().start();
        for (Found each : found) {
            EventTable events = trace.tables().get(each.ref().table());
            int row = each.ref().row();
            int lane = trace.laneId(each.ref());
            int actor = actors.computeIfAbsent(lane, next -> actors.size());
            names.putIfAbsent(actor, trace.lanes().get(lane).name().name());
            steps.add(new Step(
                    each.ref(),
                    events.names().text(events.name(row)),
                    events.names().text(events.key(row)),
                    actor,
                    each.start() - first,
                    events.end(row) - events.start(row),
                    events.kind(row) == EventKind.OPEN));
        }
        List<String> inOrder = new ArrayList<>();
        for (int actor = 0; actor < names.size(); actor++) {
            inOrder.add(names.getOrDefault(actor, ""));
        }
        return new Example(title, steps, inOrder, leftOut);
    }
}
