package racelane.model.investigation.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a case file asks of the file system. */
interface CaseDisk {
    /** Opens a file for appending, making it when it is missing. */
    CaseChannel append(Path file) throws IOException;

    /** Returns the bytes of the file from {@code from} to its present end. */
    byte[] read(Path file, long from) throws IOException;

    /** Returns which file lies at the path now, and how long it is; empty when there is none. */
    Optional<Stat> stat(Path file) throws IOException;

    /** Renames a file in one step, replacing what lies at {@code to}. */
    void replace(Path from, Path to) throws IOException;

    /** Takes a file away, if it is there. */
    void delete(Path file) throws IOException;

    /** Makes the names in a folder survive a power cut, where the platform can. */
    void forceFolder(Path folder) throws IOException;

    /**
     * A file at a moment.
     *
     * @param length its bytes
     * @param key tells whether it is still the same file; the same text for every file where the platform has no such key
     */
    record Stat(long length, String key) {}
}
