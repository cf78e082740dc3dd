package racelane.model.spi;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatWish;
import racelane.model.source.LanesBy;

/**
 * What the user says about files that leave it out.
 *
 * @param zone the zone of timestamps without one
 * @param date the day (or the first day of the year) on which a log begins that leaves the year or the day out; null when not said
 * @param lanesBy by what the lanes of logs are told apart
 * @param format the format that logs are to be read as
 * @param own the user's own formats, tried before the built-in ones
 */
public record ImportOptions(
        ZoneId zone, @Nullable LocalDate date, LanesBy lanesBy, FormatWish format, List<FormatFile> own) {
    /** UTC, and no date said. */
    public static final ImportOptions DEFAULT = new ImportOptions(ZoneOffset.UTC, null);

    /** Copies the list. */
    public ImportOptions {
        own = List.copyOf(own);
    }

    /** Says zone and date only. */
    public ImportOptions(ZoneId zone, @Nullable LocalDate date) {
        this(zone, date, LanesBy.AUTO, FormatWish.ANY, List.of());
    }

    /** Returns the same with another lane rule. */
    public ImportOptions withLanesBy(LanesBy rule) {
        return new ImportOptions(zone, date, rule, format, own);
    }

    /** Returns the same with the format to be read as. */
    public ImportOptions withFormat(FormatWish wish) {
        return new ImportOptions(zone, date, lanesBy, wish, own);
    }

    /** Returns the same with the user's own formats. */
    public ImportOptions withOwn(List<FormatFile> formats) {
        return new ImportOptions(zone, date, lanesBy, format, formats);
    }
}
