package racelane.importers.log;

import java.util.Arrays;
import racelane.importers.io.LineBlock;
import racelane.importers.io.LogClock;

/**
 * A line of a program that its container runtime wrote in pieces, between those of other streams, up to its last piece. The time and
 * the fields of the first piece hold for the whole. One thread.
 */
final class CutLine {
    /** How many bytes of a line are kept, as of any other line. */
    private static final int MOST = LineBlock.MAX_LINE;

    private final LineFields fields = new LineFields();
    private byte[] text = new byte[1 << 10];
    private int size;
    private int pieces;
    private int line;
    private long time;

    /** Tells whether pieces came whose last one is still to come. */
    boolean isOpen() {
        return pieces > 0;
    }

    /** Returns how many pieces came. */
    int count() {
        return pieces;
    }

    /** Returns where the first piece stands. */
    int line() {
        return line;
    }

    /** Takes a piece, whose text is {@code [from, to)} of its line. */
    void add(LineFields piece, LogClock clock, byte[] bytes, int from, int to) {
        if (pieces == 0) {
            piece.unset(Slots.MESSAGE);
            fields.copy(piece);
            fields.detach();
            line = clock.line();
            time = clock.nanos();
            size = 0;
        }
        pieces++;
        append(bytes, from, to);
    }

    private void append(byte[] bytes, int from, int to) {
        int count = Math.min(to - from, MOST + 1 - size); // one more, by which is seen that it was cut
        if (size + count > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, size + count));
        }
        System.arraycopy(bytes, from, text, size, count);
        size += count;
    }

    /** Gives the whole and begins anew; its bytes stay until the next piece comes. */
    void give(LineFields target) {
        target.copy(fields);
        target.set(Slots.MESSAGE, text, 0, Math.min(size, MOST));
        target.joined(pieces, line, time);
        target.clipped(size > MOST);
        pieces = 0;
    }
}
