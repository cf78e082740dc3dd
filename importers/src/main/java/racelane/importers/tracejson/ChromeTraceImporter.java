package racelane.importers.tracejson;

import java.io.IOException;
import racelane.model.event.EventSink;
import racelane.model.progress.Progress;
import racelane.model.source.SourceKind;
import racelane.model.spi.EventImporter;
import racelane.model.spi.Header;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;
import racelane.model.spi.Probe;

/**
 * Reads the Chrome Trace Event format, array and object form, plain or gzipped: what Chrome, Perfetto, Node, Bazel and many
 * others write.
 */
public final class ChromeTraceImporter implements EventImporter {
    /** Creates the importer. */
    public ChromeTraceImporter() {}

    @Override
    public String id() {
        return "trace-json";
    }

    @Override
    public SourceKind kind() {
        return SourceKind.TRACE;
    }

    @Override
    public Probe probe(Header header) {
        return JsonShape.of(header).chromeTrace();
    }

    @Override
    public ImportReport read(ImportRequest request, EventSink sink, Progress progress) throws ImportException {
        try {
            return new TraceReader(request, sink, progress).read();
        } catch (IOException e) {
            throw new ImportException("cannot be read: " + e.getMessage(), e);
        }
    }
}
