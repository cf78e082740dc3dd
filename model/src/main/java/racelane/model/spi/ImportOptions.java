package racelane.model.spi;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about files that leave it out.
 *
 * @param zone the zone of timestamps without one
 * @param date the day (or the first day of the year) on which a log begins that leaves the year or the day out; null when not said
 */
public record ImportOptions(ZoneId zone, @Nullable LocalDate date) {
    /** UTC, and no date said. */
    public static final ImportOptions DEFAULT = new ImportOptions(ZoneOffset.UTC, null);
}
