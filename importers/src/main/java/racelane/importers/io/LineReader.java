package racelane.importers.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import racelane.model.progress.Progress;

/** Reads a stream line by line without making Strings: each line is a slice of a block. One thread. */
final class LineReader implements Closeable {
    private final BlockReader blocks;
    private final LineBlock block;

    /**
     * Creates a reader.
     *
     * @param in the text, closed with this reader
     * @param end the byte that ends a line
     */
    LineReader(InputStream in, byte end) {
        blocks = new BlockReader(in, end, Progress.none(), 0);
        block = new LineBlock(end);
    }

    /**
     * Moves to the next line.
     *
     * @return false when there is none
     */
    boolean next() throws IOException {
        while (!block.next()) {
            if (!blocks.read(block)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the array that holds the line; valid until {@link #next} is called again. */
    byte[] bytes() {
        return block.bytes();
    }

    /** Returns where the line starts in {@link #bytes}. */
    int from() {
        return block.from();
    }

    /** Returns where the line ends in {@link #bytes}, its line end left out. */
    int to() {
        return block.to();
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
