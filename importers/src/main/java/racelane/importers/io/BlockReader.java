package racelane.importers.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import racelane.model.progress.Progress;

/**
 * Cuts a stream into blocks of whole lines. Of a line that no block can hold the first part is kept and the rest passed over. One
 * thread.
 */
public final class BlockReader implements Closeable {
    private static final int NONE = -1;

    private final InputStream in;
    private final byte end;
    private final Progress progress;
    private final long total;
    private byte[] rest = new byte[1 << 12];
    private int restSize;
    private long read;
    private boolean ended;
    private @Nullable IOException failure;

    /**
     * Creates a reader.
     *
     * @param in the text, closed with this reader
     * @param end the byte that ends a line
     * @param total how many bytes there will be, for the progress; 0 when nobody knows
     */
    public BlockReader(InputStream in, byte end, Progress progress, long total) {
        this.in = in;
        this.end = end;
        this.progress = progress;
        this.total = total;
    }

    /**
     * Fills a block with the next lines.
     *
     * @return false when there are none
     * @throws IOException when the stream fails; all lines that ended before were given
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    public boolean read(LineBlock block) throws IOException {
        progress.checkCancelled();
        byte[] target = block.bytes();
        System.arraycopy(rest, 0, target, 0, restSize);
        long base = read - restSize;
        int limit = fill(target, restSize);
        progress.advance(read, total);
        int stop = lastEnd(target, limit);
        if (failure != null && stop == NONE) {
            throw failure;
        }
        restSize = 0;
        if (stop == NONE && limit == target.length) {
            passOver(target);
        } else if (stop != NONE && (!ended || failure != null)) {
            keep(target, stop + 1, limit);
            limit = stop + 1;
        }
        block.filled(limit, base);
        return limit > 0;
    }

    /** Reads until the block is full or the stream ends; one that fails ends there, and fails when all before was taken. */
    private int fill(byte[] target, int from) {
        int limit = from;
        try {
            while (!ended && limit < target.length) {
                int count = in.read(target, limit, target.length - limit);
                ended = count < 0;
                limit += Math.max(0, count);
            }
        } catch (IOException e) {
            failure = e;
            ended = true;
        }
        read += limit - from;
        return limit;
    }

    private int lastEnd(byte[] bytes, int limit) {
        int at = limit - 1;
        while (at >= 0 && bytes[at] != end) {
            at--;
        }
        return at;
    }

    private void keep(byte[] bytes, int from, int to) {
        restSize = to - from;
        if (rest.length < restSize) {
            rest = new byte[LineBlock.SIZE];
        }
        System.arraycopy(bytes, from, rest, 0, restSize);
    }

    /** Drops bytes until the giant line that fills the block ends, and keeps what stands behind it for the next block. */
    private void passOver(byte[] line) {
        byte[] scratch = Arrays.copyOf(line, line.length / 2);
        while (!ended) {
            progress.checkCancelled();
            int count = fill(scratch, 0);
            progress.advance(read, total);
            int stop = ByteText.indexOf(scratch, 0, count, end);
            if (stop >= 0) {
                keep(scratch, stop + 1, count);
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
