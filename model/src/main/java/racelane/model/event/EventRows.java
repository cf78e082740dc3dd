package racelane.model.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The events of a table that is being built, by handle ({@link LaneRuns}): 32 bytes each, side by side, for what is written to an
 * event is mostly written at once. Growth copies nothing. Turned into columns by {@link Sealing}, once; then it is empty. Single writer.
 *
 * <pre>
 *   start (2), duration, name and kind, key, attributes, origin, offset of the end
 * </pre>
 */
final class EventRows {
    /** Events of a page; a run of handles lies in one. */
    static final int PAGE = 1 << 14;

    static final int MASK = PAGE - 1;
    private static final int PAGE_BITS = 14;
    private static final int FIRST_PAGES = 1 << 10;
    static final int CELL_BITS = 3;
    static final int DURATION = 2;
    static final int NAME_AND_KIND = 3;
    static final int KEY = 4;
    static final int ATTRIBUTES = 5;
    static final int ORIGIN = 6;
    static final int END_OFFSET = 7;
    static final int KIND_BITS = 3;
    static final int KIND = (1 << KIND_BITS) - 1;

    private int[] @Nullable [] pages = new int[FIRST_PAGES][];
    private long[] large = new long[16];
    private int largeCount;

    /** All bits that are set in any name, key, attributes and offset, to know how much room they need. */
    private int nameBits;

    private int keyBits;
    private int attributeBits;
    private int offsetBits;

    /**
     * Writes a new event.
     *
     * @param duration ns, 0 or more
     * @param name word id, below 2^28
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    void append(int event, EventKind kind, long start, long duration, int name, int origin) {
        int page = event >> PAGE_BITS;
        int[] cells = page < pages.length ? pages[page] : null;
        if (cells == null) {
            cells = newPage(page);
        }
        int at = (event & MASK) << CELL_BITS;
        write(
                cells,
                at,
                kind,
                start,
                duration <= Integer.MAX_VALUE ? (int) duration : ~keepLarge(duration),
                name,
                origin);
        nameBits |= name;
    }

    /** Writes new events, {@code count} of a block from {@code from} on, to handles that lie one behind the other in a page. */
    void appendAll(int event, EventBlock block, int from, int count) {
        int page = event >> PAGE_BITS;
        int[] cells = page < pages.length ? pages[page] : null;
        if (cells == null) {
            cells = newPage(page);
        }
        int at = place(event);
        System.arraycopy(block.cells(), from << CELL_BITS, cells, at, count << CELL_BITS);
        nameBits |= block.nameBits();
        keyBits |= block.keyBits();
        attributeBits |= block.attributeBits();
        for (int i = 0; block.hasLarge() && i < count; i++) {
            int value = cells[at + (i << CELL_BITS) + DURATION];
            if (value < 0) {
                cells[at + (i << CELL_BITS) + DURATION] = ~keepLarge(block.large(~value));
            }
        }
    }

    /** Writes an event without key, attributes and end of its own to {@code cells}, from {@code at} on. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    static void write(int[] cells, int at, EventKind kind, long start, int duration, int name, int origin) {
        cells[at] = (int) (start >>> 32);
        cells[at + 1] = (int) start;
        cells[at + DURATION] = duration;
        cells[at + NAME_AND_KIND] = name << KIND_BITS | kind.ordinal();
        cells[at + KEY] = EventSink.NONE;
        cells[at + ATTRIBUTES] = EventSink.NONE;
        cells[at + ORIGIN] = origin;
    }

    private int[] newPage(int page) {
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
        }
        int[] cells = new int[PAGE << CELL_BITS];
        pages[page] = cells;
        return cells;
    }

    private int keepLarge(long duration) {
        if (largeCount == large.length) {
            large = Arrays.copyOf(large, largeCount * 2);
        }
        large[largeCount] = duration;
        return largeCount++;
    }

    private int[] page(int event) {
        int[] cells = pages[event >> PAGE_BITS];
        if (cells == null) {
            throw new IllegalStateException("the table is sealed, or there is no such event");
        }
        return cells;
    }

    /** Returns where the cells of an event begin in its page. */
    static int place(int event) {
        return (event & MASK) << CELL_BITS;
    }

    void key(int event, int key) {
        page(event)[place(event) + KEY] = key;
        keyBits |= key;
    }

    int attributes(int event) {
        return page(event)[place(event) + ATTRIBUTES];
    }

    void attributes(int event, int tuple) {
        page(event)[place(event) + ATTRIBUTES] = tuple;
        attributeBits |= tuple;
    }

    /** Ends an event that is a span, not before its start; returns its end, ns. */
    long close(int event, long wanted, int line) {
        int[] cells = page(event);
        int at = place(event);
        long start = start(cells, at);
        long end = Math.max(start, wanted);
        setDuration(cells, at, DurationColumn.between(start, end));
        cells[at + NAME_AND_KIND] = (cells[at + NAME_AND_KIND] & ~KIND) | EventKind.SPAN.ordinal();
        int offset = EventColumns.endOffset(cells[at + ORIGIN], line);
        cells[at + END_OFFSET] = offset;
        offsetBits |= offset;
        return end;
    }

    /** Moves an event's end to {@code time} when that lies behind it; tells whether it did. */
    boolean extend(int event, long time) {
        int[] cells = page(event);
        int at = place(event);
        long start = start(cells, at);
        int value = cells[at + DURATION];
        if (start + (value >= 0 ? value : large[~value]) >= time) {
            return false;
        }
        setDuration(cells, at, DurationColumn.between(start, time));
        return true;
    }

    private void setDuration(int[] cells, int at, long duration) {
        int before = cells[at + DURATION];
        if (duration <= Integer.MAX_VALUE) {
            cells[at + DURATION] = (int) duration;
        } else if (before < 0) {
            large[~before] = duration;
        } else {
            cells[at + DURATION] = ~keepLarge(duration);
        }
    }

    static long start(int[] cells, int at) {
        return (long) cells[at] << 32 | (cells[at + 1] & 0xffff_ffffL);
    }

    /** Returns the cells of the page in which an event lies, its own from {@link #place} on. */
    int[] cells(int event) {
        return page(event);
    }

    /** Returns the durations that do not fit in a cell, which hold {@code ~} the index of them, ns. */
    long[] large() {
        return Arrays.copyOf(large, largeCount);
    }

    /**
     * Returns all bits that are set in any name.
     *
     * @throws IllegalStateException when there are more words than a name can tell apart
     */
    int nameBits() {
        if (nameBits >>> (Integer.SIZE - 1 - KIND_BITS) != 0) {
            throw new IllegalStateException("a trace can name at most 2^28 words; import fewer files at once");
        }
        return nameBits;
    }

    /** Returns all bits that are set in any key. */
    int keyBits() {
        return keyBits;
    }

    /** Returns all bits that are set in the attributes of any event. */
    int attributeBits() {
        return attributeBits;
    }

    /** Returns all bits that are set in the offset of any end. */
    int offsetBits() {
        return offsetBits;
    }

    /** Forgets the events. */
    void forget() {
        pages = new int[0][];
    }
}
