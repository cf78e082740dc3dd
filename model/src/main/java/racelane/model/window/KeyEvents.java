package racelane.model.window;

import java.util.Arrays;
import racelane.model.clock.Moment;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;

/** The events of one key that some pattern speaks of, by (start, source, line), as columns. Loaded again for each key; one thread. */
final class KeyEvents {
    private static final int FEW = 64;

    private final Trace trace;
    private final EventTable[] tables;
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
    private final long[] sourceEnds;

    KeyEvents(Trace trace) {
        this.trace = trace;
        this.tables = trace.tables().toArray(EventTable[]::new);
        this.sourceEnds = trace.tables().stream()
                .mapToLong(table -> table.source().range().end())
                .toArray();
    }

    /** Loads those of {@code count} events from the columns of an index that are of one of some classes. */
    void load(long[] refs, long[] masks, int from, int count, long classes) {
        long[] someRefs = new long[count];
        long[] someMasks = new long[count];
        int some = 0;
        for (int i = from; i < from + count; i++) {
            if ((masks[i] & classes) != 0) {
                someRefs[some] = refs[i];
                someMasks[some++] = masks[i];
            }
        }
        load(someRefs, someMasks, 0, some);
    }

    /** Loads {@code count} events from the columns of an index. */
    void load(long[] refs, long[] masks, int from, int count) {
        reserve(count);
        n = count;
        all = 0;
        long[] starts = new long[count];
        for (int i = 0; i < count; i++) {
            long one = refs[from + i];
            starts[i] = tables[Ref.table(one)].start(Ref.row(one));
        }
        int[] order = byStart(starts, refs, from);
        for (int i = 0; i < count; i++) {
            place(i, refs[from + order[i]], masks[from + order[i]]);
        }
    }

    /** Sorts by start, source and line: starts and places packed into one number where they fit, those of equal starts afterwards. */
    private int[] byStart(long[] starts, long[] refs, int from) {
        int count = starts.length;
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long start : starts) {
            least = Math.min(least, start);
            most = Math.max(most, start);
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
        RunSort.After after = (a, b) -> after(starts, refs, from + a, from + b, from);
        boolean fits = count > FEW && least >= 0 && (most - least) < (Long.MAX_VALUE >> bits);
        if (!fits) {
            return RunSort.indices(count, after);
        }
        long[] packed = new long[count];
        for (int i = 0; i < count; i++) {
            packed[i] = (starts[i] - least) << bits | i;
        }
        Arrays.sort(packed);
        int[] order = new int[count];
        int mask = (1 << bits) - 1;
        for (int i = 0; i < count; i++) {
            order[i] = (int) packed[i] & mask;
        }
        sortTies(order, starts, after);
        return order;
    }

    private static void sortTies(int[] order, long[] starts, RunSort.After after) {
        int first = 0;
        for (int i = 1; i <= order.length; i++) {
            if (i == order.length || starts[order[i]] != starts[order[first]]) {
                if (i - first > 1) {
                    int[] tied = Arrays.copyOfRange(order, first, i);
                    int[] sorted = RunSort.indices(tied.length, (a, b) -> after.test(tied[a], tied[b]));
                    for (int k = 0; k < sorted.length; k++) {
                        order[first + k] = tied[sorted[k]];
                    }
                }
                first = i;
            }
        }
    }

    private boolean after(long[] starts, long[] refs, int a, int b, int from) {
        long startA = starts[a - from];
        long startB = starts[b - from];
        if (startA != startB) {
            return startA > startB;
        }
        int tableA = Ref.table(refs[a]);
        int tableB = Ref.table(refs[b]);
        if (tableA != tableB) {
            return tableA > tableB;
        }
        EventTable table = tables[tableA];
        return table.origin(Ref.row(refs[a])) > table.origin(Ref.row(refs[b]));
    }

    private void place(int i, long oneRef, long oneMask) {
        EventTable table = tables[Ref.table(oneRef)];
        int row = Ref.row(oneRef);
        EventKind kind = table.kind(row);
        ref[i] = oneRef;
        mask[i] = oneMask;
        all |= oneMask;
        start[i] = table.start(row);
        end[i] = kind == EventKind.OPEN ? Moment.NEVER_SEEN : table.end(row);
        lane[i] = trace.laneId(Ref.table(oneRef), table.laneOf(row));
        line[i] = table.origin(row);
        endLine[i] = table.endOrigin(row) == 0 ? line[i] : table.endOrigin(row);
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
