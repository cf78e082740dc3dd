package racelane.model.event;

import java.util.Arrays;

/**
 * Some thousand events side by side, to be added at once ({@link EventSink#appendAll}): moving columns takes a fraction of the time that
 * adding event after event does. One thread at a time: it is filled, handed over, added, and filled again.
 */
public final class EventBlock {
    /** How many events it takes. */
    public static final int ROOM = 1 << 13;

    /** The events as {@link EventRows} holds them, but that a duration which is no int is {@code ~} its place in {@link #large}. */
    private final int[] cells = new int[ROOM << EventRows.CELL_BITS];

    private final int[] lane = new int[ROOM];
    private long[] large = new long[16];
    private int largeCount;
    private int size;
    private int nameBits;
    private int keyBits;
    private int attributeBits;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    /** Creates an empty block. */
    public EventBlock() {}

    /** Empties it. */
    public void clear() {
        size = 0;
        largeCount = 0;
        nameBits = 0;
        keyBits = 0;
        attributeBits = 0;
        earliest = Long.MAX_VALUE;
        latest = Long.MIN_VALUE;
    }

    /** Returns how many events it holds. */
    public int size() {
        return size;
    }

    /** Tells whether it takes no more events. */
    public boolean full() {
        return size == ROOM;
    }

    /**
     * Adds an event without key and attributes; what the parameters mean is said at {@link EventSink#append}.
     *
     * @throws IndexOutOfBoundsException when it is full
     */
    public void add(EventKind kind, int laneId, long start, long end, int name, int origin) {
        int at = size;
        lane[at] = laneId;
        long duration = end - start;
        int kept = duration >>> (Integer.SIZE - 1) == 0 ? (int) duration : odd(start, end);
        EventRows.write(cells, at << EventRows.CELL_BITS, kind, start, kept, name, origin);
        nameBits |= name;
        earliest = Math.min(earliest, start);
        latest = Math.max(latest, Math.max(start, end));
        size = at + 1;
    }

    /** Returns what stands for a duration that is negative or large. */
    private int odd(long start, long end) {
        if (end <= start) {
            return 0;
        }
        if (largeCount == large.length) {
            large = Arrays.copyOf(large, largeCount * 2);
        }
        large[largeCount] = DurationColumn.between(start, end);
        return ~largeCount++;
    }

    /** Gives the event that was added last its key (a word id) and its attributes (a tuple or attribute row). */
    public void describe(int key, int attributes) {
        int at = (size - 1) << EventRows.CELL_BITS;
        cells[at + EventRows.KEY] = key;
        cells[at + EventRows.ATTRIBUTES] = attributes;
        keyBits |= key;
        attributeBits |= attributes;
    }

    /** Returns the index after the events from {@code from} on that lie on its lane one behind the other, at most {@code to}. */
    int run(int from, int to) {
        int first = lane[from];
        int at = from + 1;
        while (at < to && lane[at] == first) {
            at++;
        }
        return at;
    }

    int lane(int at) {
        return lane[at];
    }

    long start(int at) {
        return EventRows.start(cells, at << EventRows.CELL_BITS);
    }

    /** Returns the earliest start of the events from {@code from} to {@code to}. */
    long earliest(int from, int to) {
        return from == 0 && to == size ? earliest : earliestAmong(from, to);
    }

    private long earliestAmong(int from, int to) {
        long found = Long.MAX_VALUE;
        for (int at = from; at < to; at++) {
            found = Math.min(found, start(at));
        }
        return found;
    }

    /** Returns the latest end of the events from {@code from} to {@code to}. */
    long latest(int from, int to) {
        return from == 0 && to == size ? latest : latestAmong(from, to);
    }

    private long latestAmong(int from, int to) {
        long found = Long.MIN_VALUE;
        for (int at = from; at < to; at++) {
            int duration = cells[(at << EventRows.CELL_BITS) + EventRows.DURATION];
            found = Math.max(found, start(at) + (duration >= 0 ? duration : large[~duration]));
        }
        return found;
    }

    int[] cells() {
        return cells;
    }

    boolean hasLarge() {
        return largeCount > 0;
    }

    long large(int index) {
        return large[index];
    }

    int nameBits() {
        return nameBits;
    }

    int keyBits() {
        return keyBits;
    }

    int attributeBits() {
        return attributeBits;
    }
}
