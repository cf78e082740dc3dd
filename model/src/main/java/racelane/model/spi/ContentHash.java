package racelane.model.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import racelane.model.progress.Beside;
import racelane.model.progress.Progress;

/**
 * The SHA-256 of a file as long as it was when it was opened, taken from the bytes that an importer reads anyway; what the
 * importer leaves unread is read at the end. What a growing file gets later does not count. What passes by is copied and hashed by a
 * helper, for hashing takes as long as reading a log does; or by whoever reads, when that has the time. One thread at a time; only
 * {@link #open} may be called from any, for the text of a source is read again long after its import.
 */
final class ContentHash {
    private static final int BLOCK = 1 << 18;

    /** How many blocks wait to be hashed at most, 4 MiB: then whoever reads waits too. */
    private static final int BLOCKS = 16;

    private final Path file;
    private final long size;
    private @Nullable MessageDigest digest;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final BlockSums sums;
    private final Beside beside;
    private final Deque<Block> waiting = new ArrayDeque<>(BLOCKS);
    private Block filling;
    private long passed;

    /** Bytes on their way to the digest. */
    private static final class Block {
        private final byte[] bytes;
        private int size;
        private FutureTask<?> hashed = new FutureTask<>(() -> null);

        Block(long file) {
            bytes = new byte[Math.clamp(file, 1, BLOCK)];
        }
    }

    /**
     * Creates a hash of nothing yet.
     *
     * @param size length of the file in bytes when it was opened
     */
    ContentHash(Path file, long size) {
        this(file, size, new BlockSums(), Runnable::run);
    }

    /**
     * Creates a hash that hands every byte it takes to {@code sums} too.
     *
     * @param helper hashes what was read while the next is being read; it may as well do so at once
     */
    ContentHash(Path file, long size, BlockSums sums, Executor helper) {
        this.beside = new Beside(helper);
        this.file = file;
        this.size = size;
        this.sums = sums;
        this.filling = new Block(size);
    }

    /** Opens the file from its start. What is read from the first stream opened is hashed on its way; later ones are plain. */
    InputStream open() throws IOException {
        return open(false);
    }

    /**
     * As above.
     *
     * @param atOnce whether the thread that reads hashes what it reads, instead of a helper
     */
    InputStream open(boolean atOnce) throws IOException {
        InputStream in = Files.newInputStream(file);
        return taken.compareAndSet(false, true) ? new Hashing(in, atOnce) : in;
    }

    /**
     * Hashes what nobody has read and returns the whole as lower-case hexadecimal digits. To be called once.
     *
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    String finish(Progress progress) throws IOException {
        taken.set(true);
        if (passed < size) {
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                channel.position(passed);
                InputStream in = Channels.newInputStream(channel);
                byte[] buffer = new byte[(int) Math.min(size - passed, BLOCK)];
                int count = in.read(buffer);
                while (count > 0 && passed < size) {
                    take(buffer, 0, count);
                    progress.checkCancelled();
                    count = in.read(buffer);
                }
            }
        }
        give();
        while (!waiting.isEmpty()) {
            Beside.join(waiting.remove().hashed);
        }
        return HexFormat.of().formatHex(digest().digest());
    }

    /** Returns how many bytes have come by so far. */
    long passed() {
        return passed;
    }

    private void take(byte[] bytes, int from, int count) {
        int end = from + (int) Math.min(count, size - passed);
        passed += end - from;
        for (int at = from; at < end; ) {
            int part = Math.min(end - at, filling.bytes.length - filling.size);
            System.arraycopy(bytes, at, filling.bytes, filling.size, part);
            filling.size += part;
            at += part;
            if (filling.size == filling.bytes.length) {
                give();
            }
        }
    }

    /** Has the block hashed that was being filled, and takes another. */
    private void give() {
        Block full = filling;
        full.hashed = beside.give(() -> hash(full.bytes, 0, full.size));
        waiting.add(full);
        filling = waiting.size() < BLOCKS ? new Block(size) : waiting.remove();
        if (filling.size > 0) {
            Beside.join(filling.hashed);
            filling.size = 0;
        }
    }

    private void hash(byte[] bytes, int from, int count) {
        digest().update(bytes, from, count);
        sums.add(bytes, from, count);
    }

    /** Returns the digest; looked for by whoever hashes first, for the JDK takes some milliseconds to find it. */
    private MessageDigest digest() {
        MessageDigest found = digest;
        try {
            found = found == null ? MessageDigest.getInstance("SHA-256") : found;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
        digest = found;
        return found;
    }

    /** Hashes what passes through. Skips by reading, for a byte that is passed over belongs to the file too. */
    private final class Hashing extends InputStream {
        private final InputStream in;
        private final boolean atOnce;

        Hashing(InputStream in, boolean atOnce) {
            this.in = in;
            this.atOnce = atOnce;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = in.read(target, from, length);
            if (count > 0 && atOnce) {
                int counted = (int) Math.min(count, size - passed);
                passed += counted;
                hash(target, from, counted);
            } else if (count > 0) {
                take(target, from, count);
            }
            return count;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
