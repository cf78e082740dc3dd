package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;

/**
 * Per lane and sub-row the events in time order: what drawing searches instead of the events themselves. In a sub-row events
 * are disjoint, so starts and ends are both sorted and every question of a view is a binary search. Costs 4 B an event, nothing
 * for lanes with one sub-row. Immutable; any thread.
 *
 * <p>The last sub-row a lane can have holds what lies deeper as well; only there ends may be out of order.
 */
public final class RowIndex {
    private final List<TableRows> tables;

    private RowIndex(List<TableRows> tables) {
        this.tables = tables;
    }

    /** Builds the index of every table. Reads each event's depth twice. */
    public static RowIndex of(Trace trace) {
        List<TableRows> tables = new ArrayList<>();
        for (EventTable table : trace.tables()) {
            tables.add(TableRows.of(table));
        }
        return new RowIndex(List.copyOf(tables));
    }

    /** Returns the events of one sub-row of one slice of table {@code table}. */
    Row row(int table, LaneSlice slice, int depth) {
        return tables.get(table).row(slice, depth);
    }

    /**
     * The events of one sub-row, as positions {@code from} to {@code to} in {@code order}, or as the rows themselves.
     *
     * @param table the table
     * @param order row numbers, or null when position and row number are the same
     * @param from first position
     * @param to position after the last
     */
    record Row(EventTable table, int @Nullable [] order, int from, int to) {
        int event(int position) {
            return order == null ? position : order[position];
        }

        long start(int position) {
            return table.start(event(position));
        }

        long end(int position) {
            return table.end(event(position));
        }

        /** Returns the first position at or after {@code low} whose event ends at or after {@code time}. */
        int firstEndingFrom(long time, int low) {
            int high = to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (end(middle) < time) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** Returns the first position whose event starts at or after {@code time}. */
        int firstStartingFrom(long time) {
            int low = from;
            int high = to;
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
         * Returns the first position after {@code low} whose event starts at or after {@code time}: in steps that double, then
         * by bisection, so that near answers are cheap.
         */
        int gallopToStart(long time, int low) {
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
    private record TableRows(EventTable table, int[] @Nullable [] order, int[] @Nullable [] starts) {
        static TableRows of(EventTable table) {
            List<LaneSlice> slices = table.slices();
            int[] @Nullable [] order = new int[slices.size()][];
            int[] @Nullable [] starts = new int[slices.size()][];
            for (LaneSlice slice : slices) {
                if (slice.rows() > 1) {
                    int[] first = starts(slice);
                    starts[slice.index()] = first;
                    order[slice.index()] = ordered(slice, first);
                }
            }
            return new TableRows(table, order, starts);
        }

        Row row(LaneSlice slice, int depth) {
            int[] first = starts[slice.index()];
            return first == null
                    ? new Row(table, null, slice.from(), slice.to())
                    : new Row(table, order[slice.index()], first[depth], first[depth + 1]);
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
