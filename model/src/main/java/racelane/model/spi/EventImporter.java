package racelane.model.spi;

import java.util.Optional;
import racelane.model.event.EventSink;
import racelane.model.format.LogFormats;
import racelane.model.progress.Progress;
import racelane.model.source.SourceKind;

/**
 * Reads one family of formats. Found by {@link java.util.ServiceLoader}; stateless, so one instance may read several files at
 * once on several threads.
 */
public interface EventImporter {
    /** Returns a short name for messages: {@code log}, {@code jfr}, {@code trace-json}. */
    String id();

    /** Returns the kind of evidence it reads. */
    SourceKind kind();

    /** Judges a file by its first part. Fast, and never throws, whatever the bytes are. */
    Probe probe(Header header);

    /** Judges a file by its first part and what the user said of it. Fast, and never throws. */
    default Probe probe(Header header, ImportOptions options) {
        return probe(header);
    }

    /** Returns who understands the format files of this importer; empty when it cannot be taught formats. */
    default Optional<LogFormats> formats() {
        return Optional.empty();
    }

    /**
     * Reads the file and pushes what it holds into {@code sink}, streaming. What cannot be read is counted and reported as a
     * problem, and reading goes on.
     *
     * @throws ImportException only when nothing of the file can be read
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    ImportReport read(ImportRequest request, EventSink sink, Progress progress) throws ImportException;
}
