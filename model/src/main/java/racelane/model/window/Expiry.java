package racelane.model.window;

import java.util.List;
import java.util.Locale;
import racelane.model.clock.Moment;
import racelane.model.time.DurationText;

/** Says when something that was taken for a limited time ends by itself. */
final class Expiry {
    private static final double MOST = 1e18;

    private Expiry() {}

    /** An attribute that may say how long. */
    record Limit(String name, Term value) {}

    /** Returns when what began at {@code start} ends by the first limit that {@code subject} has, or {@link Moment#NEVER_SEEN}. */
    static long end(long start, List<Limit> limits, Subject subject) {
        for (Limit limit : limits) {
            String value = limit.value().of(subject);
            long nanos = value == null ? -1 : nanos(limit.name(), value);
            if (nanos >= 0) {
                return start > Long.MAX_VALUE - nanos ? Moment.NEVER_SEEN : start + nanos;
            }
        }
        return Moment.NEVER_SEEN;
    }

    /** Reads {@code 30s} as it is written, and a plain number in ms when the attribute's name says so, else in s; -1 for neither. */
    static long nanos(String name, String value) {
        if (Comparing.isNumber(value)) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean millis = lower.equals("px") || lower.endsWith("ms") || lower.endsWith("millis");
            double nanos = Double.parseDouble(value) * (millis ? 1e6 : 1e9);
            return nanos >= 0 && nanos < MOST ? Math.round(nanos) : -1;
        }
        try {
            return DurationText.parse(value);
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
