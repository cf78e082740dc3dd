package racelane.model.investigation.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a case: a lock on a file of its own beside the case, for the system drops a lock on a file that is replaced, or that
 * its holder opens and closes by another way. It is free at once when its holder dies. The file itself stays: deleting it would let two
 * openers lock two files of one name.
 */
final class CaseLock implements Closeable {
    /** The locked byte lies beyond the text, so that the text can be read where locks bind readers too. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final int MAX_TEXT = 1000;
    private static final int NAME_ATTEMPTS = 50;
    /** In ns. */
    private static final long NAME_PAUSE = 5_000_000;

    /** A lock belongs to the process, so what this process holds has to be known to the process: opening the file to ask would drop it. */
    private static final Map<Path, String> HELD_HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private CaseLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * What came of an attempt.
     *
     * @param lock the lock; null when somebody else holds it
     * @param heldBy who holds it, for people; empty when the lock was got
     */
    record Attempt(@Nullable CaseLock lock, String heldBy) {}

    /** Returns the file that is locked for {@code caseFile}. */
    static Path lockFile(Path caseFile) throws IOException {
        Path absolute = caseFile.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException(caseFile + " is no place for a file");
        }
        return folder.toRealPath().resolve(absolute.getFileName() + ".lock");
    }

    /**
     * Tries to get the lock.
     *
     * @param caseFile the case
     * @param holder who we are, for the others
     */
    static Attempt acquire(Path caseFile, String holder) throws IOException {
        Path file = lockFile(caseFile);
        String here = HELD_HERE.putIfAbsent(file, holder);
        if (here != null) {
            return new Attempt(null, here);
        }
        boolean got = false;
        try {
            Attempt attempt = acquireFromOthers(file, holder);
            got = attempt.lock() != null;
            return attempt;
        } finally {
            if (!got) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static Attempt acquireFromOthers(Path file, String holder) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean got = false;
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                return new Attempt(null, read(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            got = true;
            return new Attempt(new CaseLock(file, channel), "");
        } finally {
            if (!got) {
                channel.close();
            }
        }
    }

    /** Whoever got the lock in this very moment has not written its name yet: it is given a quarter of a second. */
    private static String read(FileChannel channel) throws IOException {
        for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++) {
            ByteBuffer text = ByteBuffer.allocate(MAX_TEXT);
            channel.read(text, 0);
            String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
            if (!holder.isEmpty()) {
                return holder;
            }
            LockSupport.parkNanos(NAME_PAUSE);
        }
        return "another program";
    }

    /** Frees the lock. */
    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(0);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
