package racelane.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatFolder;
import racelane.model.format.FormatWish;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.DriftText;
import racelane.model.source.LanesBy;
import racelane.model.source.Source;
import racelane.model.spi.ImportOptions;
import racelane.model.time.DurationText;

/** The options that every command takes: which files, and what the user says of them. */
final class InputOptions extends OptionGroup {
    final Given<List<Path>> files = parameter("FILE", Path.class, "1..*")
            .says("Logs, JFR recordings or traces, each also as .gz, or folders of them.")
            .list();

    final Given<ZoneId> zone = option("--zone", ZoneId.class, "ZONE")
            .says("Time zone of logs that do not name one, such as Europe/Paris or +02:00 (default: UTC).")
            .readBy(new ZoneConverter())
            .orElse(ZoneOffset.UTC);

    final Given<@Nullable LocalDate> date = option("--date", LocalDate.class, "YYYY[-MM-DD]")
            .says("Year or day on which a log begins that leaves it out (default: the file's modification time).")
            .readBy(new DateConverter())
            .orNull();

    final Given<List<SourceOffset>> offsets = option("--offset", SourceOffset.class, "SOURCE=+3.2ms[,+12ppm]")
            .says(
                    "Moves a source's times, by its file name: so much at its first event, and by the drift from there on;"
                            + " repeat for several sources.")
            .readBy(new OffsetConverter())
            .list();

    final Given<FormatWish> format = option("--format", FormatWish.class, "FILE|NAME")
            .says("Reads logs by this format file, or by your own or built-in format of this name"
                    + " (default: whichever fits best; racelane format list names them).")
            .readBy(new FormatConverter())
            .orElse(FormatWish.ANY);

    final Given<LanesBy> lanesBy = option("--lanes-by", LanesBy.class, "RULE")
            .says("Tells the lanes of logs apart by auto, thread, request, logger, process, operation or one.")
            .readBy(new LanesConverter())
            .orElse(LanesBy.AUTO);

    final Given<Boolean> quiet = flag("--quiet", "No progress on standard error.");

    ImportOptions importOptions() {
        return new ImportOptions(zone.value(), date.value())
                .withFormat(format.value())
                .withLanesBy(lanesBy.value());
    }

    /** Returns the corrections by file name. */
    Map<String, SourceOffset> offsetsByName() {
        Map<String, SourceOffset> byName = new LinkedHashMap<>();
        offsets.value().forEach(offset -> byName.put(offset.source(), offset));
        return byName;
    }

    /**
     * A source's correction.
     *
     * @param source the file's name
     * @param nanos ns to add to its times
     * @param drift how much faster the reference clock runs, 10^-12
     */
    record SourceOffset(String source, long nanos, long drift) {
        /** Returns what it says of the clock of {@code found}: the drift adds nothing at its first event. */
        ClockSetting setting(Source found) {
            return ClockSetting.typed(
                    new ClockMapping(nanos, drift, found.extent().start()));
        }
    }

    /** Reads a zone id. */
    static final class ZoneConverter implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String value) {
            try {
                return ZoneId.of(value);
            } catch (java.time.DateTimeException e) {
                throw new TypeConversionException(
                        "'" + value + "' is no zone; write one like Europe/Paris, UTC or +02:00");
            }
        }
    }

    /** Takes a format file, or the name of a format. */
    static final class FormatConverter implements ITypeConverter<FormatWish> {
        @Override
        public FormatWish convert(String value) {
            Path file = Path.of(value);
            if (!value.endsWith(FormatFile.ENDING) && !Files.isRegularFile(file)) {
                return FormatWish.named(value);
            }
            FormatFile format = FormatFolder.read(file);
            if (!format.unreadable().isEmpty()) {
                throw new TypeConversionException(
                        "'" + value + "' is no format that can be read: " + format.unreadable());
            }
            return FormatWish.of(format);
        }
    }

    /** Reads the name of a lane rule. */
    static final class LanesConverter implements ITypeConverter<LanesBy> {
        @Override
        public LanesBy convert(String value) {
            return LanesBy.named(value)
                    .orElseThrow(() -> new TypeConversionException("'" + value
                            + "' is no lane rule; write auto, thread, request, logger, process, operation or one"));
        }
    }

    /** Reads a year, a month or a day. */
    static final class DateConverter implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return switch (value.length()) {
                    case 4 -> Year.parse(value).atDay(1);
                    case 7 -> YearMonth.parse(value).atDay(1);
                    default -> LocalDate.parse(value);
                };
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + value + "' is no date; write 2026 or 2026-11-20");
            }
        }
    }

    /** Reads {@code name=+3.2ms} and {@code name=+3.2ms,+12ppm}. */
    static final class OffsetConverter implements ITypeConverter<SourceOffset> {
        @Override
        public SourceOffset convert(String value) {
            int equals = value.lastIndexOf('=');
            if (equals <= 0) {
                throw new TypeConversionException("'" + value + "' is no offset; write gateway.jfr=+3.2ms");
            }
            try {
                String[] parts = value.substring(equals + 1).split(",", 2);
                return new SourceOffset(
                        value.substring(0, equals),
                        DurationText.parse(parts[0]),
                        parts.length == 1 ? 0 : DriftText.parse(parts[1]));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
