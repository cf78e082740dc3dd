package racelane.importers.jfr;

/** What a number means, as an annotation of its field says. */
enum Unit {
    /** Just a number. */
    NONE,
    /** Ticks of the chunk's clock, a point in time. */
    TIMESTAMP_TICKS,
    /** Milliseconds since the epoch. */
    TIMESTAMP_MILLIS,
    /** Ticks of the chunk's clock, a length of time. */
    TIMESPAN_TICKS,
    /** Nanoseconds. */
    TIMESPAN_NANOS,
    /** Microseconds. */
    TIMESPAN_MICROS,
    /** Milliseconds. */
    TIMESPAN_MILLIS,
    /** Seconds. */
    TIMESPAN_SECONDS,
    /** An address in memory. */
    ADDRESS,
    /** Bytes. */
    BYTES,
    /** A number that is never negative, whatever its first bit. */
    UNSIGNED;

    /** Returns the unit that {@code jdk.jfr.Timestamp} names. */
    static Unit ofTimestamp(String value) {
        return switch (value) {
            case "TICKS" -> TIMESTAMP_TICKS;
            case "MILLISECONDS_SINCE_EPOCH" -> TIMESTAMP_MILLIS;
            default -> NONE;
        };
    }

    /** Returns the unit that {@code jdk.jfr.Timespan} names. */
    static Unit ofTimespan(String value) {
        return switch (value) {
            case "TICKS" -> TIMESPAN_TICKS;
            case "MICROSECONDS" -> TIMESPAN_MICROS;
            case "MILLISECONDS" -> TIMESPAN_MILLIS;
            case "SECONDS" -> TIMESPAN_SECONDS;
            default -> TIMESPAN_NANOS;
        };
    }

    /** Tells whether it is a length of time. */
    boolean timespan() {
        return this == TIMESPAN_TICKS
                || this == TIMESPAN_NANOS
                || this == TIMESPAN_MICROS
                || this == TIMESPAN_MILLIS
                || this == TIMESPAN_SECONDS;
    }

    /** Returns how many nanoseconds one of a fixed length is; 1 for the rest. */
    long nanos() {
        return switch (this) {
            case TIMESPAN_MICROS -> 1_000L;
            case TIMESPAN_MILLIS, TIMESTAMP_MILLIS -> 1_000_000L;
            case TIMESPAN_SECONDS -> 1_000_000_000L;
            default -> 1L;
        };
    }
}
