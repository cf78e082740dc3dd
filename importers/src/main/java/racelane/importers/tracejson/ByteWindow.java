package racelane.importers.tracejson;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that is being read, as one array: what is still needed is moved to its front before more is read behind it. The
 * byte at {@link #end} is always 0, which no JSON has there, so that a reader need not ask at every byte whether there is one. One
 * thread.
 */
final class ByteWindow implements Closeable {
    /** How many bytes behind {@link #end} can be looked at without harm; all but the first are stale. */
    static final int SLACK = 16;

    private static final int START = 1 << 18;

    private InputStream in;
    private byte[] bytes = new byte[START];
    private int end;
    private long base;
    private boolean exhausted;
    private @Nullable IOException fault;

    /**
     * Creates an empty window.
     *
     * @param in the bytes of a file from its start; closed with the window
     */
    ByteWindow(InputStream in) {
        this.in = in;
    }

    /** Returns the array, which {@link #more} may replace. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns where the bytes in the array end. */
    int end() {
        return end;
    }

    /** Returns the place in the file of the byte at {@code at}. */
    long place(int at) {
        return base + at;
    }

    /** Returns why nothing comes any more although the file may go on; null when it has simply ended. */
    @Nullable
    IOException fault() {
        return fault;
    }

    /**
     * Forgets what lies before {@code from}, so that the byte there comes to stand at 0, and reads on behind the last one.
     *
     * @return whether there was more
     */
    boolean more(int from) {
        if (exhausted) {
            return false;
        }
        System.arraycopy(bytes, from, bytes, 0, end - from);
        base += from;
        end -= from;
        if (end > bytes.length / 2) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int count = read();
        exhausted = count == 0 || fault != null;
        end += count;
        bytes[end] = 0;
        return count > 0;
    }

    /** Returns the first place from {@code at} that is no blank, comma or line end, reading on where needed; {@link #end} at the file's end. */
    int skipSeparators(int at) {
        int next = at;
        while (true) {
            while (isSeparator(bytes[next])) {
                next++;
            }
            if (next < end || !more(next)) {
                return Math.min(next, end);
            }
            next = 0;
        }
    }

    /**
     * Takes what another has read from the stream: from then on this window goes on behind it.
     *
     * @param part holds the bytes {@code [from, to)}, the first of them the file's byte number {@code place}
     * @param problem why the stream ended; null when it did not, or simply ended
     * @param rest where the bytes behind come from; closed with the window
     */
    void goOn(byte[] part, int from, int to, long place, @Nullable IOException problem, InputStream rest) {
        in = rest;
        if (bytes.length < to - from + SLACK) {
            bytes = new byte[to - from + START];
        }
        System.arraycopy(part, from, bytes, 0, to - from);
        end = to - from;
        bytes[end] = 0;
        base = place;
        fault = problem;
        exhausted = problem != null;
    }

    /** Tells whether a byte may stand between records. */
    static boolean isSeparator(byte b) {
        return b == ',' || b == '\n' || b == ' ' || b == '\r' || b == '\t';
    }

    /** Fills the array, so that a long record is looked at once each time that the array has doubled, and not once a read. */
    private int read() {
        int count = 0;
        try {
            int room = bytes.length - SLACK - end;
            while (count < room) {
                int more = in.read(bytes, end + count, room - count);
                if (more <= 0) {
                    break;
                }
                count += more;
            }
        } catch (IOException e) {
            fault = e;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
