package racelane.importers.log;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How long an entry says that it took, exactly: decimal text, never a double. A text with units may have several parts, as Go
 * writes them: {@code 1m3.5s}. Stateless but for what it counts; one thread.
 */
final class Durations {
    private static final int[] SLOTS = {Slots.SECONDS, Slots.MILLIS, Slots.MICROS, Slots.NANOS};
    private static final long MAX = Duration.ofDays(366).toNanos();
    private static final int LONGEST = 24;
    private static final long MILLI = 1_000_000;

    private long unitless;

    /** Returns the ns an entry took, 0 when it does not say, or nothing believable. */
    long of(LineFields fields) {
        for (int i = 0; i < SLOTS.length; i++) {
            if (fields.has(SLOTS[i])) {
                return Math.max(0, number(text(fields, SLOTS[i]), power(i)));
            }
        }
        return fields.has(Slots.DURATION) ? named(fields) : 0;
    }

    private long named(LineFields fields) {
        String text = text(fields, Slots.DURATION);
        long millis = number(text, MILLI);
        if (millis < 0) {
            return Math.max(0, parse(text));
        }
        unitless += millis > 0 ? 1 : 0;
        return millis;
    }

    /** Returns how many durations named no unit and were taken for milliseconds. */
    long unitless() {
        return unitless;
    }

    private static long power(int slot) {
        return slot == 0 ? 1_000_000_000 : slot == 1 ? MILLI : slot == 2 ? 1_000 : 1;
    }

    private static String text(LineFields fields, int slot) {
        int length = fields.to(slot) - fields.from(slot);
        return length > LONGEST
                ? ""
                : new String(fields.bytes(slot), fields.from(slot), length, StandardCharsets.UTF_8);
    }

    /** Returns the ns of a text with units in {@code [from, to)}, or -1. */
    static long parse(byte[] bytes, int from, int to) {
        return to - from > LONGEST ? -1 : parse(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    private static long parse(String text) {
        long all = 0;
        int at = 0;
        while (at < text.length()) {
            int unit = at;
            while (unit < text.length() && isNumber(text.charAt(unit))) {
                unit++;
            }
            int end = unit;
            while (end < text.length() && !isNumber(text.charAt(end))) {
                end++;
            }
            long size = unit(text.substring(unit, end).strip());
            long part = size == 0 ? -1 : number(text.substring(at, unit), size);
            if (part < 0 || all + part > MAX) {
                return -1;
            }
            all += part;
            at = end;
        }
        return at == 0 ? -1 : all;
    }

    private static boolean isNumber(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }

    private static long unit(String name) {
        return switch (name) {
            case "ns" -> 1;
            case "us", "\u00b5s", "\u03bcs" -> 1_000;
            case "ms" -> MILLI;
            case "s", "sec" -> 1_000_000_000L;
            case "m", "min" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 0;
        };
    }

    /** Returns the ns of so many units, or -1 when the text is no number or is beyond belief. */
    private static long number(String text, long unit) {
        if (text.isEmpty() || !text.chars().allMatch(c -> isNumber((char) c))) {
            return -1;
        }
        try {
            long nanos = new BigDecimal(text).multiply(BigDecimal.valueOf(unit)).longValue();
            return nanos < 0 || nanos > MAX ? -1 : nanos;
        } catch (NumberFormatException e) {
            return -1; // two points, or none but points
        }
    }
}
