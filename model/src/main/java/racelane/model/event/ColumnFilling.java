package racelane.model.event;

import java.util.concurrent.Executor;

/**
 * The columns of a table on their way out of its rows, lane by lane, in each lane as the events came. They are made empty first, which costs
 * the memory that is touched for the first time, and then filled run after run: the columns of a run one after the other, so that its events
 * are fetched from memory once and not once a column. Two threads share both; each run is filled by one of them.
 */
final class ColumnFilling {
    /** In how many slices the runs are filled: enough that neither thread waits long for the other's last one. */
    private static final int SLICES = 32;

    private static final int STEP = 1 << EventRows.CELL_BITS;

    private final EventRows rows;
    private final LaneRuns.Plan plan;
    private final long[] counts = new long[EventRows.KIND + 1];
    private long[] start = {};
    private int[] duration = {};
    private byte[] kind = {};
    private int[] origin = {};
    private IntColumn name = IntColumn.NONE;
    private IntColumn key = IntColumn.NONE;
    private IntColumn attributes = IntColumn.NONE;
    private IntColumn endOffset = IntColumn.NONE;

    private ColumnFilling(EventRows rows, LaneRuns.Plan plan) {
        this.rows = rows;
        this.plan = plan;
    }

    /**
     * Fills all columns.
     *
     * @throws IllegalStateException when there are more words than a name can tell apart
     */
    static ColumnFilling of(EventRows rows, LaneRuns.Plan plan, Executor helper) {
        ColumnFilling filling = new ColumnFilling(rows, plan);
        filling.make(helper);
        Runnable[] slices = new Runnable[SLICES];
        for (int slice = 0; slice < SLICES; slice++) {
            int first = (int) ((long) plan.runs() * slice / SLICES);
            int end = (int) ((long) plan.runs() * (slice + 1) / SLICES);
            slices[slice] = () -> filling.fill(first, end);
        }
        SharedWork.run(helper, () -> {}, slices);
        return filling;
    }

    private void make(Executor helper) {
        int size = plan.size();
        SharedWork.run(
                helper,
                () -> start = new long[size],
                () -> attributes = IntColumn.room(size, rows.attributeBits()),
                () -> origin = new int[size],
                () -> duration = new int[size],
                () -> key = IntColumn.room(size, rows.keyBits()),
                () -> name = IntColumn.room(size, rows.nameBits()),
                () -> kind = new byte[size],
                () -> endOffset = IntColumn.room(size, rows.offsetBits()));
    }

    private void fill(int first, int end) {
        long[] kinds = new long[counts.length];
        for (int run = first; run < end; run++) {
            int event = plan.handles()[run];
            fill(rows.cells(event), EventRows.place(event), plan.rows()[run], plan.length(run), kinds);
        }
        synchronized (counts) {
            for (int i = 0; i < kinds.length; i++) {
                counts[i] += kinds[i];
            }
        }
    }

    private void fill(int[] cells, int at, int row, int count, long[] kinds) {
        starts(cells, at, start, row, count);
        ints(cells, at + EventRows.DURATION, 0, duration, row, count);
        kinds(cells, at + EventRows.NAME_AND_KIND, kind, row, count, kinds);
        column(cells, at + EventRows.NAME_AND_KIND, EventRows.KIND_BITS, name, row, count);
        column(cells, at + EventRows.KEY, 0, key, row, count);
        column(cells, at + EventRows.ATTRIBUTES, 0, attributes, row, count);
        ints(cells, at + EventRows.ORIGIN, 0, origin, row, count);
        column(cells, at + EventRows.END_OFFSET, 0, endOffset, row, count);
    }

    private static void starts(int[] cells, int from, long[] target, int row, int count) {
        for (int i = 0, at = from; i < count; i++, at += STEP) {
            target[row + i] = EventRows.start(cells, at);
        }
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private static void column(int[] cells, int from, int shift, IntColumn target, int row, int count) {
        if (target.small().length > 0) {
            chars(cells, from, shift, target.small(), row, count);
        } else if (target.large().length > 0) {
            ints(cells, from, shift, target.large(), row, count);
        }
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private static void ints(int[] cells, int from, int shift, int[] target, int row, int count) {
        for (int i = 0, at = from; i < count; i++, at += STEP) {
            target[row + i] = cells[at] >> shift;
        }
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private static void chars(int[] cells, int from, int shift, char[] target, int row, int count) {
        for (int i = 0, at = from; i < count; i++, at += STEP) {
            target[row + i] = (char) (cells[at] >> shift);
        }
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private static void kinds(int[] cells, int from, byte[] target, int row, int count, long[] counts) {
        for (int i = 0, at = from; i < count; i++, at += STEP) {
            int kind = cells[at] & EventRows.KIND;
            target[row + i] = (byte) kind;
            counts[kind]++;
        }
    }

    /** Returns the starts, ns. */
    long[] start() {
        return start;
    }

    DurationColumn duration() {
        return new DurationColumn(duration, rows.large());
    }

    EventColumns.Kinds kind() {
        return new EventColumns.Kinds(kind, counts);
    }

    int[] origin() {
        return origin;
    }

    IntColumn name() {
        return name;
    }

    IntColumn key() {
        return key;
    }

    IntColumn attributes() {
        return attributes;
    }

    IntColumn endOffset() {
        return endOffset;
    }
}
