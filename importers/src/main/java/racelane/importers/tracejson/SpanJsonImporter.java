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

/** Reads the spans of OTLP JSON (also one message a line), Jaeger JSON, Zipkin v2 JSON and Google Cloud Trace v1, plain or gzipped. */
public final class SpanJsonImporter implements EventImporter {
    /** Creates the importer. */
    public SpanJsonImporter() {}

    @Override
    public String id() {
        return "span-json";
    }

    @Override
    public SourceKind kind() {
        return SourceKind.TRACE;
    }

    @Override
    public Probe probe(Header header) {
        return JsonShape.of(header).spans();
    }

    @Override
    public ImportReport read(ImportRequest request, EventSink sink, Progress progress) throws ImportException {
        try {
            return new SpanReader(request, sink, progress).read();
        } catch (IOException e) {
            throw new ImportException("cannot be read: " + e.getMessage(), e);
        }
    }
}
