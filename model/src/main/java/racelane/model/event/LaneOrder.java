package racelane.model.event;

import java.util.Arrays;

/**
 * The order of rows inside each lane: by start, equal starts in arrival order. Most rows arrive in order. Where one comes late, such as
 * a call that is written down when it ends, behind those made in it, only the rows from its place to where it came are out of order:
 * such windows are found in one look at the lane, sorted on their own, and the rest is left where it is.
 *
 * <p>In a window the late rows are taken out, sorted, and merged with the others (drop-merge sort, Emil Ernerfeldt 2016). Where many come
 * late it is a stable bottom-up merge sort (Knuth, TAOCP 3, 5.2.4) that skips runs which are in order already.
 */
final class LaneOrder {
    private final long[] starts;
    private int[] low = {};
    private int[] high = {};

    /** Where in {@link #moved} each window begins. */
    private int[] begin = {};

    /** The largest start in each window while the windows of a lane are being found. */
    private long[] most = {};

    /** The row to which each row of the windows goes, window behind window. */
    private int[] moved = {};

    private int windows;
    private int widest;

    /**
     * Finds the order and brings {@code starts} into it.
     *
     * @param from first row of each lane, and the row after the last
     * @param starts starts lane by lane, in each lane as they came, ns
     */
    LaneOrder(int[] from, long[] starts) {
        this.starts = starts;
        for (int lane = 0; lane + 1 < from.length; lane++) {
            find(from[lane], from[lane + 1]);
        }
        begin = new int[windows];
        int rows = 0;
        for (int window = 0; window < windows; window++) {
            begin[window] = rows;
            rows += high[window] - low[window];
            widest = Math.max(widest, high[window] - low[window]);
        }
        moved = new int[rows];
        most = new long[widest];
        for (int window = 0; window < windows; window++) {
            sort(low[window], high[window], begin[window]);
        }
        most = new long[0];
    }

    /** Returns the starts in their order. */
    long[] starts() {
        return starts;
    }

    /** Returns the row to which the one goes that was at {@code row} as they came. */
    int placeOf(int row) {
        int found = Arrays.binarySearch(low, 0, windows, row);
        int window = found < 0 ? -found - 2 : found;
        if (window < 0 || row >= high[window]) {
            return row;
        }
        return moved[begin[window] + row - low[window]];
    }

    /** Brings a column, which is as the starts were, into the order, in its place. */
    void settle(int[] column) {
        int[] held = new int[widest];
        for (int window = 0, at = 0; window < windows; window++) {
            int count = high[window] - low[window];
            System.arraycopy(column, low[window], held, 0, count);
            for (int i = 0; i < count; i++) {
                column[moved[at++]] = held[i];
            }
        }
    }

    /** As for ints. */
    void settle(char[] column) {
        char[] held = new char[widest];
        for (int window = 0, at = 0; window < windows; window++) {
            int count = high[window] - low[window];
            System.arraycopy(column, low[window], held, 0, count);
            for (int i = 0; i < count; i++) {
                column[moved[at++]] = held[i];
            }
        }
    }

    /** As for ints. */
    void settle(byte[] column) {
        byte[] held = new byte[widest];
        for (int window = 0, at = 0; window < windows; window++) {
            int count = high[window] - low[window];
            System.arraycopy(column, low[window], held, 0, count);
            for (int i = 0; i < count; i++) {
                column[moved[at++]] = held[i];
            }
        }
    }

    /** As for ints. */
    void settle(long[] column) {
        long[] held = new long[widest];
        for (int window = 0, at = 0; window < windows; window++) {
            int count = high[window] - low[window];
            System.arraycopy(column, low[window], held, 0, count);
            for (int i = 0; i < count; i++) {
                column[moved[at++]] = held[i];
            }
        }
    }

