package racelane.model.source;

import racelane.model.time.TimeText;

/**
 * How far the times and the lines of a source are believed, as its user says.
 *
 * @param skew how far, in ns, its clock may be apart from every other one, either way; -1 when nothing is said
 * @param order whether its lines stand in the order in which they happened, even where times are equal
 */
public record ClockTrust(long skew, boolean order) {
    /** Nothing is said: what holds for all sources holds for this one. */
    public static final ClockTrust NONE = new ClockTrust(-1, false);

    /**
     * Checks the skew.
     *
     * @throws IllegalArgumentException when it is less than -1
     */
    public ClockTrust {
        if (skew < -1) {
            throw new IllegalArgumentException("a skew holds either way and is never negative: " + skew);
        }
    }

    /** Tells whether nothing is said. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Tells whether it is said how far the clock may be apart from others. */
    public boolean hasSkew() {
        return skew >= 0;
    }

    /** Returns the same with another skew, ns; -1 for none. */
    public ClockTrust withSkew(long nanos) {
        return new ClockTrust(nanos, order);
    }

    /** Returns what is said, in words: {@code clock ±20 ms, lines in order}; empty when nothing is. */
    public String words() {
        String clock = hasSkew() ? "clock \u00b1" + (skew == 0 ? "0" : TimeText.duration(skew)) : "";
        return clock + (hasSkew() && order ? ", " : "") + (order ? "lines in order" : "");
    }
}
