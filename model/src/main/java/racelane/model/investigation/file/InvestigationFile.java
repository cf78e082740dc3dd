package racelane.model.investigation.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.History;

/**
 * A case on the disk: an append-only log that one thread writes. Methods may be called from any thread; none but {@code create},
 * {@code open} and {@link #close()} waits for the disk.
 */
public final class InvestigationFile implements AutoCloseable {
    private InvestigationFile() {}

    /** Returns a name for an opening of a case, to be given to {@link History#empty}: 10 random hex digits. */
    public static String newWriter() {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes a new case file. Reads and writes the disk.
     *
     * @param path the file; must not exist
     * @param history the edits made so far; they are queued as if they had been appended
     * @param setup the surroundings
     * @throws IOException when the file exists, or cannot be made, or another program holds it
     */
    public static InvestigationFile create(Path path, History history, FileSetup setup) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Makes a case file without a title of its own in {@code folder}, which is made when it is missing. */
    public static InvestigationFile createUntitled(Path folder, History history, FileSetup setup) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Returns the untitled cases that wait in {@code folder} to be taken up again, oldest first. */
    public static List<Path> untitled(Path folder) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens a case file; damage never keeps it from being opened.
     *
     * @throws IOException when there is no such file, it cannot be read, or it never was a case file
     */
    public static Opened open(Path path, FileSetup setup) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Returns where the case lies now. */
    public Path path() {
        throw new UnsupportedOperationException();
    }

    /** Tells whether edits are refused. */
    public boolean readOnly() {
        throw new UnsupportedOperationException();
    }

    /**
     * Queues a record to be written. Returns at once and never drops it: after a failure it stays queued until it is on the disk.
     *
     * @return completes, on the writer thread, with how many edits of this opening are on the disk, this one among them; fails only when
     *     the file is read-only or was closed before the edit could be written
     */
    public CompletionStage<Long> append(EditRecord record) {
        throw new UnsupportedOperationException();
    }

    /** Returns how many edits were appended in this opening. */
    public long appended() {
        throw new UnsupportedOperationException();
    }

    /** Returns how many of them are on the disk; the case is saved when it equals {@link #appended()}. */
    public long durable() {
        throw new UnsupportedOperationException();
    }

    /** Makes the writer try again now, when it waits after a failure. */
    public void retry() {
        throw new UnsupportedOperationException();
    }

    /**
     * Copies the case to {@code target} and goes on there; an existing file is replaced. Edits appended before and after all get there. An
     * untitled case is moved: its old file goes away once the new one is safe.
     *
     * @return completes with the target, or fails with an {@link IOException} and goes on in the old place
     */
    public CompletionStage<Path> saveAs(Path target) {
        throw new UnsupportedOperationException();
    }

    /** Writes what is queued and that the case was closed, waiting at most two seconds, and frees the lock. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
