package racelane.model.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import racelane.model.source.Source;
import racelane.model.time.TimeRange;

/**
 * All events of all sources on one clock. An immutable value: adding a source makes a new trace that shares every column, and any
 * thread may read.
 */
public final class Trace {
    private final Names names;
    private final List<EventTable> tables;
    private final List<Lane> lanes;
    private final List<int[]> laneIds;

    private Trace(Names names, List<EventTable> tables) {
        this.names = names;
        this.tables = List.copyOf(tables);
        List<List<LaneSlice>> merged = new ArrayList<>();
        Map<String, Map<String, List<Integer>>> byName = new HashMap<>();
        this.laneIds = new ArrayList<>(tables.size());
        for (EventTable table : tables) {
            List<LaneSlice> slices = table.slices();
            int[] ids = new int[slices.size()];
            for (LaneSlice slice : slices) {
                ids[slice.index()] = laneFor(slice, merged, byName);
            }
            laneIds.add(ids);
        }
        List<Lane> all = new ArrayList<>(merged.size());
        for (List<LaneSlice> slices : merged) {
            all.add(new Lane(all.size(), named(slices), slices));
        }
        this.lanes = List.copyOf(all);
    }

    /** Returns a trace without sources whose words go to {@code names}. */
    public static Trace empty(Names names) {
        return new Trace(names, List.of());
    }

    /** Returns a trace of these tables, which must share {@code names}. */
    public static Trace of(Names names, List<EventTable> tables) {
        return new Trace(names, tables);
    }

    /** Returns a trace with one source more. */
    public Trace with(EventTable table) {
        List<EventTable> more = new ArrayList<>(tables);
        more.add(table);
        return new Trace(names, more);
    }

    /** Returns a trace without the source at {@code index}. */
    public Trace without(int index) {
        List<EventTable> fewer = new ArrayList<>(tables);
        fewer.remove(index);
        return new Trace(names, fewer);
    }

    /** Returns a trace with another reading of the source at {@code index}. */
    public Trace replaced(int index, EventTable table) {
        List<EventTable> changed = new ArrayList<>(tables);
        changed.set(index, table);
        return new Trace(names, changed);
    }

    /** Returns a trace in which the source at {@code index} has another offset, ns in all. */
    public Trace withOffset(int index, long nanos) {
        List<EventTable> changed = new ArrayList<>(tables);
        changed.set(index, tables.get(index).withOffset(nanos));
        return new Trace(names, changed);
    }

    /** Returns the shared words. */
    public Names names() {
        return names;
    }

    /** Returns the tables, one a source, in the order in which they were added. */
    public List<EventTable> tables() {
        return tables;
    }

    /** Returns the sources in the order in which they were added. */
    public List<Source> sources() {
        return tables.stream().map(EventTable::source).toList();
    }

    /** Returns the lanes in the order of their first appearance; a lane's id is its position here. */
    public List<Lane> lanes() {
        return lanes;
    }

    /** Returns the id of the lane that holds an event. */
    public int laneId(EventRef ref) {
        return laneIds.get(ref.table())[tables.get(ref.table()).laneOf(ref.row())];
    }

    /** Returns the id of a lane by its table and the lane's index there. */
    public int laneId(int table, int laneIndex) {
        return laneIds.get(table)[laneIndex];
    }

    /** Returns the number of events. */
    public long size() {
        long size = 0;
        for (EventTable table : tables) {
            size += table.size();
        }
        return size;
    }

    /** Returns the time from the first to the last event, offsets applied; nothing when there is neither event nor sample. */
    public Optional<TimeRange> extent() {
        return tables.stream()
                .filter(table -> !table.isEmpty())
                .map(table -> {
                    TimeRange own = table.source().extent();
                    long offset = table.source().offset();
                    return new TimeRange(own.start() + offset, own.end() + offset);
                })
                .reduce(TimeRange::union);
    }

    /** Returns the counters of all sources, source by source. */
    public List<CounterTrack> counters() {
        return tables.stream().flatMap(table -> table.counters().stream()).toList();
    }

    /** Returns one event as a record. */
    public Event at(EventRef ref) {
        EventTable table = tables.get(ref.table());
        int row = ref.row();
        int key = table.key(row);
        return new Event(
                ref,
                table.kind(row),
                lanes.get(laneId(ref)),
                table.start(row),
                table.end(row),
                names.text(table.name(row)),
                key == 0 ? null : names.text(key),
                names.attributes(table.attributes(row)),
                table.source(),
                table.origin(row),
                table.endOrigin(row));
    }

    private static int laneFor(
            LaneSlice slice, List<List<LaneSlice>> merged, Map<String, Map<String, List<Integer>>> byName) {
        Map<String, List<Integer>> namesakes =
                byName.computeIfAbsent(slice.name().name(), name -> new HashMap<>());
        String process = slice.name().process();
        for (int id : candidates(namesakes, process)) {
            List<LaneSlice> slices = merged.get(id);
            boolean otherTable = slices.getLast().table() != slice.table();
            if (otherTable && slices.stream().allMatch(one -> one.name().sameAs(slice.name()))) {
                slices.add(slice);
                file(namesakes, process, id);
                return id;
            }
        }
        file(namesakes, process, merged.size());
        merged.add(new ArrayList<>(List.of(slice)));
        return merged.size() - 1;
    }

    /** Returns the lanes that a namesake of this process can lie on, in their order: those of no other process alone. */
    private static List<Integer> candidates(Map<String, List<Integer>> namesakes, String process) {
        if (process.isEmpty()) {
            return namesakes.values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .sorted()
                    .toList();
        }
        return Stream.of(process, "")
                .flatMap(one -> namesakes.getOrDefault(one, List.of()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static void file(Map<String, List<Integer>> namesakes, String process, int id) {
        List<Integer> filed = namesakes.computeIfAbsent(process, name -> new ArrayList<>());
        if (filed.isEmpty() || filed.getLast() != id) {
            filed.add(id);
        }
    }

    private static LaneName named(List<LaneSlice> slices) {
        return slices.stream()
                .map(LaneSlice::name)
                .filter(name -> !name.process().isEmpty())
                .findFirst()
                .orElse(slices.getFirst().name());
    }
}
