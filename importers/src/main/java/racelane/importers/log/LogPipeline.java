package racelane.importers.log;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import racelane.importers.io.BlockReader;
import racelane.importers.io.LineBlock;
import racelane.model.progress.Beside;

/**
 * Takes blocks of lines from the file to the event store in two halves that may run at the same time: a helper takes the lines
 * apart, block after block, while the calling thread reads the file and writes the events of the blocks before. Both see the blocks
 * in the order of the file, so what comes out is the same with and without a second thread. To be used once.
 *
 * <pre>
 *   caller   read block 3 ──┐     write events of block 1 ──┐
 *   helper   take block 2 apart ──────┘     take block 3 apart …
 * </pre>
 */
final class LogPipeline {
    /** How many blocks are on their way at once: enough that neither half waits for the other's every hiccup, nor for its turn on a busy core. */
    private static final int BLOCKS = 8;

    private final LogReading reading;
    private final EntryWriter writer;
    private final Beside beside;
    private final byte lineEnd;
    private final long text;
    private final Deque<Batch> running = new ArrayDeque<>(BLOCKS);
    private final Deque<Batch> spare = new ArrayDeque<>(BLOCKS);

    /** A block, its entries, and the promise that they are there. */
    private static final class Batch {
        private final LineBlock block;
        private final EntryTape tape = new EntryTape();
        private FutureTask<?> read = new FutureTask<>(() -> null);

        Batch(byte lineEnd, long text) {
            block = new LineBlock(lineEnd, text);
        }
    }

    /**
     * Creates a pipeline.
     *
     * @param helper takes lines apart
     * @param lineEnd the byte that ends a line
     * @param text how many bytes the text is expected to have; 0 when nobody knows
     */
    LogPipeline(LogReading reading, EntryWriter writer, Executor helper, byte lineEnd, long text) {
        this.reading = reading;
        this.writer = writer;
        this.beside = new Beside(helper);
        this.lineEnd = lineEnd;
        this.text = text;
    }

    /**
     * Takes all that the file holds.
     *
     * @throws IOException when the file cannot be read further; the events of all lines before were written
     */
    void run(BlockReader file) throws IOException {
        IOException failure = null;
        try {
            Batch batch = spare();
            while (file.read(batch.block)) {
                start(batch);
                batch = spare();
            }
        } catch (IOException e) {
            failure = e;
        }
        while (!running.isEmpty()) {
            write(running.remove());
        }
        Batch held = spare();
        reading.finish(held.block, held.tape);
        writer.write(held.tape);
        if (failure != null) {
            throw failure;
        }
    }

    private void start(Batch batch) {
        batch.read = beside.give(() -> reading.read(batch.block, batch.tape));
        running.add(batch);
    }

    /** Returns a batch that nobody uses, waiting for the oldest one when all are under way. */
    private Batch spare() {
        if (running.size() == BLOCKS
                || (!running.isEmpty() && running.peek().read.isDone())) {
            write(running.remove());
        }
        return spare.isEmpty() ? new Batch(lineEnd, text) : spare.remove();
    }

    private void write(Batch batch) {
        Beside.join(batch.read);
        writer.write(batch.tape);
        spare.add(batch);
    }
}
