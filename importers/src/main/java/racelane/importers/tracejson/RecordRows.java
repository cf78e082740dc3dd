package racelane.importers.tracejson;

import java.io.Closeable;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import racelane.model.progress.Beside;

/**
 * Splits the records of a trace into their fields some rows ahead, on a helper, beside the thread that makes events of them. It goes as
 * far as one whole record follows another; where something else stands, the reader goes on alone, with more care. In the order of the
 * file. For one thread.
 *
 * <pre>
 *   helper   read and split row 3 ──┐   read and split row 4 ──┐
 *   reader   make events of row 1 …     make events of row 2 …
 * </pre>
 */
final class RecordRows implements Closeable {
    private static final int ROWS = 4;

    private final InputStream in;
    private final Beside beside;
    private final Deque<RecordRow> running = new ArrayDeque<>(ROWS);
    private final byte[] carried = new byte[RecordRow.SIZE];
    private int carriedSize;
    private long place;
    private boolean open = true;
    private volatile boolean closed;

    /**
     * Begins to split.
     *
     * @param window what was read so far, the records beginning at {@code from}
     * @param in what follows; not used by others until {@link #close}
     */
    RecordRows(ByteWindow window, int from, InputStream in, Executor helper) {
        this.in = in;
        this.beside = new Beside(helper);
        carriedSize = window.end() - from;
        System.arraycopy(window.bytes(), from, carried, 0, carriedSize);
        place = window.place(from);
        for (int i = 0; i < ROWS; i++) {
            start(new RecordRow());
        }
    }

    /** Tells whether what a window holds can be carried over. */
    static boolean canTake(ByteWindow window, int from) {
        return window.fault() == null && window.end() - from <= RecordRow.SIZE;
    }

    private void start(RecordRow row) {
        row.split = beside.give(() -> {
            if (!open || closed) {
                row.none();
                return;
            }
            carriedSize = row.fill(in, carried, carriedSize, place);
            place += row.rest();
            System.arraycopy(row.bytes, row.rest(), carried, 0, carriedSize);
            open = !row.isLast();
        });
        running.add(row);
    }

    /** Returns the next row; to be asked for until one is the last. */
    RecordRow next() {
        RecordRow row = running.remove();
        Beside.join(row.split);
        return row;
    }

    /** Takes back a row that is done with. */
    void free(RecordRow row) {
        start(row);
    }

    /** Waits until the helper has left the stream. */
    @Override
    public void close() {
        closed = true;
        for (RecordRow row : running) {
            Beside.settle(row.split);
        }
    }
}
