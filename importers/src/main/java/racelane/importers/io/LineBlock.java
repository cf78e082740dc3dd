package racelane.importers.io;

/**
 * A run of whole lines in one array, and the line of it that is looked at. Filled by {@link BlockReader}, then handed to whoever
 * reads the lines; never used by two threads at once.
 */
public final class LineBlock {
    /** How many bytes of a line are kept: 64 KiB. */
    public static final int MAX_LINE = 1 << 16;

    /** How long a block is at most: 512 KiB, which the caches nearest to a core still hold. */
    static final int SIZE = 1 << 19;

    /** How long a block is at least, so that a line of a text that grew does not lose more than it would in another block. */
    private static final int SMALLEST = 2 * MAX_LINE;

    private final byte end;
    private final byte[] bytes;
    private int limit;
    private long base;
    private int next;
    private int from;
    private int to;
    private boolean clipped;

    /**
     * Creates an empty block.
     *
     * @param end the byte that ends a line: LF, or CR for the rare text that has no LF
     */
    public LineBlock(byte end) {
        this(end, SIZE);
    }

    /**
     * Creates an empty block that need not be larger than a text.
     *
     * @param end the byte that ends a line: LF, or CR for the rare text that has no LF
     * @param text how many bytes the text is expected to have; 0 when nobody knows
     */
    public LineBlock(byte end, long text) {
        this.end = end;
        this.bytes = new byte[text == 0 ? SIZE : Math.clamp(text + 1, SMALLEST, SIZE)];
    }

    /** Takes the bytes before {@code filled} for this block's lines; the first is the stream's byte number {@code offset}. */
    void filled(int filled, long offset) {
        limit = filled;
        base = offset;
        next = 0;
    }

    /** Moves to the next line; returns false when there is none. */
    public boolean next() {
        if (!hasNext()) {
            return false;
        }
        int stop = ByteText.indexOf(bytes, next, limit, end);
        next(stop < 0 ? limit : stop);
        return true;
    }

    /** Tells whether there is a next line. */
    public boolean hasNext() {
        return next < limit;
    }

    /** Returns where the next line starts in {@link #bytes}. */
    public int start() {
        return next;
    }

    /** Moves to the next line, which ends at {@code stop}: before a byte that ends lines, or at the block's end. */
    public void next(int stop) {
        int start = next;
        next = stop + 1;
        from = start;
        clipped = stop - start > MAX_LINE;
        to = clipped ? start + MAX_LINE : stop;
        while (to > from && bytes[to - 1] == '\r') {
            to--;
        }
    }

    /** Returns where the last line ends in {@link #bytes}. */
    public int limit() {
        return limit;
    }

    /** Returns the byte that ends a line. */
    public byte end() {
        return end;
    }

    /** Returns the array that holds the lines. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns where the line starts in {@link #bytes}. */
    public int from() {
        return from;
    }

    /** Returns where the line ends in {@link #bytes}, its line end left out. */
    public int to() {
        return to;
    }

    /** Returns which byte of the stream the line starts with, from 0. */
    public long offset() {
        return base + from;
    }

    /** Tells whether the line was longer than {@link #MAX_LINE}. */
    public boolean clipped() {
        return clipped;
    }
}
