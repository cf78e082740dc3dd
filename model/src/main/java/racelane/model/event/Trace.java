package racelane.model.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import racelane.model.source.ClockSetting;
import racelane.model.source.Source;
import racelane.model.time.TimeRange;

/**
 * All events of all sources on one clock. An immutable value: adding a source makes a new trace that shares every column, and any
 * thread may read.
 */
public final class Trace {
    private final Names names;
    private final List<EventTable> tables;
    private final List<LaneChoice> choices;
    private final List<Lane> lanes;
    private final List<int[]> laneIds;
    private final LaneGroups groups;

    private Trace(Names names, List<EventTable> tables, List<LaneChoice> choices, LaneGroups groups) {
        this.names = names;
        this.tables = List.copyOf(tables);
        this.choices = List.copyOf(choices);
        this.groups = groups;
        List<Lane> all = new ArrayList<>();
        for (List<LaneSlice> slices : groups.chosen(choices)) {
            all.add(new Lane(all.size(), named(slices), slices));
        }
        this.lanes = List.copyOf(all);
        this.laneIds = idsOf(this.tables, lanes);
    }

    /** Creates a trace whose lanes are those of {@code like}, whatever its tables' clocks say. */
    private Trace(Trace like, List<EventTable> tables) {
        this.names = like.names;
        this.tables = List.copyOf(tables);
        this.choices = like.choices;
        this.laneIds = like.laneIds;
        this.groups = like.groups;
        List<List<LaneSlice>> slices = new ArrayList<>();
        tables.forEach(table -> slices.add(table.slices()));
        Map<EventTable, Integer> places = new HashMap<>();
        like.tables.forEach(table -> places.put(table, places.size()));
        this.lanes = like.lanes.stream()
                .map(lane -> new Lane(
                        lane.id(),
                        lane.name(),
                        lane.slices().stream()
                                .map(one -> slices.get(places.getOrDefault(one.table(), 0))
                                        .get(one.index()))
                                .toList()))
                .toList();
    }

    /** Creates the same trace in other words. */
    private Trace(Trace like, UnaryOperator<String> words) {
        this.names = like.names.reworded(words);
        this.tables =
                like.tables.stream().map(table -> table.reworded(names, words)).toList();
        this.choices = like.choices;
        this.laneIds = like.laneIds;
        this.groups = like.groups;
        Map<EventTable, Integer> places = new HashMap<>();
        like.tables.forEach(table -> places.put(table, places.size()));
        List<List<LaneSlice>> slices = tables.stream().map(EventTable::slices).toList();
        this.lanes = like.lanes.stream()
                .map(lane -> new Lane(
                        lane.id(),
                        lane.name().reworded(words),
                        lane.slices().stream()
                                .map(one -> slices.get(places.getOrDefault(one.table(), 0))
                                        .get(one.index()))
                                .toList()))
                .toList();
    }

    /**
     * Returns the same trace with every word put as {@code words} says: operations, keys, attribute values, lanes, counters, sources. Ids
     * of events, lanes and words stay. It is to be shown and neither grows nor is searched by word.
     *
     * @param words asked once a word, lazily, from any thread
     */
    public Trace reworded(UnaryOperator<String> words) {
        return new Trace(this, words);
    }

    private static List<int[]> idsOf(List<EventTable> tables, List<Lane> lanes) {
        Map<EventTable, int[]> ids = new HashMap<>();
        tables.forEach(table -> ids.put(table, new int[table.slices().size()]));
        for (Lane lane : lanes) {
            for (LaneSlice slice : lane.slices()) {
                ids.getOrDefault(slice.table(), new int[0])[slice.index()] = lane.id();
            }
        }
        return tables.stream().map(table -> ids.getOrDefault(table, new int[0])).toList();
    }

    /** Returns a trace without sources whose words go to {@code names}. */
    public static Trace empty(Names names) {
        return of(names, List.of());
    }

    /** Returns a trace of these tables, which must share {@code names}. */
    public static Trace of(Names names, List<EventTable> tables) {
        return new Trace(names, tables, List.of(), LaneGroups.of(tables));
    }

    /** Returns a trace with one source more. */
    public Trace with(EventTable table) {
        List<EventTable> more = new ArrayList<>(tables);
        more.add(table);
        return new Trace(names, more, choices, groups.with(table));
    }

    /** Returns a trace without the source at {@code index}. */
    public Trace without(int index) {
        List<EventTable> fewer = new ArrayList<>(tables);
        fewer.remove(index);
        return new Trace(names, fewer, choices, LaneGroups.of(fewer));
    }

    /** Returns a trace with another table in the place of the one at {@code index}. */
    public Trace replacing(int index, EventTable table) {
        List<EventTable> changed = new ArrayList<>(tables);
        changed.set(index, table);
        return new Trace(names, changed, choices, LaneGroups.of(changed));
    }

    /** Returns a trace in which the times of the source at {@code index} come onto the reference clock in another way. */
    public Trace withSetting(int index, ClockSetting setting) {
        return replacing(index, tables.get(index).withSetting(setting));
    }

    /** Returns a trace in which every source's times come onto the reference clock as is said, one setting a source. */
    public Trace withSettings(List<ClockSetting> settings) {
        List<EventTable> changed = new ArrayList<>(tables);
        for (int i = 0; i < changed.size(); i++) {
            if (!changed.get(i).source().setting().equals(settings.get(i))) {
                changed.set(i, changed.get(i).withSetting(settings.get(i)));
            }
        }
        return changed.equals(tables) ? this : new Trace(names, changed, choices, LaneGroups.of(changed));
    }

    /** Returns a trace in which every source shows its own times; its lanes stay as they are here. */
    public Trace atOwnTimes() {
        return new Trace(
                this,
                tables.stream()
                        .map(table -> table.withSetting(ClockSetting.NONE.withTrust(
                                table.source().setting().trust())))
                        .toList());
    }

    /** Returns a trace whose lanes are as the user chose: {@code choices} in their order, the assumed ones where nothing is said. */
    public Trace withChoices(List<LaneChoice> chosen) {
        return new Trace(names, tables, chosen, groups);
    }

    /** Returns what the user chose about lanes. */
    public List<LaneChoice> choices() {
        return choices;
    }

    /** Returns what was assumed about threads of one name in several sources, one sentence each. */
    public List<String> laneAssumptions() {
        return groups.assumptions();
    }

    /** Tells whether {@code other} holds the same rows, source by source, maybe on other clocks or on other lanes. */
    public boolean sameRows(Trace other) {
        boolean same = tables.size() == other.tables.size();
        for (int i = 0; same && i < tables.size(); i++) {
            same = tables.get(i).sameRows(other.tables.get(i));
        }
        return same;
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

    /** Returns how many fraction digits of a second the finest of the sources tells: 3, 6 or 9. */
    public int digits() {
        long finest =
                tables.stream().mapToLong(table -> table.source().tick()).min().orElse(1_000_000);
        return finest < 1_000 ? 9 : finest < 1_000_000 ? 6 : 3;
    }

    /** Returns the number of events. */
    public long size() {
        long size = 0;
        for (EventTable table : tables) {
            size += table.size();
        }
        return size;
    }

    /** Returns the time from the first to the last event on the reference clock; nothing when there is neither event nor sample. */
    public Optional<TimeRange> extent() {
        return tables.stream()
                .filter(table -> !table.isEmpty())
                .map(table -> table.source().range())
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

    private static LaneName named(List<LaneSlice> slices) {
        return slices.stream()
                .map(LaneSlice::name)
                .filter(name -> !name.process().isEmpty())
                .findFirst()
                .orElse(slices.getFirst().name());
    }
}
