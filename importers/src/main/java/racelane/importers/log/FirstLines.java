package racelane.importers.log;

import java.util.Arrays;
import racelane.importers.io.AnsiText;
import racelane.importers.io.ByteText;
import racelane.importers.io.LineBlock;

/** The first lines of a text without colours, line ends and blank lines, cut once for all grammars that are tried on them. */
final class FirstLines {
    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[64];
    private int count;
    private boolean objects;

    /**
     * Cuts the first lines of a text.
     *
     * @param head its first bytes
     * @param whole whether these are all; if not, a last line without an end says nothing and is left out, unless it is the only one
     * @param most how many lines are wanted
     */
    FirstLines(byte[] head, boolean whole, int most) {
        byte end = FormatDetector.lineEnd(head);
        byte[] line = new byte[Math.min(head.length, LineBlock.MAX_LINE)];
        for (int at = 0; at < head.length && count < most; ) {
            int stop = ByteText.indexOf(head, at, head.length, end);
            if (stop < 0) {
                if (!whole && count > 0) {
                    break;
                }
                stop = head.length;
            }
            int length = AnsiText.strip(head, at, Math.min(stop, at + line.length), line);
            at = stop + 1;
            while (length > 0 && line[length - 1] == '\r') {
                length--;
            }
            if (ByteText.skipBlanks(line, 0, length) < length) {
                add(line, length);
            }
        }
    }

    private void add(byte[] line, int length) {
        int from = from(count);
        if (from + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, from + length));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        System.arraycopy(line, 0, bytes, from, length);
        objects |= line[ByteText.skipBlanks(line, 0, length)] == '{';
        ends[count++] = from + length;
    }

    /** Returns how many lines there are. */
    int count() {
        return count;
    }

    /** Tells whether a line starts with a brace, as an object does. */
    boolean hasObjects() {
        return objects;
    }

    /** Returns the bytes of all lines; not to be written to. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns where in {@link #bytes()} line {@code index} (0 to count, exclusive) starts. */
    int from(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Returns where in {@link #bytes()} line {@code index} (0 to count, exclusive) ends, exclusive. */
    int to(int index) {
        return ends[index];
    }
}
