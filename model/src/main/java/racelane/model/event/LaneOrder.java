package racelane.model.event;

import org.jspecify.annotations.Nullable;

/**
 * The order of rows inside each lane: by start, equal starts in arrival order. Most lanes arrive in order and cost one look; the
 * others get a stable bottom-up merge sort (Knuth, TAOCP 3, 5.2.4) that skips runs which are in order already.
 */
final class LaneOrder {
    private final int[] from;
    private final long[] starts;
    private final int[] @Nullable [] permutation;

    /** Finds the order and brings {@code starts} into it. */
    LaneOrder(int[] from, long[] starts) {
        this.from = from;
        this.starts = starts;
        this.permutation = new int[from.length - 1][];
        for (int lane = 0; lane + 1 < from.length; lane++) {
            if (!inOrder(from[lane], from[lane + 1])) {
                permutation[lane] = sorted(from[lane], from[lane + 1]);
            }
        }
        for (int lane = 0; lane + 1 < from.length; lane++) {
            int[] order = permutation[lane];
            if (order != null) {
                long[] copy = new long[order.length];
                for (int i = 0; i < order.length; i++) {
                    copy[i] = starts[order[i]];
                }
                System.arraycopy(copy, 0, starts, from[lane], copy.length);
            }
        }
    }

    long[] starts() {
        return starts;
    }

    long[] apply(long[] column) {
        for (int lane = 0; lane + 1 < from.length; lane++) {
            int[] order = permutation[lane];
            if (order != null) {
                long[] copy = new long[order.length];
                for (int i = 0; i < order.length; i++) {
                    copy[i] = column[order[i]];
                }
                System.arraycopy(copy, 0, column, from[lane], copy.length);
            }
        }
        return column;
    }

    int[] apply(int[] column) {
        for (int lane = 0; lane + 1 < from.length && column.length > 0; lane++) {
            int[] order = permutation[lane];
            if (order != null) {
                int[] copy = new int[order.length];
                for (int i = 0; i < order.length; i++) {
                    copy[i] = column[order[i]];
                }
                System.arraycopy(copy, 0, column, from[lane], copy.length);
            }
        }
        return column;
    }

    byte[] apply(byte[] column) {
        for (int lane = 0; lane + 1 < from.length; lane++) {
            int[] order = permutation[lane];
            if (order != null) {
                byte[] copy = new byte[order.length];
                for (int i = 0; i < order.length; i++) {
                    copy[i] = column[order[i]];
                }
                System.arraycopy(copy, 0, column, from[lane], copy.length);
            }
        }
        return column;
    }

    private boolean inOrder(int low, int high) {
        for (int i = low + 1; i < high; i++) {
            if (starts[i] < starts[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private int[] sorted(int low, int high) {
        int count = high - low;
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = low + i;
        }
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
