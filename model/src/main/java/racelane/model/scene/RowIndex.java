package racelane.model.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.lane.Regrouping;

/**
 * Per lane and sub-row the events in time order: what drawing searches instead of the events themselves. In a sub-row events
 * are disjoint, so starts and ends are both sorted and every question of a view is a binary search. Costs 4 B an event, nothing
 * for lanes with one sub-row, and up to 1 B more in sub-rows of more than 512 events. Immutable; any thread.
 *
 * <p>The last sub-row a lane can have holds what lies deeper as well; only there ends may be out of order.
 */
public final class RowIndex {
    private final Trace trace;
    private final List<TableRows> tables;
    private final @Nullable Regrouping regrouping;
    private final @Nullable Map<Integer, List<Row>> chosen;

    private RowIndex(
            Trace trace,
            List<TableRows> tables,
            @Nullable Regrouping regrouping,
            @Nullable Map<Integer, List<Row>> chosen) {
        this.trace = trace;
        this.tables = tables;
        this.regrouping = regrouping;
        this.chosen = chosen;
    }

    /** Builds the index of every table. Reads each event's depth twice. */
    public static RowIndex of(Trace trace) {
        List<TableRows> tables = new ArrayList<>();
        for (EventTable table : trace.tables()) {
            tables.add(TableRows.of(table));
        }
        return new RowIndex(trace, List.copyOf(tables), null, null);
    }

    /** Returns the index of the same trace with its events in other rows; the lane ids of a plan are then those rows. Copies nothing. */
    public RowIndex regrouped(@Nullable Regrouping rows) {
        return new RowIndex(trace, tables, rows, null);
    }

    /** Says of an event whether it is wanted. */
    @FunctionalInterface
    public interface EventTest {
        /** Tells whether the event {@code row} of the table at {@code table} is wanted. */
        boolean test(int table, int row);
    }

    /**
     * Returns an index that holds only the wanted events, each in the sub-row it has here. Looks once at every event; takes 4 B a wanted
     * one. To be built in the background.
     */
    public RowIndex only(EventTest wanted) {
        List<Row> kept = new ArrayList<>();
        Map<Integer, List<Row>> byLane = new HashMap<>();
        int lanes = regrouping == null ? trace.lanes().size() : regrouping.size();
        for (int lane = 0; lane < lanes; lane++) {
            List<Row> rows = rows(lane);
            for (Row row : rows) {
                kept.add(row.only(wanted));
            }
            byLane.put(lane, List.copyOf(kept));
            kept.clear();
        }
        return new RowIndex(trace, tables, regrouping, byLane);
    }

    /** Tells whether the rows are not the lanes of the trace. */
    boolean isRegrouped() {
        return regrouping != null;
    }

    /** Returns the lane, as plans of this index count them, on which an event is drawn. */
    public int laneOf(EventRef event) {
        return regrouping == null ? trace.laneId(event) : regrouping.rowOf(event);
    }

    /** Returns the sub-row of an event in its lane: those of a lane's sources lie below each other, so that none hides another. */
    int subRow(EventRef event) {
        if (regrouping != null) {
            return regrouping.subRow(event);
        }
        EventTable table = trace.tables().get(event.table());
        return LaneArea.subRow(trace, trace.laneId(event), event, table);
    }

    /** Returns the sub-rows of a lane from top to bottom. */
    List<Row> rows(int laneId) {
        if (chosen != null) {
            return chosen.getOrDefault(laneId, List.of());
        }
        List<Row> rows = new ArrayList<>();
        if (regrouping != null) {
            for (Regrouping.SubRow row : regrouping.subRows(laneId)) {
                rows.add(new Row(trace.tables().get(row.table()), row.table(), row.order(), row.from(), row.to()));
            }
            return rows;
        }
        for (LaneSlice slice : trace.lanes().get(laneId).slices()) {
            int table = trace.tables().indexOf(slice.table());
            for (int depth = 0; depth < slice.rows(); depth++) {
                rows.add(row(table, slice, depth));
            }
        }
        return rows;
    }

    /** Returns the events of one sub-row of one slice of table {@code table}. */
    Row row(int table, LaneSlice slice, int depth) {
        return tables.get(table).row(table, slice, depth);
    }

    /**
     * The events of one sub-row, as positions {@code from} to {@code to} in {@code order}, or as the rows themselves.
     *
     * @param table the table
     * @param index its position in the trace
     * @param order row numbers, or null when position and row number are the same
     * @param from first position
     * @param to position after the last
     * @param steps where each step of time begins; none where the sub-row is short
     */
    record Row(EventTable table, int index, int @Nullable [] order, int from, int to, StartSteps steps) {
        /** So many events of a step are looked at one by one. */
        private static final int NEAR = 12;

        Row(EventTable table, int index, int @Nullable [] order, int from, int to) {
            this(table, index, order, from, to, StartSteps.NONE);
        }

