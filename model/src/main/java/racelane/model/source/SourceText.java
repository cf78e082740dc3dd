package racelane.model.source;

import java.io.IOException;
import java.util.Optional;

/**
 * The words of a source, read again from its file on demand: the event store keeps line numbers, never text.
 * Safe to call from any thread; it may read the disk, so never call it on the JavaFX thread.
 */
public interface SourceText {
    /**
     * Returns the line or record as it stands in the file, colours and all, at most 64 KiB of it.
     *
     * @param origin the line or record number, from 1
     * @throws IOException when the file cannot be read any more, or has shrunk
     */
    String quote(int origin) throws IOException;

    /**
     * Returns the whole entry that starts at {@code origin}, continuation lines included, at most 256 KiB of it.
     *
     * @param origin the line or record number, from 1
     * @throws IOException when the file cannot be read any more, or has shrunk
     */
    default String entry(int origin) throws IOException {
        return quote(origin);
    }

    /**
     * Opens the text from its first line, for a search through all of it; nothing where the source is no text whose lines are its records.
     *
     * @throws IOException when the file cannot be read any more
     */
    default Optional<TextLines> lines() throws IOException {
        return Optional.empty();
    }

    /**
     * Looks at the file and tells what became of it since the import. Reads little of it, unless it was written without changing its
     * length; then all of it.
     */
    default FileState fileState() {
        return FileState.SAME;
    }

    /** Returns a text that knows nothing: every quote is empty. */
    static SourceText none() {
        return origin -> "";
    }
}
