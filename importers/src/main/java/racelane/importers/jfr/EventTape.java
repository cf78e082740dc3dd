package racelane.importers.jfr;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventKind;
import racelane.model.event.EventSink;
import racelane.model.event.LinkEnd;

/**
 * Some thousand events of a recording on their way from the thread that takes them apart to the one that stores them. What is on
 * it comes from one chunk, in its order. One thread at a time: it is filled, handed over, written, and filled again.
 */
final class EventTape {
    /** How many things it takes before it is handed over. */
    private static final int ROOM = 1 << 13;

    private static final EventKind[] KINDS = EventKind.values();
    private static final byte WHOLE_SAMPLE = -1;
    private static final byte REAL_SAMPLE = -2;
    private static final byte LINK = -3;

    private int size;
    private byte[] kind = new byte[ROOM];
    private int[] lane = new int[ROOM];
    private int[] name = new int[ROOM];
    private int[] key = new int[ROOM];
    private int[] attributes = new int[ROOM];
    private int[] origin = new int[ROOM];
    private long[] start = new long[ROOM];
    private long[] end = new long[ROOM];
    private long[] values = new long[ROOM * 4];
    private int valued;
    private int kept;
    private long position;
    private boolean last;
    private @Nullable ChunkOutcome outcome;

    /** Empties it. */
    void clear() {
        size = 0;
        valued = 0;
        kept = 0;
        last = false;
        outcome = null;
    }

    /** Tells whether it is to be handed over. */
    boolean full() {
        return size >= ROOM || outcome != null || last;
    }

    /** Says that its chunk ends here. */
    void end(ChunkOutcome whatCame) {
        outcome = whatCame;
    }

    /** Says that the recording ends here. */
    void endAll() {
        last = true;
    }

    /** Returns what came of its chunk, when that ends here. */
    @Nullable
    ChunkOutcome outcome() {
        return outcome;
    }

    /** Tells whether the recording ends here. */
    boolean last() {
        return last;
    }

    /** Says how far the recording was read, in bytes. */
    void readTo(long place) {
        position = place;
    }

    /** Returns how far the recording was read when this was filled, in bytes. */
    long position() {
        return position;
    }

    /**
     * Adds an event.
     *
     * @param kindOf what it is
     * @param what its attributes: a tuple's id, or what {@link #row} returned
     */
    @SuppressWarnings("checkstyle:ParameterNumber") // all of them are of one event
    void event(EventKind kindOf, int laneId, long from, long to, int nameId, int keyId, int what, int record) {
        int at = next((byte) kindOf.ordinal(), laneId, record);
        start[at] = from;
        end[at] = to;
        name[at] = nameId;
        key[at] = keyId;
        attributes[at] = what;
        kept = valued;
    }

    /** Begins a row of attributes and returns what stands for it; its values are to be added next. */
    int row(int shape, int count) {
        valued = kept; // behind a row whose event turned out to be damaged
        if (valued + count + 1 > values.length) {
            values = Arrays.copyOf(values, Math.max(values.length * 2, valued + count + 1));
        }
        values[valued++] = count;
        return ~shape;
    }

    /** Adds the next value of the row that was begun. */
    void value(long bits) {
        values[valued++] = bits;
    }

    /** Adds a sample of a counter track. */
    void sample(int track, long time, double value, int record) {
        int at = next(REAL_SAMPLE, track, record);
        start[at] = time;
        end[at] = Double.doubleToRawLongBits(value);
    }

    /** Adds a sample of a counter track that is a whole number. */
    void sample(int track, long time, long value, int record) {
        int at = next(WHOLE_SAMPLE, track, record);
        start[at] = time;
        end[at] = value;
    }

    /** Draws an arrow to the event that was added last, at {@code time}, from what ran on {@code laneId} then. */
    void link(int laneId, long time, int kindWord) {
        int at = next(LINK, laneId, 0);
        start[at] = time;
        name[at] = kindWord;
    }

    private int next(byte what, int laneId, int record) {
        int at = size++;
        if (at == kind.length) {
            grow();
        }
        kind[at] = what;
        lane[at] = laneId;
        origin[at] = record;
        return at;
    }

    private void grow() {
        int room = kind.length * 2;
        kind = Arrays.copyOf(kind, room);
        lane = Arrays.copyOf(lane, room);
        name = Arrays.copyOf(name, room);
        key = Arrays.copyOf(key, room);
        attributes = Arrays.copyOf(attributes, room);
        origin = Arrays.copyOf(origin, room);
        start = Arrays.copyOf(start, room);
        end = Arrays.copyOf(end, room);
    }

    /** Hands all that is on it to {@code sink}. */
    void write(EventSink sink) {
        int value = 0;
        int event = -1;
        for (int at = 0; at < size; at++) {
            if (kind[at] < 0) {
                beside(at, event, sink);
                continue;
            }
            event = sink.append(KINDS[kind[at]], lane[at], start[at], end[at], name[at], origin[at]);
            if (key[at] != EventSink.NONE) {
                sink.key(event, key[at]);
            }
            int what = attributes[at];
            if (what < 0) {
                sink.addAttributes(event, sink.attributeRow(~what, values, value + 1));
                value += (int) values[value] + 1;
            } else if (what != EventSink.NONE) {
                sink.addAttributes(event, what);
            }
        }
    }

    private void beside(int at, int event, EventSink sink) {
        switch (kind[at]) {
            case WHOLE_SAMPLE -> sink.sample(lane[at], start[at], end[at], origin[at]);
            case REAL_SAMPLE -> sink.sample(lane[at], start[at], Double.longBitsToDouble(end[at]), origin[at]);
            default -> sink.link(LinkEnd.running(lane[at], start[at]), LinkEnd.event(event, start[at]), name[at]);
        }
    }
}
