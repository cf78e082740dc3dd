package racelane.app.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import racelane.model.source.LanesBy;
import racelane.model.spi.ImportOptions;
import racelane.model.time.TimeRange;

/**
 * One window as it was left, so that the next start can put it back.
 *
 * @param caseFile the case that was open; null when there was none
 * @param sources the files that were open, when no case holds them
 * @param options what was said of files that leave it out
 * @param view the time that was shown; null when nothing was open
 * @param window the id of the selected overlap window; empty when none was
 * @param zone the zone in which times were shown
 * @param layout sizes, places and what is shown, by name; whoever wrote a value reads it
 */
public record WindowState(
        @Nullable Path caseFile,
        List<Path> sources,
        ImportOptions options,
        @Nullable TimeRange view,
        String window,
        ZoneId zone,
        Map<String, String> layout) {
    /** A window on nothing, as it comes by itself. */
    public static final WindowState FRESH =
            new WindowState(null, List.of(), ImportOptions.DEFAULT, null, "", ZoneOffset.UTC, Map.of());

    private static final String LAYOUT = "layout.";

    /** Copies the collections. */
    public WindowState {
        sources = List.copyOf(sources);
        layout = Map.copyOf(layout);
    }

    /** Returns the files to be opened: the case, or the sources. */
    public List<Path> files() {
        return caseFile == null ? sources : List.of(caseFile);
    }

    /** Returns the same layout on nothing. */
    public WindowState withoutEvidence() {
        return new WindowState(null, List.of(), ImportOptions.DEFAULT, null, "", zone, layout);
    }

    /** Returns it as names and values. */
    Map<String, String> toValues() {
        Map<String, String> values = new TreeMap<>();
        if (caseFile != null) {
            values.put("case", caseFile.toString());
        }
        for (int i = 0; i < sources.size(); i++) {
            values.put("source." + i, sources.get(i).toString());
        }
        values.put("import.zone", options.zone().getId());
        values.put("import.lanesBy", options.lanesBy().name());
        if (options.date() != null) {
            values.put("import.date", options.date().toString());
        }
        if (view != null) {
            values.put("view.start", Long.toString(view.start()));
            values.put("view.end", Long.toString(view.end()));
        }
        values.put("window", window);
        values.put("zone", zone.getId());
        layout.forEach((name, value) -> values.put(LAYOUT + name, value));
        return values;
    }

    /** Reads names and values; what cannot be read is as if it was not there. */
    static WindowState of(Map<String, String> values) {
        List<Path> sources = new ArrayList<>();
        for (int i = 0; values.containsKey("source." + i); i++) {
            read(values, "source." + i, Path::of).ifPresent(sources::add);
        }
        ImportOptions options = new ImportOptions(
                        read(values, "import.zone", ZoneId::of).orElse(ZoneOffset.UTC),
                        read(values, "import.date", LocalDate::parse).orElse(null))
                .withLanesBy(read(values, "import.lanesBy", LanesBy::valueOf).orElse(LanesBy.AUTO));
        Optional<Long> start = read(values, "view.start", Long::valueOf);
        Optional<Long> end = read(values, "view.end", Long::valueOf);
        boolean seen = start.isPresent() && end.isPresent() && start.get() < end.get();
        Map<String, String> layout = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(LAYOUT)) {
                layout.put(name.substring(LAYOUT.length()), value);
            }
        });
        return new WindowState(
                read(values, "case", Path::of).orElse(null),
                sources,
                options,
                seen ? new TimeRange(start.orElseThrow(), end.orElseThrow()) : null,
                values.getOrDefault("window", ""),
                read(values, "zone", ZoneId::of).orElse(ZoneOffset.UTC),
                layout);
    }

    private static <T> Optional<T> read(Map<String, String> values, String name, Function<String, T> reader) {
        String value = values.get(name);
        try {
            return value == null || value.isBlank() ? Optional.empty() : Optional.of(reader.apply(value));
        } catch (InvalidPathException | DateTimeException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) { // numbers and names of an enum
            return Optional.empty();
        }
    }
}
