package racelane.importers.tracejson;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Steps over the elements of a JSON array by brackets and quotes alone, from any element's first byte on. It needs no root and
 * forgives what a parser would refuse, so it serves to quote a record and to find the next one after a damaged one.
 */
final class RecordScanner implements Closeable {
    private static final int BUFFER = 1 << 14;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int filled;
    private long position;

    /**
     * Creates a scanner.
     *
     * @param in bytes from {@code position} on; closed with the scanner
     */
    RecordScanner(InputStream in, long position) {
        this.in = in;
        this.position = position;
    }

    /** Returns the place of the next byte. */
    long position() {
        return position;
    }

    /** Steps to the next element and returns its first byte without taking it; -1 at the array's end or the file's. */
    int toElement() throws IOException {
        int c = peek();
        while (c == ',' || c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            take();
            c = peek();
        }
        return c == ']' ? -1 : c;
    }

    /** Steps over one element; tells whether its end was there. */
    boolean skipElement() throws IOException {
        return element(null, 0);
    }

    /** Returns the text of the next element, at most {@code limit} bytes of it. */
    String takeElement(int limit) throws IOException {
        byte[] text = new byte[limit];
        long from = position;
        element(text, from);
        return new String(text, 0, (int) Math.min(limit, position - from), StandardCharsets.UTF_8);
    }

    /** Returns the place of the first element that starts a line after the next line end; -1 when there is none. */
    long nextLineElement() throws IOException {
        int c = take();
        while (c >= 0) {
            if (c == '\n' && toElement() == '{') {
                return position;
            }
            c = take();
        }
        return -1;
    }

    private boolean element(byte @org.jspecify.annotations.Nullable [] copy, long from) throws IOException {
        int depth = 0;
        boolean quoted = false;
        while (true) {
            int c = peek();
            if (c < 0) {
                return false;
            }
            if (depth == 0 && !quoted && (c == ',' || c == ']' || c == '}')) {
                return true;
            }
            keep(copy, from, take());
            if (quoted) {
                if (c == '\\') {
                    keep(copy, from, take());
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return true;
            }
        }
    }

    private void keep(byte @org.jspecify.annotations.Nullable [] copy, long from, int c) {
        long at = position - 1 - from;
        if (copy != null && c >= 0 && at < copy.length) {
            copy[(int) at] = (byte) c;
        }
    }

    private int peek() throws IOException {
        if (next == filled) {
            filled = Math.max(0, in.read(buffer));
            next = 0;
        }
        return filled == 0 ? -1 : buffer[next] & 0xff;
    }

    private int take() throws IOException {
        int c = peek();
        if (c >= 0) {
            next++;
            position++;
        }
        return c;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
