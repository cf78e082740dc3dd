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

    /** Returns the time from {@code start} to {@code end}, which is not before it, ns. */
    static long between(long start, long end) {
        long duration = end - start;
        return duration < 0 ? Long.MAX_VALUE : duration;
    }

    long get(int row) {
        int value = values[row];
        return value >= 0 ? value : large[~value];
    }

    /** The durations of a table that is being built, by handle. Single writer. */
    static final class Growing {
        private final Columns.Ints values = new Columns.Ints();
        private long[] large = new long[16];
        private int count;

        /** Sets a duration, 0 or more. */
        void put(int at, long duration) {
            if (duration <= Integer.MAX_VALUE) {
                values.put(at, (int) duration);
            } else {
                putLarge(at, duration);
            }
        }

        /** Sets the durations of events that lie in one page; an end before its start counts as the start. */
        void putAll(int at, long[] starts, long[] ends, int from, int count) {
            int[] page = values.page(at);
            int first = at & Columns.MASK;
            for (int i = 0; i < count; i++) {
                long start = starts[from + i];
                long end = ends[from + i];
                long duration = end - start;
                if (duration >>> (Integer.SIZE - 1) == 0) {
                    page[first + i] = (int) duration;
                } else {
                    put(at + i, end > start ? between(start, end) : 0);
                }
            }
        }

        private void putLarge(int at, long duration) {
            int before = values.get(at);
            if (before < 0) {
                large[~before] = duration;
                return;
            }
            if (count == large.length) {
                large = Arrays.copyOf(large, count * 2);
            }
            large[count] = duration;
            values.put(at, ~count++);
        }

        long get(int at) {
            int value = values.get(at);
            return value >= 0 ? value : large[~value];
        }

        DurationColumn sealed(LaneRuns.Plan plan, LaneOrder order) {
            return new DurationColumn(values.sealed(plan, order), Arrays.copyOf(large, count));
        }
    }
}
