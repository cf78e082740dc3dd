package racelane.importers.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.EventSink;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.spi.EventImporter;
import racelane.model.spi.Header;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;
import racelane.model.spi.Probe;
import racelane.model.spi.SourceReader;
import racelane.model.time.TimeText;

/** Reads logs for tests and writes what came of them as lines that a person can check. */
final class LogFiles {
    private LogFiles() {}

    /** Reads a file with the log importer alone. */
    static EventTable read(Path file, String date) throws ImportException {
        LocalDate begin = date.isEmpty() ? null : LocalDate.parse(date);
        return new SourceReader(List.of(new LogImporter()))
                .read(file, new ImportOptions(ZoneOffset.UTC, begin), new Names(), Progress.none());
    }

    /** Reads a file with an importer that is already there. */
    static EventTable readWith(LogImporter importer, Path file) throws ImportException {
        return new SourceReader(List.of(new Always(importer)))
                .read(file, ImportOptions.DEFAULT, new Names(), Progress.none());
    }

    /** The importer as it reads what its probe would leave to others. */
    private record Always(LogImporter importer) implements EventImporter {
        @Override
        public String id() {
            return importer.id();
        }

        @Override
        public SourceKind kind() {
            return importer.kind();
        }

        @Override
        public Probe probe(Header header) {
            importer.probe(header);
            return new Probe.Maybe(1, "asked to");
        }

        @Override
        public ImportReport read(ImportRequest request, EventSink sink, Progress progress) throws ImportException {
            return importer.read(request, sink, progress);
        }
    }

    /** Writes the text into a file of the folder and reads it. */
    static EventTable read(Path folder, String name, String text) throws IOException, ImportException {
        Path file = Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        return read(file, "2000-01-01");
    }

    /** Returns all that an import says, one fact a line. */
    static List<String> facts(EventTable table) throws IOException {
        Source source = table.source();
        List<String> facts = new ArrayList<>(events(table));
        for (LaneSlice lane : table.slices()) {
            facts.add(lane.name() + " " + lane.from() + " " + lane.to() + " " + lane.rows());
        }
        facts.add(source.sha256() + " " + source.format() + " " + source.clock() + " " + source.tick());
        facts.add(source.account() + " " + source.extent() + " " + source.assumptions() + source.problems());
        for (int line = 1; line < account(table).lines(); line += 997) {
            facts.add(source.text().entry(line));
        }
        return facts;
    }

    /** Returns the account of a log. */
    static Account.Lines account(EventTable table) {
        return (Account.Lines) table.source().account();
    }

    /** Returns the events in file order, one a line: lane, kind, times, name, key, attributes, lines. */
    static List<String> events(EventTable table) {
        Trace trace = Trace.of(table.names(), List.of(table));
        List<Event> events = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            events.add(trace.at(new EventRef(0, row)));
        }
        events.sort(Comparator.comparingInt(Event::origin));
        return events.stream().map(LogFiles::line).toList();
    }

    private static String line(Event event) {
        StringBuilder out = new StringBuilder();
        out.append(event.origin());
        out.append(event.endOrigin() == 0 ? "" : "-" + event.endOrigin());
        out.append(' ').append(event.kind()).append(' ');
        out.append(event.lane().name().name()).append(event.lane().name().inferred() ? "?" : "");
        out.append(' ').append(TimeText.iso(event.start()).substring(11));
        out.append(event.duration() == 0 ? "" : "+" + TimeText.duration(event.duration()));
        out.append(' ').append(event.name());
        out.append(event.key() == null ? "" : " key=" + event.key());
        for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
            out.append(' ').append(attribute.getKey()).append('=').append(attribute.getValue());
        }
        return out.toString();
    }
}
