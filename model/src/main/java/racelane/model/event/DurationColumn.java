package racelane.model.event;

import java.util.Arrays;

/**
 * Durations as ints: ns where they fit (2.1 s), else a negative value {@code ~k} that points into a small array of longs. A
 * span of more than 292 years, which no long can count, is cut to that.
 */
final class DurationColumn {
    /** How many durations are taken in one go, for the JVM compiles what is called often sooner than a loop that is long. */
    private static final int STRETCH = 1 << 14;

    private final int[] values;
    private final long[] large;

    private DurationColumn(int[] values, long[] large) {
        this.values = values;
        this.large = large;
    }

    static DurationColumn of(long[] starts, long[] ends) {
        int[] values = new int[starts.length];
        long[] large = new long[0];
        int count = 0;
        for (int i = 0; i < values.length; ) {
            int end = Math.min(i + STRETCH, values.length);
            i = fitting(starts, ends, values, i, end);
            if (i < end) {
                if (count == large.length) {
                    large = Arrays.copyOf(large, Math.max(16, count * 2));
                }
                long duration = ends[i] - starts[i];
                large[count] = duration < 0 ? Long.MAX_VALUE : duration;
                values[i++] = ~count++;
            }
        }
        return new DurationColumn(values, Arrays.copyOf(large, count));
    }

    /** Takes durations as long as they fit into ints; returns where the first stands that does not, or {@code to}. */
    private static int fitting(long[] starts, long[] ends, int[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            long duration = ends[i] - starts[i];
            if (duration < 0 || duration > Integer.MAX_VALUE) {
                return i;
            }
            values[i] = (int) duration;
        }
        return to;
    }

    long get(int row) {
        int value = values[row];
        return value >= 0 ? value : large[~value];
    }
}
