package racelane.model.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.Moment;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;

/** The events of one key that some pattern speaks of, by (start, source, line), as columns. Loaded again for each key; one thread. */
final class KeyEvents {
    private final Trace trace;
    private final EventTable[] tables;
    private final LaneCursor cursor;
    private int n;
    private long[] ref = new long[0];
    private long[] mask = new long[0];
    private long[] start = new long[0];
    private long[] end = new long[0];
    private int[] lane = new int[0];
    private int[] line = new int[0];
    private int[] endLine = new int[0];
    private boolean[] lasting = new boolean[0];
    private long all;
    private int @Nullable [] every;
    private final long[] sourceEnds;

    KeyEvents(Trace trace) {
        this.trace = trace;
        this.tables = trace.tables().toArray(EventTable[]::new);
        this.cursor = new LaneCursor(trace);
        this.sourceEnds = trace.tables().stream()
                .mapToLong(table -> table.source().range().end())
                .toArray();
    }

    /** Loads those of {@code count} events of an index that are of one of some classes. */
    void load(KeyIndex.Rows rows, int from, int count, long classes) {
        KeyIndex.Rows chosen = rows.room(count);
        int some = 0;
        for (int i = from; i < from + count; i++) {
            if ((rows.mask(i) & classes) != 0) {
                rows.copy(i, chosen, some++);
            }
        }
        load(chosen, 0, some);
    }

    /** Loads {@code count} events of an index. */
    void load(KeyIndex.Rows rows, int from, int count) {
        reserve(count);
        n = count;
        every = null;
        all = 0;
        rows.refs().copyTo(ref, from, count);
        long[] starts = new long[count];
        int[] lanes = new int[count];
        for (int i = 0; i < count; i++) {
            int table = Ref.table(ref[i]);
            int row = Ref.row(ref[i]);
            starts[i] = tables[table].start(row);
            lanes[i] = cursor.lane(table, row);
        }
        int[] order = TimeSort.indices(starts, (a, b) -> after(ref[a], ref[b]));
        for (int i = 0; i < count; i++) {
            int at = order[i];
            start[i] = starts[at];
            lane[i] = lanes[at];
            place(i, rows.ref(from + at), rows.mask(from + at));
        }
    }

    /** Tells of two events that start at the same time which one comes after the other. */
    private boolean after(long a, long b) {
        if (Ref.table(a) != Ref.table(b)) {
            return Ref.table(a) > Ref.table(b);
        }
        EventTable table = tables[Ref.table(a)];
        return table.origin(Ref.row(a)) > table.origin(Ref.row(b));
    }

    private void place(int i, long oneRef, long oneMask) {
        EventTable table = tables[Ref.table(oneRef)];
        int row = Ref.row(oneRef);
        EventKind kind = table.kind(row);
        ref[i] = oneRef;
        mask[i] = oneMask;
        all |= oneMask;
        end[i] = kind == EventKind.OPEN ? Moment.NEVER_SEEN : table.end(row);
        line[i] = table.origin(row);
        int closing = table.endOrigin(row);
        endLine[i] = closing == 0 ? line[i] : closing;
        lasting[i] = kind == EventKind.SPAN || kind == EventKind.WAIT;
    }

    private void reserve(int count) {
        if (count > ref.length) {
            int size = Math.max(64, count + (count >> 1));
            ref = new long[size];
            mask = new long[size];
            start = new long[size];
            end = new long[size];
            lane = new int[size];
            line = new int[size];
            endLine = new int[size];
            lasting = new boolean[size];
        }
    }

    int size() {
        return n;
    }

    long ref(int event) {
        return ref[event];
    }

    long mask(int event) {
        return mask[event];
    }

    /** Returns the classes of all events together. */
    long all() {
        return all;
    }

    int lane(int event) {
        return lane[event];
    }

    long start(int event) {
        return start[event];
    }

    /** Returns the end; {@link Moment#NEVER_SEEN} for an event that is open. */
    long end(int event) {
        return end[event];
    }

    /** Tells whether the event has a start and an end. */
    boolean lasting(int event) {
        return lasting[event];
    }

    /** Tells whether the event has a start, but its end was not seen. */
    boolean open(int event) {
        return end[event] == Moment.NEVER_SEEN;
    }

    /** Returns the time at which the event had its effect at the latest: its end, or its start when no end was seen. */
    long done(int event) {
        return lasting[event] ? end[event] : start[event];
    }

    int table(int event) {
        return Ref.table(ref[event]);
    }

    int line(int event) {
        return line[event];
    }

    /** Returns the line of {@link #end}. */
    int endLine(int event) {
        return endLine[event];
    }

    /** Returns the line of {@link #done}. */
    int doneLine(int event) {
        return lasting[event] ? endLine[event] : line[event];
    }

    Moment startMoment(int event) {
        return new Moment(start[event], table(event), lane[event], line[event]);
    }

    Moment endMoment(int event) {
        return new Moment(end[event], table(event), lane[event], endLine[event]);
    }

    Moment doneMoment(int event) {
        return new Moment(done(event), table(event), lane[event], doneLine(event));
    }

    /** Returns when a source ends, ns since the epoch: until then what it does not show to end was still going on, and no longer. */
    long sourceEnd(int source) {
        return sourceEnds[source];
    }

    Trace trace() {
        return trace;
    }

    /** Returns all events, in their order; not to be changed. */
    int[] every() {
        int[] known = every;
        if (known == null) {
            known = of(-1L);
            every = known;
        }
        return known;
    }

    /** Returns the events that are of at least one of the classes, in their order. */
    int[] of(long classes) {
        int[] found = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if ((mask[i] & classes) != 0) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Tells whether some event is of one of {@code a} and of one of {@code b}. */
    boolean share(long a, long b) {
        for (int i = 0; i < n; i++) {
            if ((mask[i] & a) != 0 && (mask[i] & b) != 0) {
                return true;
            }
        }
        return false;
    }
}
