package racelane.model.window;

import java.util.Arrays;
import racelane.model.clock.Moment;

/**
 * Sorts indices by a time: time and index are packed into one number, so that the numbers alone are sorted and no order is asked
 * for. What is nearly in order already, as events are whose ends are asked for in the order of their starts, takes O(n).
 */
final class TimeSort {
    private static final int FEW = 24;
    /** How many places each index may be moved, on average, before nearly sorted is not what it is. */
    private static final int NEAR = 8;

    private TimeSort() {}

    /**
     * Returns the indices of {@code times} in order.
     *
     * @param after tells of two indices whose times are equal whether the first one comes after the second; where it does not say,
     *     they keep their order
     */
    static int[] indices(long[] times, RunSort.After after) {
        int n = times.length;
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long time : times) {
            least = Math.min(least, time);
            most = time == Moment.NEVER_SEEN ? most : Math.max(most, time);
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(n);
        long spread = most - least + 1; // what was never seen comes one behind the last
        if (n <= FEW || spread <= 0 || spread >= (Long.MAX_VALUE >> bits)) {
            return RunSort.indices(n, (a, b) -> times[a] != times[b] ? times[a] > times[b] : after.test(a, b));
        }
        long[] packed = new long[n];
        for (int i = 0; i < n; i++) {
            packed[i] = Math.min(times[i] - least, spread) << bits | i;
        }
        sort(packed);
        int[] order = new int[n];
        int mask = (1 << bits) - 1;
        for (int i = 0; i < n; i++) {
            order[i] = (int) packed[i] & mask;
        }
        sortTies(order, times, after);
        return order;
    }

    /** Moves each number back to its place; when that moves too many, leaves the rest to a sort for any order. */
    private static void sort(long[] packed) {
        long moves = (long) packed.length * NEAR;
        for (int i = 1; i < packed.length; i++) {
            long one = packed[i];
            int to = i;
            while (to > 0 && packed[to - 1] > one) {
                packed[to] = packed[to - 1];
                to--;
            }
            packed[to] = one;
            moves -= i - to;
            if (moves < 0) {
                Arrays.sort(packed);
                return;
            }
        }
    }

    private static void sortTies(int[] order, long[] times, RunSort.After after) {
        int first = 0;
        for (int i = 1; i <= order.length; i++) {
            if (i == order.length || times[order[i]] != times[order[first]]) {
                if (i - first == 2) {
                    sortPair(order, first, after);
                } else if (i - first > 2) {
                    sortTied(order, first, i, after);
                }
                first = i;
            }
        }
    }

    private static void sortPair(int[] order, int at, RunSort.After after) {
        if (after.test(order[at], order[at + 1])) {
            int one = order[at];
            order[at] = order[at + 1];
            order[at + 1] = one;
        }
    }

    private static void sortTied(int[] order, int from, int to, RunSort.After after) {
        int[] tied = Arrays.copyOfRange(order, from, to);
        int[] sorted = RunSort.indices(tied.length, (a, b) -> after.test(tied[a], tied[b]));
        for (int k = 0; k < sorted.length; k++) {
            order[from + k] = tied[sorted[k]];
        }
    }
}
