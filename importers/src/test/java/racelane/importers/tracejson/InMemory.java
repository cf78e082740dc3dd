package racelane.importers.tracejson;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import racelane.importers.Imported;
import racelane.model.event.CounterTrack;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.TraceBuilder;
import racelane.model.progress.Progress;
import racelane.model.source.ClockSetting;
import racelane.model.source.Source;
import racelane.model.spi.EventImporter;
import racelane.model.spi.Header;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;

/** Traces that never see a disk, so that thousands can be read in a second. */
final class InMemory {
    private static final Path NOWHERE = Path.of("trace.json");

    private InMemory() {}

    /** Reads a Chrome trace. */
    static Imported chrome(String text) throws ImportException {
        return new Imported(read(new ChromeTraceImporter(), text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads bytes with one importer. */
    static EventTable read(EventImporter importer, byte[] bytes) throws ImportException {
        Header header = new Header(
                NOWHERE, Arrays.copyOf(bytes, Math.min(bytes.length, Header.SIZE)), bytes.length < Header.SIZE, false);
        ImportRequest request = new ImportRequest(
                NOWHERE,
                header,
                bytes.length,
                ImportOptions.DEFAULT,
                () -> new ByteArrayInputStream(bytes),
                Runnable::run);
        importer.probe(header);
        TraceBuilder builder = new TraceBuilder(new Names());
        ImportReport report = importer.read(request, builder, Progress.none());
        return builder.seal(new Source(
                NOWHERE,
                "0".repeat(64),
                importer.kind(),
                report.format(),
                report.clock(),
                report.tick(),
                ClockSetting.NONE,
                report.account(),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                report.assumptions(),
                builder.problems(),
                report.text(),
                report.interpretation()));
    }

    /** Counts the records that left something in a table: an event, an end or a sample. */
    static long recordsSeen(EventTable table) {
        BitSet seen = new BitSet();
        for (int row = 0; row < table.size(); row++) {
            seen.set(table.origin(row));
            seen.set(table.endOrigin(row));
        }
        for (CounterTrack track : table.counters()) {
            for (int sample = 0; sample < track.size(); sample++) {
                seen.set(track.origin(sample));
            }
        }
        seen.clear(0);
        return seen.cardinality();
    }
}
