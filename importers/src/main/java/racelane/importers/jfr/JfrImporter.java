package racelane.importers.jfr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
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
 * Reads JDK Flight Recorder recordings of JDK 9 and later and of async-profiler, plain or gzipped. Chunks are found and checked
 * by {@link ChunkMap} and read one by one, so that a damaged chunk loses itself and nothing else.
 */
public final class JfrImporter implements EventImporter {
    /** Creates the importer. */
    public JfrImporter() {}

    @Override
    public String id() {
        return "jfr";
    }

    @Override
    public SourceKind kind() {
        return SourceKind.JFR;
    }

    @Override
    public Probe probe(Header header) {
        byte[] bytes = header.bytes();
        if (bytes.length < Integer.BYTES || ByteBuffer.wrap(bytes).getInt(0) != ChunkHeader.MAGIC) {
            return new Probe.No("does not begin with the mark of a JFR chunk (FLR)");
        }
        return new Probe.Yes("begins with the mark of a JFR chunk (FLR)");
    }

    @Override
    public ImportReport read(ImportRequest request, EventSink sink, Progress progress) throws ImportException {
        refuseOldFormat(request.header());
        try {
            try (RecordingBytes bytes = RecordingBytes.open(request, progress)) {
                List<Chunk> chunks = ChunkMap.of(bytes, progress);
                return new RecordingReader(request, bytes, chunks, sink).read(progress);
            }
        } catch (IOException e) {
            throw new ImportException("cannot be read: " + e.getMessage(), e);
        }
    }

    private static void refuseOldFormat(Header header) throws ImportException {
        if (header.bytes().length < ChunkHeader.SIZE) {
            throw new ImportException("ends after " + header.bytes().length
                    + " bytes, inside the header of its first chunk: the recording was cut; copy it again");
        }
        ChunkHeader first = ChunkHeader.parse(ByteBuffer.wrap(header.bytes()), 0);
        if (first.major() == 0) {
            throw new ImportException("is in JFR format " + first.version()
                    + " of Oracle JDK 8, which cannot be read: record with JDK 9 or later (or OpenJDK 8u262 or later)");
        }
    }
}
