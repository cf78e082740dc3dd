package racelane.model.investigation.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.History;

/**
 * A case on the disk: an append-only log that one thread writes. Methods may be called from any thread; none but {@code create},
 * {@code open} and {@link #close()} waits for the disk.
 *
 * <p>A program that ends closes its files from a shutdown hook: that hook only asks the writer to finish and waits, it never touches the
 * file.
 */
public final class InvestigationFile implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CaseWriter writer;

    private InvestigationFile(CaseWriter writer) {
        this.writer = writer;
    }

    /** Returns a name for an opening of a case, to be given to {@link History#empty}: 10 random hex digits. */
    public static String newWriter() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return random.substring(0, 5) + random.substring(27);
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
        return create(path, history, setup, new RealDisk());
    }

    static InvestigationFile create(Path path, History history, FileSetup setup, CaseDisk disk) throws IOException {
        Path file = path.toAbsolutePath().normalize();
        String holder = holder(setup);
        CaseLock.Attempt attempt = CaseLock.acquire(file, holder);
        CaseLock lock = attempt.lock();
        if (lock == null) {
            throw new IOException(file + " is open elsewhere (" + attempt.heldBy() + ")");
        }
        SessionLines lines =
                new SessionLines(UUID.randomUUID().toString(), history.writer(), setup.author(), setup.clock());
        CaseLog log = new CaseLog(disk, file, lines, setup.listener());
        try {
            makeFile(log, disk, file);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        return queueing(start(new CaseWriter(log, lock, holder, setup), setup), history);
    }

    private static InvestigationFile queueing(InvestigationFile file, History history) {
        history.records().forEach(file::append);
        return file;
    }

    /**
     * Begins a case file without a name given by the user in {@code folder}, which is made when it is missing. Returns at once: the writer
     * makes the file before it writes the first edit, and when that fails tells the listener and tries again, as with any write.
     */
    public static InvestigationFile beginUntitled(Path folder, History history, FileSetup setup) {
        return beginUntitled(folder, history, setup, new RealDisk());
    }

    static InvestigationFile beginUntitled(Path folder, History history, FileSetup setup, CaseDisk disk) {
        String name = Untitled.name(setup.clock().instant(), newWriter());
        Path file = folder.toAbsolutePath().normalize().resolve(name);
        SessionLines lines =
                new SessionLines(UUID.randomUUID().toString(), history.writer(), setup.author(), setup.clock());
        CaseLog log = new CaseLog(disk, file, lines, setup.listener());
        String holder = holder(setup);
        CaseWriter writer = CaseWriter.beginning(log, () -> makeUntitled(log, disk, holder), holder, setup);
        return queueing(start(writer, setup), history);
    }

    private static CaseLock makeUntitled(CaseLog log, CaseDisk disk, String holder) throws IOException {
        Path folder = log.path().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        CaseLock.Attempt attempt = CaseLock.acquire(log.path(), holder);
        CaseLock lock = attempt.lock();
        if (lock == null) {
            throw new IOException("it is open elsewhere (" + attempt.heldBy() + ")");
        }
        try {
            makeFile(log, disk, log.path());
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        return lock;
    }

    private static void makeFile(CaseLog log, CaseDisk disk, Path file) throws IOException {
        if (disk.stat(file).isPresent()) {
            throw new FileAlreadyExistsException(file.toString());
        }
        try {
            log.makeFile();
        } catch (IOException | RuntimeException e) {
            log.release();
            disk.delete(file);
            throw e;
        }
    }

    /**
     * Writes edits into a file of their own, which is not opened: a copy without history, or one to share. An existing file is replaced in
     * one step. Reads and writes the disk.
     *
     * @throws IOException when it cannot be written, or is open somewhere
     */
    public static void write(Path target, List<EditRecord> edits, FileSetup setup) throws IOException {
        write(target, edits, setup, new RealDisk());
    }

    static void write(Path target, List<EditRecord> edits, FileSetup setup, CaseDisk disk) throws IOException {
        Path file = target.toAbsolutePath().normalize();
        CaseLock.Attempt attempt = CaseLock.acquire(file, holder(setup));
        CaseLock lock = attempt.lock();
        if (lock == null) {
            throw new IOException(file + " is open elsewhere (" + attempt.heldBy() + ")");
        }
        try (lock) {
            SessionLines lines =
                    new SessionLines(UUID.randomUUID().toString(), newWriter(), setup.author(), setup.clock());
            new CaseLog(disk, file, lines, setup.listener())
                    .copyTo(
                            file,
                            edits.stream()
                                    .map(each -> new StoredEdit(each, null))
                                    .toList());
        }
    }

    /** Returns the untitled cases that wait in {@code folder} to be taken up again, oldest first. */
    public static List<Path> untitled(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Untitled::is).sorted().toList();
        }
    }

    /**
     * Opens a case file; damage never keeps it from being opened. Reads the disk, and writes to it only to cut a torn end off, which is kept
     * beside it as {@code .damaged-<time>}.
     *
     * @throws IOException when there is no such file, it cannot be read, or it never was a case file
     */
    public static Opened open(Path path, FileSetup setup) throws IOException {
        return open(path, setup, new RealDisk());
    }

    static Opened open(Path path, FileSetup setup, CaseDisk disk) throws IOException {
        return new CaseOpening(path.toRealPath(), setup, disk, newWriter()).open();
    }

    /**
     * Reads a case without touching it: takes no lock, writes nothing, mends nothing, starts no thread. For whoever reports on a case that
     * may be open elsewhere. Reads the disk.
     *
     * @throws IOException when there is no such file, it cannot be read, or it never was a case file
     */
    public static SavedCase read(Path path) throws IOException {
        CaseContents contents = CaseReader.read(Files.readAllBytes(path));
        if (contents.isBlank()) {
            throw new IOException(path.getFileName() + " is not a case file of Racelane");
        }
        History history = History.of(newWriter(), "reader", InstantSource.system(), contents.records());
        return new SavedCase(history, contents.damages());
    }

    /** Starts the thread of a file. */
    static InvestigationFile start(CaseWriter writer, FileSetup setup) {
        setup.threads().newThread(writer).start();
        return new InvestigationFile(writer);
    }

    /** Says who holds a file, for the others. */
    static String holder(FileSetup setup) {
        return setup.author() + ", process " + ProcessHandle.current().pid() + ", since "
                + setup.clock().instant();
    }

    /** Returns where the case lies now. */
    public Path path() {
        return writer.path();
    }

    /** Tells whether edits are refused, because somebody else holds the file or it cannot be written. */
    public boolean readOnly() {
        return writer.readOnly();
    }

    /**
     * Queues a record to be written. Returns at once and never drops it: after a failure it stays queued until it is on the disk.
     *
     * @return completes, on the writer thread, with how many edits of this opening are on the disk, this one among them; fails only when
     *     the file is read-only or was closed before the edit could be written
     */
    public CompletionStage<Long> append(EditRecord record) {
        return writer.append(new StoredEdit(record, EditEncoder.encode(record)));
    }

    /** Returns how many edits were appended in this opening. */
    public long appended() {
        return writer.appended();
    }

    /** Returns how many of them are on the disk; the case is saved when it equals {@link #appended()}. */
    public long durable() {
        return writer.durable();
    }

    /** Makes the writer try again now, when it waits after a failure. */
    public void retry() {
        writer.retry();
    }

    /**
     * Copies the case to {@code target} and goes on there; an existing file is replaced. Edits appended before and after all get there. An
     * untitled case is moved: its old file goes away once the new one is safe. A read-only case can be edited afterwards.
     *
     * @return completes with the target, or fails with an {@link IOException} and goes on in the old place
     */
    public CompletionStage<Path> saveAs(Path target) {
        return writer.move(target.toAbsolutePath().normalize());
    }

    /** Writes what is queued and that the case was closed, waiting at most two seconds, and frees the lock. */
    @Override
    public void close() {
        writer.close(PATIENCE);
    }
}
