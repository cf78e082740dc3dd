package racelane.importers.jfr;

/**
 * A chunk's clock: ticks since it began, turned into ns as {@code jdk.jfr.internal.consumer.TimeConverter} turns them.
 *
 * @param startNanos when the chunk begins, ns since the epoch
 * @param startTicks the same in ticks
 * @param perNano ticks in a nanosecond
 */
record Ticks(long startNanos, long startTicks, double perNano) {
    private static final double NANOS = 1_000_000_000.0;

    /** Returns the clock of a chunk. */
    static Ticks of(ChunkHeader header) {
        return new Ticks(header.startNanos(), header.startTicks(), header.ticksPerSecond() / NANOS);
    }

    /** Returns a point in time, ns since the epoch. */
    long nanos(long ticks) {
        return startNanos + (long) ((ticks - startTicks) / perNano);
    }

    /** Returns a length of time in ns. */
    long span(long ticks) {
        return (long) (ticks / perNano);
    }

    /** Returns a number with a unit in ns: since the epoch for points in time; the number itself when it is neither. */
    long nanos(Unit unit, long number) {
        return switch (unit) {
            case TIMESTAMP_TICKS -> nanos(number);
            case TIMESPAN_TICKS -> special(number) ? number : span(number);
            case NONE, BYTES, UNSIGNED, ADDRESS, TIMESPAN_NANOS -> number;
            default -> special(number) ? number : saturated(number, unit.nanos());
        };
    }

    /** Tells whether a length of time is "none" or "for ever". */
    static boolean special(long number) {
        return number == Long.MIN_VALUE || number == Long.MAX_VALUE;
    }

    private static long saturated(long number, long factor) {
        long high = Math.multiplyHigh(number, factor);
        long low = number * factor;
        if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
            return low;
        }
        return number < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE - 1;
    }
}
