package racelane.model.source;

import java.util.Locale;
import racelane.model.time.TimeText;

/**
 * What the user said of a source's clock.
 *
 * @param mapping brings its times onto the reference clock
 * @param tiedTo sha-256 of the source with which pairs of events were matched; empty when the mapping was typed
 * @param bound how far, in ns, a mapped time can still be off from that source's clock: the largest residual and the ticks; -1 when
 *     nothing says so, as with a typed mapping or a single pair
 * @param trust how far its times and its lines are believed
 */
public record ClockSetting(ClockMapping mapping, String tiedTo, long bound, ClockTrust trust) {
    /** The source's own times. */
    public static final ClockSetting NONE = typed(ClockMapping.NONE);

    /** Creates a setting that says nothing of how far the source is believed. */
    public ClockSetting(ClockMapping mapping, String tiedTo, long bound) {
        this(mapping, tiedTo, bound, ClockTrust.NONE);
    }

    /** Returns the setting of a mapping that was typed: nothing says how good it is. */
    public static ClockSetting typed(ClockMapping mapping) {
        return new ClockSetting(mapping, "", -1);
    }

    /** Tells whether the clock is bounded against another source's. */
    public boolean isBounded() {
        return !tiedTo.isEmpty() && bound >= 0;
    }

    /** Returns the same clock, believed as is said. */
    public ClockSetting withTrust(ClockTrust next) {
        // the same object most often: a record's equals is put together at run time when first asked, which takes 10 ms
        return next == trust || next.equals(trust) ? this : new ClockSetting(mapping, tiedTo, bound, next);
    }

    /** Tells whether the times come onto the reference clock in the same way, however far they are believed. */
    public boolean sameClock(ClockSetting other) {
        return withTrust(other.trust).equals(other);
    }

    /** Returns how its times come onto the reference clock, in words: {@code +3.2 ms, +12 ppm ±0.4 ms}. */
    public String words() {
        return mapping.words()
                + (isBounded() ? " \u00b1" + TimeText.duration(bound).toLowerCase(Locale.ROOT) : "");
    }
}