        Row only(EventTest wanted) {
            int[] found = new int[16];
            int count = 0;
            for (int at = from; at < to; at++) {
                if (wanted.test(index, event(at))) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, count * 2);
                    }
                    found[count++] = event(at);
                }
            }
            return new Row(table, index, Arrays.copyOf(found, count), 0, count);
        }

        int event(int position) {
            return order == null ? position : order[position];
        }

        long start(int position) {
            return table.start(event(position));
        }

        long end(int position) {
            return table.end(event(position));
        }

        /**
         * Returns the first position at or after {@code low} whose event ends at or after {@code time}: that of the first event that starts
         * then, or one shortly before it.
         */
        int firstEndingFrom(long time, int low) {
            int high = Math.max(low, firstStartingFrom(time));
            int step = 1;
            while (high - step >= low && end(high - step) >= time) {
                high -= step;
                step = step < 1 << 29 ? step * 2 : step;
            }
            int first = Math.max(low, high - step);
            while (first < high) {
                int middle = (first + high) >>> 1;
                if (end(middle) < time) {
                    first = middle + 1;
                } else {
                    high = middle;
                }
            }
            return first;
        }

        /** Returns the first position whose event starts at or after {@code time}. */
        int firstStartingFrom(long time) {
            int low = steps.exist() ? steps.low(time) : from;
            int high = steps.exist() ? steps.high(time) : to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (start(middle) < time) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /**
         * Finds, for each of the instants from {@code first} to before {@code end}, the first position whose event starts at or after it.
         * Only where there are steps. No instant waits for what another finds.
         */
        void firstStartingFrom(long[] times, int first, int end, int[] found) {
            for (int i = first; i < end; i++) {
                found[i - first] = steps.low(times[i]);
            }
            for (int i = first; i < end; i++) {
                int near = found[i - first];
                int far = Math.min(to, near + NEAR);
                while (near < far && start(near) < times[i]) {
                    near++;
                }
                found[i - first] = near < far ? near : firstStartingFrom(times[i]);
            }
        }

        /**
         * Returns the first position after {@code low} whose event starts at or after {@code time}: in steps that double, then
         * by bisection, so that near answers are cheap.
         */
        int gallopToStart(long time, int low) {
            if (steps.exist()) {
                return low + 1 < to && start(low + 1) < time ? Math.max(low + 1, firstStartingFrom(time)) : low + 1;
            }
            int step = 1;
            int below = low;
            while (below + step < to && start(below + step) < time) {
                below += step;
                step = step < 1 << 29 ? step * 2 : step;
            }
            int high = Math.min(to, below + step);
            int first = below + 1;
            while (first < high) {
                int middle = (first + high) >>> 1;
                if (start(middle) < time) {
                    first = middle + 1;
                } else {
                    high = middle;
                }
            }
            return first;
        }
    }

    /** The rows of one table: for slices with several sub-rows, the row numbers ordered by sub-row. */
    private record TableRows(
            EventTable table, int[] @Nullable [] order, int[] @Nullable [] starts, StartSteps[][] steps) {
        static TableRows of(EventTable table) {
            List<LaneSlice> slices = table.slices();
            int[] @Nullable [] order = new int[slices.size()][];
            int[] @Nullable [] starts = new int[slices.size()][];
            StartSteps[][] steps = new StartSteps[slices.size()][];
            for (LaneSlice slice : slices) {
                steps[slice.index()] = new StartSteps[slice.rows()];
                if (slice.rows() > 1) {
                    int[] first = starts(slice);
                    int[] rows = ordered(slice, first);
                    starts[slice.index()] = first;
                    order[slice.index()] = rows;
                    for (int depth = 0; depth < slice.rows(); depth++) {
                        steps[slice.index()][depth] =
                                StartSteps.of(first[depth], first[depth + 1], at -> table.start(rows[at]));
                    }
                } else {
                    steps[slice.index()][0] = StartSteps.of(slice.from(), slice.to(), table::start);
                }
            }
            return new TableRows(table, order, starts, steps);
        }

        Row row(int index, LaneSlice slice, int depth) {
            int[] first = starts[slice.index()];
            return first == null
                    ? new Row(table, index, null, slice.from(), slice.to(), steps[slice.index()][0])
                    : new Row(
                            table,
                            index,
                            order[slice.index()],
                            first[depth],
                            first[depth + 1],
                            steps[slice.index()][depth]);
        }

        private static int[] starts(LaneSlice slice) {
            int[] first = new int[slice.rows() + 1];
            for (int row = slice.from(); row < slice.to(); row++) {
                first[slice.table().depth(row) + 1]++;
            }
            for (int depth = 1; depth < first.length; depth++) {
                first[depth] += first[depth - 1];
            }
            return first;
        }

        private static int[] ordered(LaneSlice slice, int[] starts) {
            int[] next = starts.clone();
            int[] order = new int[slice.size()];
            for (int row = slice.from(); row < slice.to(); row++) {
                order[next[slice.table().depth(row)]++] = row;
            }
            return order;
        }
    }
}
