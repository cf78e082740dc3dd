package racelane.model.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The order of rows inside each lane: by start, equal starts in arrival order. Most lanes arrive in order and cost one look. In
 * others a few rows come late, such as a call that is written down when it ends, behind those made in it: the late ones are taken
 * out, sorted on their own, and merged with the rest (drop-merge sort, Emil Ernerfeldt 2016), so that such a lane costs two looks.
 * Where many come late it is a stable bottom-up merge sort (Knuth, TAOCP 3, 5.2.4) that skips runs which are in order already.
 */
final class LaneOrder {
    private final long[] starts;
    private final int @Nullable [] rows;

    /**
     * Finds the order and brings {@code starts} into it.
     *
     * @param from first row of each lane, and the row after the last
     * @param starts starts lane by lane, in each lane as they came, ns
     */
    LaneOrder(int[] from, long[] starts) {
        this.starts = starts;
        int[] moved = null;
        for (int lane = 0; lane + 1 < from.length; lane++) {
            int late = late(from[lane], from[lane + 1]);
            if (late > 0) {
                moved = moved == null ? identity(starts.length) : moved;
                sort(from[lane], from[lane + 1], late, moved);
            }
        }
        rows = moved;
    }

    /** Returns the starts in their order. */
    long[] starts() {
        return starts;
    }

    /** Returns the row to which the one goes that was at {@code row} as they came. */
    int placeOf(int row) {
        int[] moved = rows;
        return moved == null ? row : moved[row];
    }

    /**
     * Puts values into their order.
     *
     * @param from where the values stand in {@code page}
     * @param row the row that the first of them would have as they came
     */
    void put(int[] page, int from, int[] target, int row, int count) {
        int[] moved = rows;
        if (moved == null) {
            System.arraycopy(page, from, target, row, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[moved[row + i]] = page[from + i];
        }
    }

    /** As for ints. */
    void put(char[] page, int from, char[] target, int row, int count) {
        int[] moved = rows;
        if (moved == null) {
            System.arraycopy(page, from, target, row, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[moved[row + i]] = page[from + i];
        }
    }

    /** As for ints, into a column that has others which are no chars. */
    void put(char[] page, int from, int[] target, int row, int count) {
        for (int i = 0; i < count; i++) {
            target[placeOf(row + i)] = page[from + i];
        }
    }

    /** As for ints. */
    void put(byte[] page, int from, byte[] target, int row, int count) {
        int[] moved = rows;
        if (moved == null) {
            System.arraycopy(page, from, target, row, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[moved[row + i]] = page[from + i];
        }
    }

    /** Returns a column, which was as the starts were, in the order. */
    long[] apply(long[] column) {
        int[] moved = rows;
        if (moved == null) {
            return column;
        }
        long[] target = new long[column.length];
        for (int i = 0; i < target.length; i++) {
            target[moved[i]] = column[i];
        }
        return target;
    }

    /** Returns a column, which was as the starts were, in the order. */
    int[] apply(int[] column) {
        int[] moved = rows;
        if (moved == null) {
            return column;
        }
        int[] target = new int[column.length];
        for (int i = 0; i < target.length; i++) {
            target[moved[i]] = column[i];
        }
        return target;
    }

    private static int[] identity(int size) {
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = i;
        }
        return rows;
    }

    /** Returns how many rows start before one that came before them. */
    private int late(int low, int high) {
        int late = 0;
        long latest = Long.MIN_VALUE;
        for (int i = low; i < high; i++) {
            long start = starts[i];
            if (start < latest) {
                late++;
            } else {
                latest = start;
            }
        }
        return late;
    }

    private void sort(int low, int high, int late, int[] moved) {
        int count = high - low;
        int[] order = late < count / 4 ? merged(low, high, late) : sorted(identity(low, count));
        long[] before = Arrays.copyOfRange(starts, low, high);
        for (int i = 0; i < count; i++) {
            moved[order[i]] = low + i;
            starts[low + i] = before[order[i] - low];
        }
    }

    private static int[] identity(int low, int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = low + i;
        }
        return rows;
    }

    /** Returns the rows of a lane in order: those in time and those late, merged. */
    private int[] merged(int low, int high, int late) {
        int[] lateRows = new int[late];
        int[] order = new int[high - low];
        int[] timely = new int[order.length - late];
        int found = 0;
        int kept = 0;
        long latest = Long.MIN_VALUE;
        for (int i = low; i < high; i++) {
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
