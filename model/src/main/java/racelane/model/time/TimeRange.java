package racelane.model.time;

/**
 * A closed interval of time.
 *
 * @param start first instant, ns since 1970-01-01T00:00:00Z
 * @param end last instant, ns since 1970-01-01T00:00:00Z; never before {@code start}
 */
public record TimeRange(long start, long end) {
    /**
     * Checks the order of the ends.
     *
     * @throws IllegalArgumentException when {@code end} lies before {@code start}
     */
    public TimeRange {
        if (end < start) {
            throw new IllegalArgumentException("a range cannot end (" + end + ") before it starts (" + start + ")");
        }
    }

    /** Returns the range between two instants given in any order, both ns since the epoch. */
    public static TimeRange between(long a, long b) {
        return new TimeRange(Math.min(a, b), Math.max(a, b));
    }

    /** Returns the length in ns; 0 when both ends are the same instant; at most 2^63 - 1 (292 years). */
    public long duration() {
        long length = end - start;
        return length < 0 ? Long.MAX_VALUE : length;
    }

    /** Returns the instant half-way between the ends, ns since the epoch. */
    public long middle() {
        return (start & end) + ((start ^ end) >> 1); // the mean, rounded down, without a sum that overflows
    }

    /** Tells whether {@code time} (ns since the epoch) lies inside, ends included. */
    public boolean contains(long time) {
        return start <= time && time <= end;
    }

    /** Tells whether the two ranges share at least one instant. */
    public boolean intersects(TimeRange other) {
        return start <= other.end && other.start <= end;
    }

    /** Returns the smallest range that holds both. */
    public TimeRange union(TimeRange other) {
        return new TimeRange(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Returns this range widened by {@code fraction} of its length (and at least {@code atLeast} ns) on each side. */
    public TimeRange padded(double fraction, long atLeast) {
        long by = Math.max(atLeast, Math.round(duration() * fraction));
        return new TimeRange(plus(start, -by), plus(end, by));
    }

    /** Returns the sum, or the end of time that it would have passed. */
    static long plus(long time, long nanos) {
        long sum = time + nanos;
        boolean overflow = ((time ^ sum) & (nanos ^ sum)) < 0;
        return overflow ? (nanos < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }
}
