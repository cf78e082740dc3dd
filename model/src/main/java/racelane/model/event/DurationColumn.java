package racelane.model.event;

/**
 * Durations as ints: ns where they fit (2.1 s), else a negative value {@code ~k} that points into a small array of longs. A
 * span of more than 292 years, which no long can count, is cut to that.
 */
record DurationColumn(int[] values, long[] large) {
    /** Returns the time from {@code start} to {@code end}, which is not before it, ns. */
    static long between(long start, long end) {
        long duration = end - start;
        return duration < 0 ? Long.MAX_VALUE : duration;
    }

    long get(int row) {
        int value = values[row];
        return value >= 0 ? value : large[~value];
    }
}
