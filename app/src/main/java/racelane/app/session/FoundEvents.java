package racelane.app.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;

/**
 * Every event that a search found, one bit an event. Immutable; any thread.
 */
public final class FoundEvents {
    private final Trace trace;
    private final List<BitSet> tables;
    private final long total;

    /** An event's place in the order of time. */
    private record Place(long start, EventRef ref) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return start != other.start ? Long.compare(start, other.start) : ref.compareTo(other.ref);
        }
    }

    /** The next found event of one lane. */
    private record Head(Place place, LaneSlice slice) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return place.compareTo(other.place);
        }
    }

    /**
     * Creates a set.
     *
     * @param tables by table, the rows that were found; not changed afterwards
     */
    public FoundEvents(Trace trace, List<BitSet> tables) {
        this.trace = trace;
        this.tables = List.copyOf(tables);
        this.total = tables.stream().mapToLong(BitSet::cardinality).sum();
    }

    /** Returns the trace in which was searched. */
    public Trace trace() {
        return trace;
    }

    /** Returns how many events were found. */
    public long total() {
        return total;
    }

    /** Tells whether an event was found. */
    public boolean holds(int table, int row) {
        return tables.get(table).get(row);
    }

    /** Returns the first found events in the order of time, {@code most} of them at most. */
    public List<EventRef> first(int most) {
        PriorityQueue<Head> heads = new PriorityQueue<>();
        for (int table = 0; table < tables.size(); table++) {
            for (LaneSlice slice : trace.tables().get(table).slices()) {
                push(heads, table, slice, slice.from());
            }
        }
        List<EventRef> list = new ArrayList<>((int) Math.min(total, most));
        while (!heads.isEmpty() && list.size() < most) {
            Head head = heads.remove();
            EventRef ref = head.place().ref();
            list.add(ref);
            push(heads, ref.table(), head.slice(), ref.row() + 1);
        }
        return list;
    }

    private void push(PriorityQueue<Head> heads, int table, LaneSlice slice, int from) {
        int row = tables.get(table).nextSetBit(from);
        if (row >= 0 && row < slice.to()) {
            heads.add(new Head(new Place(slice.table().start(row), new EventRef(table, row)), slice));
        }
    }

    /**
     * Returns the found event next in the order of time.
     *
     * @param time ns since the epoch
     * @param from the event from which to go, or null to begin at {@code time}, an event there included
     * @param direction 1 for later, -1 for earlier
     */
    public Optional<EventRef> next(long time, @Nullable EventRef from, int direction) {
        Place best = null;
        for (int table = 0; table < tables.size(); table++) {
            for (LaneSlice slice : trace.tables().get(table).slices()) {
                Place place = direction > 0 ? after(table, slice, time, from) : before(table, slice, time, from);
                if (place != null && (best == null || place.compareTo(best) * direction < 0)) {
                    best = place;
                }
            }
        }
        return Optional.ofNullable(best).map(Place::ref);
    }

    private @Nullable Place after(int table, LaneSlice slice, long time, @Nullable EventRef from) {
        BitSet found = tables.get(table);
        EventTable events = slice.table();
        for (int row = found.nextSetBit(slice.firstAtOrAfter(time));
                row >= 0 && row < slice.to();
                row = found.nextSetBit(row + 1)) {
            EventRef ref = new EventRef(table, row);
            if (from == null || events.start(row) > time || ref.compareTo(from) > 0) {
                return new Place(events.start(row), ref);
            }
        }
        return null;
    }

    private @Nullable Place before(int table, LaneSlice slice, long time, @Nullable EventRef from) {
        BitSet found = tables.get(table);
        EventTable events = slice.table();
        int at = slice.firstAtOrAfter(time == Long.MAX_VALUE ? time : time + 1) - 1;
        for (int row = at < 0 ? -1 : found.previousSetBit(at);
                row >= slice.from();
                row = row == 0 ? -1 : found.previousSetBit(row - 1)) {
            EventRef ref = new EventRef(table, row);
            if (from == null || events.start(row) < time || ref.compareTo(from) < 0) {
                return new Place(events.start(row), ref);
            }
        }
        return null;
    }
}