    /** Finds the windows of a lane: the fewest rows outside of which every row is where it belongs. */
    private void find(int first, int end) {
        int outer = windows;
        long latest = Long.MIN_VALUE;
        for (int i = first; i < end; i++) {
            long start = starts[i];
            if (start >= latest) {
                latest = start;
            } else {
                widen(i, latest, first, outer);
            }
        }
    }

    /** Makes a window from where the late row {@code late} belongs, and of the lane's windows on the way. */
    private void widen(int late, long latest, int first, int outer) {
        long start = starts[late];
        int from = late;
        boolean further = true;
        while (further) {
            if (windows > outer && high[windows - 1] == from) {
                further = most[windows - 1] > start;
                from = further ? low[--windows] : from;
            } else {
                further = from > first && starts[from - 1] > start;
                from -= further ? 1 : 0;
            }
        }
        if (windows == low.length) {
            int room = Math.max(16, windows * 2);
            low = Arrays.copyOf(low, room);
            high = Arrays.copyOf(high, room);
            most = Arrays.copyOf(most, room);
        }
        low[windows] = from;
        high[windows] = late + 1;
        most[windows++] = latest;
    }

    /** Sorts a window and notes where its rows go, from {@code at} on. */
    private void sort(int first, int end, int at) {
        int count = end - first;
        int late = late(first, end);
        int[] order = late < count / 4 ? merged(first, end, late) : sorted(identity(first, count));
        System.arraycopy(starts, first, most, 0, count);
        for (int i = 0; i < count; i++) {
            moved[at + order[i] - first] = first + i;
            starts[first + i] = most[order[i] - first];
        }
    }

    /** Returns how many rows start before one that came before them. */
    private int late(int first, int end) {
        int late = 0;
        long latest = Long.MIN_VALUE;
        for (int i = first; i < end; i++) {
            long start = starts[i];
            if (start < latest) {
                late++;
            } else {
                latest = start;
            }
        }
        return late;
    }

    private static int[] identity(int first, int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = first + i;
        }
        return rows;
    }

    /** Returns the rows of a window in order: those in time and those late, merged. */
    private int[] merged(int first, int end, int late) {
        int[] lateRows = new int[late];
        int[] order = new int[end - first];
        int[] timely = new int[order.length - late];
        int found = 0;
        int kept = 0;
        long latest = Long.MIN_VALUE;
        for (int i = first; i < end; i++) {
            long start = starts[i];
            if (start < latest) {
                lateRows[found++] = i;
            } else {
                latest = start;
                timely[kept++] = i;
            }
        }
        int[] sortedLate = sorted(lateRows);
        int a = 0;
        int b = 0;
        for (int i = 0; i < order.length; i++) {
            boolean takeLate = a == kept || (b < late && before(sortedLate[b], timely[a]));
            order[i] = takeLate ? sortedLate[b++] : timely[a++];
        }
        return order;
    }

    private boolean before(int row, int other) {
        return starts[row] < starts[other] || (starts[row] == starts[other] && row < other);
    }

    /** Returns rows, which are in the order in which they came, by start. */
    private int[] sorted(int[] given) {
        int count = given.length;
        int[] rows = given;
        int[] other = new int[count];
        for (int width = 1; width < count && width > 0; width *= 2) {
            for (long left = 0; left < count; left += 2L * width) { // a long: 2^30 + 2^30 is no int
                int middle = (int) Math.min(left + width, count);
                int right = (int) Math.min(left + 2L * width, count);
                merge(rows, other, (int) left, middle, right);
            }
            int[] swap = rows;
            rows = other;
            other = swap;
        }
        return rows;
    }

    private void merge(int[] rows, int[] target, int left, int middle, int right) {
        if (middle >= right || starts[rows[middle - 1]] <= starts[rows[middle]]) {
            System.arraycopy(rows, left, target, left, right - left);
            return;
        }
        int a = left;
        int b = middle;
        for (int i = left; i < right; i++) {
            boolean takeLeft = a < middle && (b >= right || starts[rows[a]] <= starts[rows[b]]);
            target[i] = takeLeft ? rows[a++] : rows[b++];
        }
    }
}
