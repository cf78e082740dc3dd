package racelane.importers.tracejson;

import java.io.IOException;
import racelane.model.source.SourceText;
import racelane.model.spi.ImportRequest;

/** The records of a trace as they are written in its file. */
final class TraceText implements SourceText {
    private static final int MAX_QUOTE = 1 << 16;
    private static final int MAX_ENTRY = 1 << 18;

    private final ImportRequest request;
    private final RecordIndex index;

    TraceText(ImportRequest request, RecordIndex index) {
        this.request = request;
        this.index = index;
    }

    @Override
    public String quote(int origin) throws IOException {
        return text(origin, MAX_QUOTE);
    }

    @Override
    public String entry(int origin) throws IOException {
        return text(origin, MAX_ENTRY);
    }

    private String text(int origin, int limit) throws IOException {
        request.checkUnchanged();
        try (RecordScanner scanner = index.open(origin, request)) {
            return scanner.takeElement(limit);
        }
    }
}
