package racelane.model.investigation.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import racelane.model.investigation.History;

/** Opens one case file: gets the lock, reads, sets a torn end aside, and starts the writer. */
final class CaseOpening {
    private final Path path;
    private final FileSetup setup;
    private final CaseDisk disk;
    private final String writer;
    private final List<String> damages = new ArrayList<>();
    private @Nullable CaseLock lock;
    private String heldBy = "";

    CaseOpening(Path path, FileSetup setup, CaseDisk disk, String writer) {
        this.path = path;
        this.setup = setup;
        this.disk = disk;
        this.writer = writer;
    }

    Opened open() throws IOException {
        lock();
        try {
            return openLocked();
        } catch (IOException | RuntimeException e) {
            unlock();
            throw e;
        }
    }

    private Opened openLocked() throws IOException {
        String key = disk.stat(path).map(CaseDisk.Stat::key).orElse("");
        byte[] bytes = disk.read(path, 0);
        CaseContents contents = CaseReader.read(bytes, setup.threads());
        if (contents.isBlank() && !CaseReader.mayBeTornHeader(bytes) && !isNamedLikeACase()) {
            throw new IOException(path + " is not a case file of Racelane");
        }
        damages.addAll(contents.damages());
        if (contents.version() > CaseReader.VERSION) {
            damages.add("written by a newer Racelane (format " + contents.version() + "); open for reading only");
            unlock();
        }
        CaseContents started = lock == null ? contents : withoutTail(bytes, contents);
        String session = contents.session().isEmpty() ? UUID.randomUUID().toString() : contents.session();
        CaseLog log = new CaseLog(
                disk, path, new SessionLines(session, writer, setup.author(), setup.clock()), setup.listener());
        log.startFrom(started, key);
        CaseWriter caseWriter = new CaseWriter(log, lock, InvestigationFile.holder(setup), setup);
        History history = History.of(writer, setup.author(), setup.clock(), contents.records());
        InvestigationFile file = InvestigationFile.start(caseWriter, setup);
        return new Opened(file, history, damages, lock == null, heldBy, contents.closedCleanly());
    }

    private boolean isNamedLikeACase() {
        return String.valueOf(path.getFileName()).endsWith(".racelane");
    }

    private void lock() {
        if (!Files.isWritable(path)) {
            damages.add("cannot be written; open for reading only");
            return;
        }
        try {
            CaseLock.Attempt attempt = CaseLock.acquire(path, InvestigationFile.holder(setup));
            lock = attempt.lock();
            heldBy = attempt.heldBy();
        } catch (IOException e) {
            damages.add("cannot be locked (" + e.getMessage() + "); open for reading only");
        }
    }

    private void unlock() throws IOException {
        CaseLock held = lock;
        lock = null;
        if (held != null) {
            held.close();
        }
    }

    /** Moves the torn end into a file of its own; where that cannot be done it stays, and the next edit begins a new line after it. */
    private CaseContents withoutTail(byte[] bytes, CaseContents contents) {
        if (contents.tail() == contents.length()) {
            return contents;
        }
        Path side = path.resolveSibling(path.getFileName() + ".damaged-" + stamp());
        try {
            setAside(Arrays.copyOfRange(bytes, (int) contents.tail(), bytes.length), side);
            try (CaseChannel file = disk.append(path)) {
                file.truncate(contents.tail());
                file.force();
            }
            damages.add("the torn end was moved to " + side.getFileName());
            return contents;
        } catch (IOException e) {
            damages.add("the torn end could not be moved to " + side.getFileName() + " (" + e.getMessage()
                    + "); it stays where it is");
            return contents.keepingTail();
        }
    }

    /** The formatter is made here, for hardly any opening needs it and making it takes longer than opening a short case. */
    private String stamp() {
        return DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(setup.clock().instant());
    }

    private void setAside(byte[] tail, Path side) throws IOException {
        try (CaseChannel to = disk.append(side)) {
            ByteBuffer rest = ByteBuffer.wrap(tail);
            while (rest.hasRemaining()) {
                if (to.write(rest) <= 0) {
                    throw new IOException("the disk takes no more bytes");
                }
            }
            to.force();
        }
    }
}
