package racelane.importers.log;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** How long an entry says that it took, exactly: decimal text, never a double. Stateless. */
final class Durations {
    private static final int[] SLOTS = {Slots.SECONDS, Slots.MILLIS, Slots.MICROS, Slots.NANOS};
    private static final long MAX = Duration.ofDays(366).toNanos();

    private Durations() {}

    /** Returns the ns an entry took, 0 when it does not say, or nothing believable. */
    static long of(LineFields fields) {
        for (int i = 0; i < SLOTS.length; i++) {
            if (fields.has(SLOTS[i])) {
                return nanos(fields, SLOTS[i], 9 - 3 * i);
            }
        }
        return 0;
    }

    private static long nanos(LineFields fields, int slot, int power) {
        int length = fields.to(slot) - fields.from(slot);
        if (length > 24) {
            return 0;
        }
        String text = new String(fields.bytes(slot), fields.from(slot), length, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < length; i++) {
            if ("0123456789.".indexOf(text.charAt(i)) < 0) {
                return 0;
            }
        }
        try {
            long nanos = new BigDecimal(text).movePointRight(power).longValue();
            return nanos < 0 || nanos > MAX ? 0 : nanos;
        } catch (NumberFormatException e) {
            return 0; // two points, or none but points
        }
    }
}
