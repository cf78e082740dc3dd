package racelane.importers.jfr;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import racelane.model.spi.ImportRequest;

/**
 * The bytes of a recording for whoever reads it onward, page after page: taken from the request's own stream, which hashes what passes
 * through, so that no byte is read a second time for its hash. What is left out, and all of a file that is read in another order, is
 * hashed when the import ends.
 *
 * <p>Another thread that has time may read ahead ({@link #ahead}), and then it is that one that reads and hashes. One thread reads, at most
 * one other reads ahead.
 */
final class FileHash implements Closeable, EventPages.Source {
    /**
     * How many bytes between two pages are read for the hash alone: constants, which are read elsewhere. Hashing so many takes some 60 ms,
     * and reading must stay answerable.
     */
    private static final int WIDEST_GAP = 1 << 26;

    /** How many bytes are read ahead in one go, few enough that nobody waits long for it. */
    private static final int BLOCK = 1 << 18;

    private static final int BLOCKS = 16;

    private final RecordingBytes bytes;
    private final Object reading = new Object();
    private final Queue<Block> ahead = new ConcurrentLinkedQueue<>();
    private final Queue<Block> free = new ConcurrentLinkedQueue<>();
    private @Nullable InputStream in;
    private @Nullable IOException failure;

    /** What is read from now, and how far. */
    private Block current = new Block(0);

    private int used;
    private long done;

    /** Bytes that were read. */
    private static final class Block {
        private final byte[] bytes;
        private int size;

        Block(int room) {
            bytes = new byte[room];
        }
    }

    private FileHash(RecordingBytes bytes, @Nullable InputStream in) {
        this.bytes = bytes;
        this.in = in;
        for (int i = 0; i < BLOCKS && in != null; i++) {
            free.add(new Block((int) Math.min(BLOCK, bytes.size())));
        }
    }

    /** Starts before the first byte. Of a gzipped file nothing is left to do: it was hashed when it was decompressed. */
    static FileHash of(ImportRequest request, RecordingBytes bytes) throws IOException {
        return new FileHash(
                bytes, request.header().gzipped() ? null : request.content().openAtLeisure());
    }

    /** Reads some bytes ahead; returns false when there is no room for more, or nothing more. */
    boolean ahead() {
        synchronized (reading) {
            Block block = in == null || failure != null ? null : free.poll();
            if (block == null) {
                return false;
            }
            try {
                fill(block);
            } catch (IOException e) {
                failure = e; // whoever comes to that place must know
            }
            ahead.add(block);
            return block.size > 0;
        }
    }

    @Override
    public void read(long at, byte[] target, int from, int count) throws IOException {
        if (isClosed() || at < done || at - done > WIDEST_GAP) {
            close();
            bytes.read(at, target, from, count);
            return;
        }
        while (done < at) {
            int unused = part(at - done);
        }
        for (int to = from, end = from + count; to < end; ) {
            int part = part(end - to);
            System.arraycopy(current.bytes, used - part, target, to, part);
            to += part;
        }
    }

    /** Goes over the next bytes, at most so many and as many as lie side by side, which are those before {@link #used} then. */
    private int part(long most) throws IOException {
        if (used == current.size) {
            next();
        }
        int part = (int) Math.min(most, current.size - used);
        used += part;
        done += part;
        return part;
    }

    /** Goes on to the next block: one that was read ahead, else one that this thread reads now. */
    private void next() throws IOException {
        Block read = ahead.poll();
        if (read == null) {
            synchronized (reading) {
                read = ahead.poll();
                if (read == null) {
                    read = Objects.requireNonNullElseGet(free.poll(), () -> new Block(BLOCK));
                    fill(read);
                }
            }
        }
        if (current.bytes.length > 0) {
            free.add(current);
        }
        current = read;
        used = 0;
        if (read.size == 0) {
            throw failure != null ? failure : new EOFException("the file became shorter while it was read");
        }
    }

    private void fill(Block block) throws IOException {
        block.size = 0;
        InputStream onward = in;
        if (onward != null) {
            block.size = onward.readNBytes(block.bytes, 0, block.bytes.length);
        }
    }

    private boolean isClosed() {
        synchronized (reading) {
            return in == null;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (reading) {
            InputStream open = in;
            in = null;
            if (open != null) {
                open.close();
            }
        }
    }
}
