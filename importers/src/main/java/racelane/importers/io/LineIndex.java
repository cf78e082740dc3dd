package racelane.importers.io;

import java.util.Arrays;

/** Where every 256th line of a text starts: enough to find any line again by reading at most 255 others. Single writer. */
public final class LineIndex {
    /** How many lines lie between two entries. */
    public static final int STEP = 256;

    private long[] offsets = new long[64];
    private int size;
    private int lines;

    /** Notes the next line; lines come in order. */
    public void add(long offset) {
        if (lines % STEP == 0) {
            if (size == offsets.length) {
                offsets = Arrays.copyOf(offsets, size * 2);
            }
            offsets[size++] = offset;
        }
        lines++;
    }

    /** Returns how many lines there are. */
    public int lines() {
        return lines;
    }

    /** Returns the number of the last indexed line at or before {@code line} (from 1). */
    public int lineBefore(int line) {
        return (line - 1) / STEP * STEP + 1;
    }

    /** Returns the byte offset at which {@link #lineBefore} starts. */
    public long offsetBefore(int line) {
        return offsets[(line - 1) / STEP];
    }
}
