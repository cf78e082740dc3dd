package racelane.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import racelane.model.time.DurationText;

/**
 * Reads an instant as people type it.
 *
 * @param start the start of the recording, ns since the epoch: {@code +5ms} counts from here, and a bare time of day means this day
 * @param zone the zone of what does not name one
 */
record TimeArgument(long start, ZoneId zone) {
    private static final long SECOND = 1_000_000_000L;

    /**
     * Returns the instant in ns since the epoch.
     *
     * @param option the option to be named when the text is no time
     */
    long parse(String option, String text) {
        try {
            if (text.startsWith("+")) {
                return start + DurationText.parse(text);
            }
            return nanos(instant(text.strip().replace(' ', 'T')));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnusableInput(
                    option + " " + text + ": no time; write 2026-11-20T12:32:03.455Z, 12:32:03.455 or +5ms");
        }
    }

    private Instant instant(String text) {
        if (!text.contains("T")) {
            return LocalTime.parse(text)
                    .atDate(Instant.ofEpochSecond(Math.floorDiv(start, SECOND))
                            .atZone(zone)
                            .toLocalDate())
                    .atZone(zone)
                    .toInstant();
        }
        boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d(:?\\d\\d)?");
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }
}
