package racelane.model.event;

import java.util.Arrays;

/**
 * Durations as ints: ns where they fit (2.1 s), else a negative value {@code ~k} that points into a small array of longs. A
 * span of more than 292 years, which no long can count, is cut to that.
 */
final class DurationColumn {
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
        for (int i = 0; i < values.length; i++) {
            long duration = ends[i] - starts[i];
            if (duration >= 0 && duration <= Integer.MAX_VALUE) {
                values[i] = (int) duration;
            } else {
                if (count == large.length) {
                    large = Arrays.copyOf(large, Math.max(16, count * 2));
                }
                large[count] = duration < 0 ? Long.MAX_VALUE : duration;
                values[i] = ~count++;
            }
        }
        return new DurationColumn(values, Arrays.copyOf(large, count));
    }

    long get(int row) {
        int value = values[row];
        return value >= 0 ? value : large[~value];
    }
}
