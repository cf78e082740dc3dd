package racelane.model.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.Source;

/**
 * The events of one source, immutable and safe for any thread. Rows lie lane by lane, in each lane by start. Times are brought onto the
 * reference clock as they are read, so a table with another clock setting shares every column with this one.
 */
public final class EventTable {
    private final Source source;
    private final Names names;
    private final List<LaneName> laneNames;
    private final int[] from;
    private final LaneDepth depth;
    private final EventColumns columns;
    private final ClockMapping mapping;
    private final SideColumns side;
    private final long offset;
    private final boolean drifts;

    @SuppressWarnings("checkstyle:ParameterNumber")
    EventTable(
            Source source,
            Names names,
            List<LaneName> laneNames,
            int[] from,
            LaneDepth depth,
            EventColumns columns,
            SideColumns side) {
        this.source = source;
        this.names = names;
        this.laneNames = List.copyOf(laneNames);
        this.from = from;
        this.depth = depth;
        this.columns = columns;
        this.side = side;
        this.mapping = source.mapping();
        this.offset = mapping.offset();
        this.drifts = mapping.drift() != 0 || leavesTime(source);
    }

    /** Returns the same events with their times brought onto the reference clock in another way. Copies no column. */
    public EventTable withSetting(ClockSetting setting) {
        return new EventTable(source.withSetting(setting), names, laneNames, from, depth, columns, side);
    }

    /** Returns the same events with every word of theirs put as {@code words} says. Copies no column of the events. */
    EventTable reworded(Names dictionary, UnaryOperator<String> words) {
        List<LaneName> lanes =
                laneNames.stream().map(name -> name.reworded(words)).toList();
        return new EventTable(source.reworded(words), dictionary, lanes, from, depth, columns, side.reworded(words));
    }

    /** Tells whether {@code other} holds the same rows as this table, maybe on another clock. */
    public boolean sameRows(EventTable other) {
        return columns == other.columns;
    }

    /** Returns the source the events come from. */
    public Source source() {
        return source;
    }

    /** Returns the words that the ids of this table mean. */
    public Names names() {
        return names;
    }

    /** Returns the number of events; rows run from 0 to one less. */
    public int size() {
        return columns.size();
    }

    /** Returns the number of events of one kind. */
    public long count(EventKind kind) {
        return columns.kind().counts()[kind.ordinal()];
    }

    /** Returns the number of events that found no row of their own (more than 127 deep) and share the last one. */
    public long folded() {
        return depth.folded();
    }

    /** Returns the lanes of this table in the order in which they first appear in the file. */
    public List<LaneSlice> slices() {
        List<LaneSlice> slices = new ArrayList<>(laneNames.size());
        for (int i = 0; i < laneNames.size(); i++) {
            slices.add(new LaneSlice(this, i, laneNames.get(i), from[i], from[i + 1], depth.rows()[i]));
        }
        return slices;
    }

    /** Returns whose lanes they are, in the order of {@link #slices()}. */
    List<LaneName> laneNames() {
        return laneNames;
    }

    /** Returns the index (in {@link #slices()}) of the lane that holds {@code row}. */
    public int laneOf(int row) {
        int found = Arrays.binarySearch(from, row);
        if (found < 0) {
            return -found - 2;
        }
        while (from[found + 1] == row) { // an empty lane starts where its neighbour does
            found++;
        }
        return found;
    }

    /** Returns the start of an event, ns since the epoch on the reference clock. */
    public long start(int row) {
        long own = columns.start()[row];
        return drifts ? mapping.map(own) : own + offset;
    }

    /** Returns the end of an event, ns since the epoch on the reference clock. */
    public long end(int row) {
        long own = columns.start()[row] + columns.duration().get(row);
        return drifts ? mapping.map(own) : own + offset;
    }

    /** Returns the start of an event, ns since the epoch on the source's own clock. */
    public long ownStart(int row) {
        return columns.start()[row];
    }

    /** Returns the end of an event, ns since the epoch on the source's own clock. */
    public long ownEnd(int row) {
        return columns.start()[row] + columns.duration().get(row);
    }

    /** Returns what an event is. */
    public EventKind kind(int row) {
        return columns.kind().get(row);
    }

    /** Returns the sub-row of an event in its lane, 0 to 127. */
    public int depth(int row) {
        return depth.depth()[row];
    }

    /** Returns the word id of the operation. */
    public int name(int row) {
        return columns.name().get(row);
    }

    /** Returns the word id of the key, 0 when the event has none. */
    public int key(int row) {
        return columns.key().get(row);
    }

    /** Returns the tuple id of the attributes, 0 when the event has none. */
    public int attributes(int row) {
        return columns.attributes().get(row);
    }

    /** Returns the line or record number of the event's start, from 1. */
    public int origin(int row) {
        return columns.origin()[row];
    }

    /** Returns the line or record number of the event's end, 0 when it has none of its own. */
    public int endOrigin(int row) {
        return columns.endOrigin(row);
    }

    /** Tells whether an offset takes times beyond the end of time, where a plain sum would wrap round. */
    private static boolean leavesTime(Source source) {
        long offset = source.mapping().offset();
        return source.range().start() - offset != source.extent().start()
                || source.range().end() - offset != source.extent().end();
    }

    /** Returns the links between the events of this table. */
    public Links links() {
        return side.links();
    }

    /** Returns when a link leaves, ns since the epoch: as the source says, else at the event's moment nearest to the arrival. */
    public long linkStart(int link) {
        long time = links().fromTime(link);
        if (time != LinkEnd.UNTIMED) {
            return mapping.map(time);
        }
        int row = links().from(link);
        int target = links().to(link);
        long towards = links().toTime(link) != LinkEnd.UNTIMED ? mapping.map(links().toTime(link)) : start(target);
        return Math.clamp(towards, start(row), end(row));
    }

    /** Returns when a link arrives, ns since the epoch: as the source says, else at the event's moment nearest to the leaving. */
    public long linkEnd(int link) {
        long time = links().toTime(link);
        if (time != LinkEnd.UNTIMED) {
            return mapping.map(time);
        }
        int row = links().to(link);
        return Math.clamp(linkStart(link), start(row), end(row));
    }

    /** Returns the index of the lane at an end of a link, {@link Links#from} or {@link Links#to}. */
    public int laneOfEnd(int end) {
        return end < 0 ? ~end : laneOf(end);
    }

    /** Returns the counters of this source in the order in which they first appear in the file. */
    public List<CounterTrack> counters() {
        List<CounterTrack> tracks = new ArrayList<>(side.counters().size());
        for (CounterColumns counter : side.counters()) {
            tracks.add(new CounterTrack(this, tracks.size(), counter));
        }
        return tracks;
    }

    /** Returns the number of counter samples over all counters. */
    public long samples() {
        long samples = 0;
        for (CounterColumns counter : side.counters()) {
            samples += counter.time().length;
        }
        return samples;
    }

    /** Tells whether the source has neither event nor counter sample. */
    public boolean isEmpty() {
        return size() == 0 && samples() == 0;
    }
}
