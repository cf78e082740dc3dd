package racelane.model.event;

/**
 * Some thousand events side by side, to be added at once ({@link EventSink#appendAll}): moving columns takes a fraction of the time that
 * adding event after event does. One thread at a time: it is filled, handed over, added, and filled again.
 */
public final class EventBlock {
    /** How many events it takes. */
    public static final int ROOM = 1 << 13;

    private final byte[] kind = new byte[ROOM];
    private final int[] lane = new int[ROOM];
    private final long[] start = new long[ROOM];
    private final long[] end = new long[ROOM];
    private final int[] name = new int[ROOM];
    private final int[] key = new int[ROOM];
    private final int[] attributes = new int[ROOM];
    private final int[] origin = new int[ROOM];
    private int size;

    /** Creates an empty block. */
    public EventBlock() {}

    /** Empties it. */
    public void clear() {
        size = 0;
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
    public void add(EventKind kindOfEvent, int laneId, long startTime, long endTime, int nameId, int record) {
        int at = size;
        kind[at] = (byte) kindOfEvent.ordinal();
        lane[at] = laneId;
        start[at] = startTime;
        end[at] = endTime;
        name[at] = nameId;
        origin[at] = record;
        key[at] = EventSink.NONE;
        attributes[at] = EventSink.NONE;
        size = at + 1;
    }

    /** Gives the event that was added last its key (a word id) and its attributes (a tuple or attribute row). */
    public void describe(int keyId, int attributesId) {
        key[size - 1] = keyId;
        attributes[size - 1] = attributesId;
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

    byte[] kinds() {
        return kind;
    }

    int lane(int at) {
        return lane[at];
    }

    long[] starts() {
        return start;
    }

    long[] ends() {
        return end;
    }

    int[] names() {
        return name;
    }

    int[] keys() {
        return key;
    }

    int[] attributes() {
        return attributes;
    }

    int[] origins() {
        return origin;
    }
}
