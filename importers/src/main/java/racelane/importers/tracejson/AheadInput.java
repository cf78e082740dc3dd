package racelane.importers.tracejson;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import racelane.model.progress.Beside;

/**
 * Reads a stream some blocks ahead, on a helper, so that decompressing and hashing what is read goes on beside whoever takes it apart.
 * Gives out what the stream would have given, its fault included, in the same order. For one thread.
 */
final class AheadInput extends InputStream {
    private static final int BLOCK = 1 << 18;
    private static final int BLOCKS = 4;

    private final InputStream in;
    private final Beside beside;
    private final Deque<Block> running = new ArrayDeque<>(BLOCKS);
    private Block current;
    private int at;
    /** Whether the stream can still be read; only the helper looks at it. */
    private boolean open = true;

    private volatile boolean closed;

    /** A part of the stream; used by the helper until its task is done, then by the reader. */
    private static final class Block {
        private final byte[] bytes = new byte[BLOCK];
        private int count;
        private boolean last;
        private @Nullable IOException fault;
        private FutureTask<?> filled = new FutureTask<>(() -> null);

        /** Fills it; tells whether more may come. */
        boolean fill(InputStream in) {
            count = 0;
            try {
                while (count < BLOCK) {
                    int more = in.read(bytes, count, BLOCK - count);
                    if (more < 0) {
                        last = true;
                        return false;
                    }
                    count += more;
                }
                return true;
            } catch (IOException e) {
                fault = e;
                last = true;
                return false;
            }
        }
    }

    /**
     * Starts to read.
     *
     * @param in the stream; closed with this one
     * @param helper reads it
     */
    AheadInput(InputStream in, Executor helper) {
        this.in = in;
        this.beside = new Beside(helper);
        for (int i = 0; i < BLOCKS - 1; i++) {
            start(new Block());
        }
        current = new Block(); // nothing is in it, and it goes to the helper when the first byte is asked for
    }

    private void start(Block block) {
        block.filled = beside.give(() -> {
            if (open && !closed) {
                open = block.fill(in);
            } else {
                block.count = 0;
                block.last = true;
            }
        });
        running.add(block);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (at == current.count) {
            if (current.last) {
                IOException fault = current.fault;
                if (fault != null) {
                    throw fault;
                }
                return -1;
            }
            Block done = current;
            current = running.remove();
            Beside.join(current.filled);
            at = 0;
            start(done);
        }
        int count = Math.min(length, current.count - at);
        System.arraycopy(current.bytes, at, target, offset, count);
        at += count;
        return count;
    }

    /** Waits until the helper has left the stream and closes it. */
    @Override
    public void close() throws IOException {
        closed = true;
        for (Block block : running) {
            Beside.settle(block.filled);
        }
        in.close();
    }
}
