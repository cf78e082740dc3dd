package racelane.model.source;

import java.util.Locale;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeText;

/**
 * How the times of a source are brought onto the reference clock: {@code t + offset + drift × (t − reference)}, in whole
 * nanoseconds, rounded down, exact at any distance. The order of two times is never reversed.
 *
 * @param offset ns to add at {@code reference}
 * @param drift how much faster the reference clock runs, in millionths of a ppm (10^-12); {@value #MOST_DRIFT} at most, either way
 * @param reference the time, ns on the source's own clock, at which the drift adds nothing; 0 without drift
 */
public record ClockMapping(long offset, long drift, long reference) {
    /** One ppm in the unit of {@link #drift}. */
    public static final long PPM = 1_000_000;

    /** The largest drift, either way: a clock that is off by a tenth. */
    public static final long MOST_DRIFT = 100_000 * PPM;

    /** The times as they are. */
    public static final ClockMapping NONE = new ClockMapping(0, 0, 0);

    private static final long STEP = 1_000_000;
    private static final long FAR = 1L << 62;

    /**
     * Checks the drift.
     *
     * @throws IllegalArgumentException with one line for people when it is larger than a clock's can be
     */
    public ClockMapping {
        if (drift > MOST_DRIFT || drift < -MOST_DRIFT) {
            throw new IllegalArgumentException(
                    "a drift of " + drift(drift) + " is more than a clock has; " + drift(MOST_DRIFT) + " is the most");
        }
        reference = drift == 0 ? 0 : reference;
    }

    /** Returns the mapping that adds {@code nanos}. */
    public static ClockMapping offset(long nanos) {
        return nanos == 0 ? NONE : new ClockMapping(nanos, 0, 0);
    }

    /** Tells whether nothing is changed. */
    public boolean isNone() {
        return offset == 0 && drift == 0;
    }

    /** Returns {@code own} (ns on the source's clock) on the reference clock; what lies centuries away stops at the end of time. */
    public long map(long own) {
        return plus(own, drift == 0 ? offset : plus(offset, drifted(own)));
    }

    /** Returns the range on the reference clock. */
    public TimeRange map(TimeRange own) {
        return new TimeRange(map(own.start()), map(own.end()));
    }

    /**
     * Returns the first time of the source's own clock that is mapped to {@code time} or later. Undoes {@link #map}: exactly when the
     * drift is not negative; else to within the nanosecond that two neighbours share.
     */
    public long unmap(long time) {
        if (drift == 0) {
            return plus(time, -offset);
        }
        long low = plus(time, -offset - span(time));
        long high = plus(time, -offset + span(time));
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1);
            if (map(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the mapping in words: {@code +3.2 ms}, {@code +3.2 ms, +12 ppm}, {@code 0}. */
    public String words() {
        return TimeText.offset(offset) + (drift == 0 ? "" : ", " + drift(drift));
    }

    /** Returns a drift in words: {@code +12.5 ppm}. */
    public static String drift(long drift) {
        String text = String.format(Locale.ROOT, "%+.6f", drift / (double) PPM);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end) + " ppm";
    }

    /** Returns the floor of {@code drift × (own − reference) / 10^12} without a product that overflows. */
    private long drifted(long own) {
        long distance = Math.clamp(plus(own, -reference), -FAR, FAR);
        long far = Math.floorDiv(distance, STEP);
        long near = distance - far * STEP;
        long ppm = Math.floorDiv(drift, STEP);
        long part = drift - ppm * STEP;
        return far * ppm + Math.floorDiv(near * ppm + far * part + Math.floorDiv(near * part, STEP), STEP);
    }

    /** Returns a bound on how much the drift can add around {@code time}: a fifth of the distance, as the drift is a tenth at most. */
    private long span(long time) {
        long distance = plus(plus(time, -offset), -reference);
        return Math.abs(Math.clamp(distance, -FAR, FAR) / 5) + 2;
    }

    private static long plus(long a, long b) {
        long sum = a + b;
        boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
        return overflow ? (b < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }
}
