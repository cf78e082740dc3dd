package racelane.importers.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import racelane.model.progress.Progress;

/**
 * Cuts a stream into lines without making Strings: each line is a slice of a buffer, with its number and the offset of its first
 * byte. Of a line longer than {@link #MAX_LINE} the rest is passed over. One thread.
 */
public final class LineReader implements Closeable {
    /** How many bytes of a line are kept: 64 KiB. */
    public static final int MAX_LINE = 1 << 16;

    private static final int BLOCK = 1 << 19;
    private static final byte ESCAPE = 0x1b;

    private final InputStream in;
    private final byte end;
    private final Progress progress;
    private final long total;
    private final LineIndex index = new LineIndex();
    private final byte[] buffer = new byte[BLOCK];
    private byte[] line = buffer;
    private int from;
    private int to;
    private int number;
    private boolean clipped;
    private int next;
    private int limit;
    private long base;
    private boolean ended;
    private @Nullable IOException failure;
    private boolean escapes;
    private boolean highBytes;

    /**
     * Creates a reader.
     *
     * @param in the text, closed with this reader
     * @param end the byte that ends a line: LF, or CR for the rare text that has no LF
     * @param total how many bytes there will be, for the progress; 0 when nobody knows
     */
    public LineReader(InputStream in, byte end, Progress progress, long total) {
        this.in = in;
        this.end = end;
        this.progress = progress;
        this.total = total;
    }

    /**
     * Moves to the next line.
     *
     * @return false when there is none
     * @throws IOException when the stream fails; the lines before were whole
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    public boolean next() throws IOException {
        line = buffer;
        clipped = false;
        int stop = ByteText.indexOf(buffer, next, limit, end);
        if (stop < 0) {
            stop = findEnd();
            if (stop < 0) {
                return false;
            }
        }
        if (line == buffer) {
            index.add(base + next);
            slice(next, stop);
        }
        number++;
        next = Math.min(limit, stop + 1);
        return true;
    }

    private void slice(int start, int stop) {
        from = start;
        to = stop;
        if (to - from > MAX_LINE) {
            to = from + MAX_LINE;
            clipped = true;
        }
        while (to > from && line[to - 1] == '\r') {
            to--;
        }
    }

    /** Reads on until the line that starts at {@code next} ends; returns its end in the buffer, or -1 when there is no line. */
    private int findEnd() throws IOException {
        int searched = limit;
        while (true) {
            if (limit - next > MAX_LINE) {
                return passOver();
            }
            searched -= next;
            if (!fill()) {
                return next < limit ? limit : -1;
            }
            int stop = ByteText.indexOf(buffer, searched, limit, end);
            if (stop >= 0) {
                return stop;
            }
            searched = limit;
        }
    }

    /** Keeps the first part of a giant line and drops bytes until its end. */
    private int passOver() throws IOException {
        index.add(base + next);
        line = Arrays.copyOfRange(buffer, next, next + MAX_LINE);
        clipped = true;
        from = 0;
        to = MAX_LINE;
        int stop;
        do {
            next = limit;
            if (!fill()) {
                return limit;
            }
            stop = ByteText.indexOf(buffer, 0, limit, end);
        } while (stop < 0);
        return stop;
    }

    /** Moves what is unread to the front and reads a block behind it. */
    private boolean fill() throws IOException {
        progress.checkCancelled();
        if (failure != null) {
            throw failure;
        }
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        base += next;
        limit -= next;
        next = 0;
        int start = limit;
        while (!ended && limit < buffer.length && limit - start < BLOCK / 2) {
            read(start);
        }
        progress.advance(base + limit, total);
        escapes = ByteText.indexOf(buffer, 0, limit, ESCAPE) >= 0;
        highBytes = ByteText.hasHighBytes(buffer, 0, limit);
        return limit > start;
    }

    /** Reads once; a stream that fails fails only after all that it gave before was taken. */
    private void read(int start) throws IOException {
        try {
            int count = in.read(buffer, limit, buffer.length - limit);
            ended = count < 0;
            limit += Math.max(0, count);
        } catch (IOException e) {
            failure = e;
            if (limit == start) {
                throw e;
            }
            ended = true;
        }
    }

    /** Returns the array that holds the line; valid until {@link #next} is called again. */
    public byte[] bytes() {
        return line;
    }

    /** Returns where the line starts in {@link #bytes}. */
    public int from() {
        return from;
    }

    /** Returns where the line ends in {@link #bytes}, its line end left out. */
    public int to() {
        return to;
    }

    /** Returns the line's number, from 1. */
    public int number() {
        return number;
    }

    /** Tells whether the line was longer than {@link #MAX_LINE}. */
    public boolean clipped() {
        return clipped;
    }

    /** Tells whether the line may hold escape sequences; when false it holds none. */
    public boolean mayHaveEscapes() {
        return escapes || clipped;
    }

    /** Tells whether the line may hold bytes above 127; when false it holds none. */
    public boolean mayHaveHighBytes() {
        return highBytes || clipped;
    }

    /** Returns how many bytes were read from the stream. */
    public long consumed() {
        return base + limit;
    }

    /** Returns where the lines start, so far. */
    public LineIndex index() {
        return index;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
