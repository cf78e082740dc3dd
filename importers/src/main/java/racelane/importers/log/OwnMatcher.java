package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import racelane.importers.io.ByteText;
import racelane.importers.io.LogClock;

/** Finishes what a format of one's own found: its words for levels, and durations with their unit. One thread. */
final class OwnMatcher implements LineMatcher {
    /** The field that holds how long something took, its unit behind it or said by the format. */
    static final String DURATION = "duration";

    private final LineMatcher inner;
    private final Map<String, byte[]> levels = new HashMap<>();
    private final int duration;
    private final int unit;

    /**
     * Wraps the matcher of a format.
     *
     * @param slots where {@code duration} is found
     */
    OwnMatcher(LineMatcher inner, OwnRules own, Slots slots) {
        this.inner = inner;
        this.duration = slots.of(DURATION);
        this.unit = unitSlot(own.durationUnit());
        own.levels().forEach((word, level) -> levels.put(key(word), level.getBytes(StandardCharsets.UTF_8)));
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Returns the slot of durations in a unit: ns, us, ms or s; -1 when it is none. */
    static int unitSlot(String unit) {
        return switch (unit) {
            case "ns", "nanos" -> Slots.NANOS;
            case "us", "µs", "μs", "micros" -> Slots.MICROS;
            case "ms", "millis", "msec" -> Slots.MILLIS;
            case "s", "sec", "secs", "seconds" -> Slots.SECONDS;
            default -> -1;
        };
    }

    @Override
    public int match(byte[] bytes, int from, int to, LineFields fields, LogClock clock) {
        int result = inner.match(bytes, from, to, fields, clock);
        if (result == YES) {
            level(fields);
            duration(fields);
        }
        return result;
    }

    private void level(LineFields fields) {
        if (!levels.isEmpty() && fields.has(Slots.LEVEL)) {
            int from = fields.from(Slots.LEVEL);
            int length = fields.to(Slots.LEVEL) - from;
            byte[] level = levels.get(key(new String(fields.bytes(Slots.LEVEL), from, length, StandardCharsets.UTF_8)));
            if (level != null) {
                fields.set(Slots.LEVEL, level, 0, level.length);
            }
        }
    }

    private void duration(LineFields fields) {
        if (duration < 0 || !fields.has(duration)) {
            return;
        }
        byte[] bytes = fields.bytes(duration);
        int from = fields.from(duration);
        int to = fields.to(duration);
        int end = from;
        while (end < to && (ByteText.isDigit(bytes[end]) || bytes[end] == '.')) {
            end++;
        }
        String behind = new String(bytes, end, to - end, StandardCharsets.UTF_8).strip();
        int slot = behind.isEmpty() ? unit : unitSlot(behind);
        if (slot >= 0 && end > from) {
            fields.set(slot, bytes, from, end);
        }
    }

    @Override
    public double weight() {
        return inner.weight();
    }

    @Override
    public int layout() {
        return inner.layout();
    }
}
