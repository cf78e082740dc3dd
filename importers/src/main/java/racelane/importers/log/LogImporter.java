package racelane.importers.log;

import racelane.model.event.EventSink;
import racelane.model.progress.Progress;
import racelane.model.source.SourceKind;
import racelane.model.spi.EventImporter;
import racelane.model.spi.Header;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;
import racelane.model.spi.Probe;

/** Reads text logs: timestamped lines of any known grammar, and as a last resort plain text by line order. */
public final class LogImporter implements EventImporter {
    /** Creates the importer; for {@link java.util.ServiceLoader}. */
    public LogImporter() {}

    @Override
    public String id() {
        return "log";
    }

    @Override
    public SourceKind kind() {
        return SourceKind.LOG;
    }

    @Override
    public Probe probe(Header header) {
        return new Probe.No("no grammar is installed");
    }

    @Override
    public ImportReport read(ImportRequest request, EventSink sink, Progress progress) throws ImportException {
        throw new ImportException("no grammar is installed");
    }
}
