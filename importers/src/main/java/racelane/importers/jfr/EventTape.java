package racelane.importers.jfr;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventBlock;
import racelane.model.event.EventKind;
import racelane.model.event.EventSink;
import racelane.model.event.LinkEnd;

/**
 * Some thousand events of a recording on their way from the thread that takes them apart to the one that stores them. What is on
 * it comes from one chunk, in its order. One thread at a time: it is filled, handed over, written, and filled again.
 */
final class EventTape {
    private static final byte WHOLE_SAMPLE = 0;
    private static final byte REAL_SAMPLE = 1;
    private static final byte LINK = 2;

    /** How many samples and links it takes before it is handed over. */
    private static final int ROOM = 1 << 10;

    private final EventBlock events = new EventBlock();
    private int others;
    private byte[] what = new byte[ROOM];
    private int[] behind = new int[ROOM];
    private int[] place = new int[ROOM];
    private int[] record = new int[ROOM];
    private long[] time = new long[ROOM];
    private long[] value = new long[ROOM];
    private long position;
    private boolean last;
    private @Nullable ChunkOutcome outcome;

    /** Empties it. */
    void clear() {
        events.clear();
        others = 0;
        last = false;
        outcome = null;
    }

    /** Tells whether it is to be handed over. */
    boolean full() {
        return events.full() || others >= ROOM || outcome != null || last;
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
    void readTo(long where) {
        position = where;
    }

    /** Returns how far the recording was read when this was filled, in bytes. */
    long position() {
        return position;
    }

    /** Adds an event, as {@link EventBlock#add} does. */
    void event(EventKind kind, int lane, long from, long to, int name, int origin) {
        events.add(kind, lane, from, to, name, origin);
    }

    /** Gives the event that was added last its key and attributes. */
    void describe(int key, int attributes) {
        events.describe(key, attributes);
    }

    /** Adds a sample of a counter track. */
    void sample(int track, long at, double sampled, int origin) {
        add(REAL_SAMPLE, track, at, Double.doubleToRawLongBits(sampled), origin);
    }

    /** Adds a sample of a counter track that is a whole number. */
    void sample(int track, long at, long sampled, int origin) {
        add(WHOLE_SAMPLE, track, at, sampled, origin);
    }

    /** Draws an arrow to the event that was added last, at {@code at}, from what ran on {@code lane} then. */
    void link(int lane, long at, int kindWord) {
        add(LINK, lane, at, kindWord, 0);
    }

    private void add(byte kind, int laneOrTrack, long at, long held, int origin) {
        int other = others++;
        if (other == what.length) {
            grow();
        }
        what[other] = kind;
        behind[other] = events.size();
        place[other] = laneOrTrack;
        record[other] = origin;
        time[other] = at;
        value[other] = held;
    }

    private void grow() {
        int room = what.length * 2;
        what = Arrays.copyOf(what, room);
        behind = Arrays.copyOf(behind, room);
        place = Arrays.copyOf(place, room);
        record = Arrays.copyOf(record, room);
        time = Arrays.copyOf(time, room);
        value = Arrays.copyOf(value, room);
    }

    /** Hands all that is on it to {@code sink}, in its order. */
    void write(EventSink sink) {
        int written = 0;
        int event = -1;
        for (int other = 0; other < others; other++) {
            if (behind[other] > written) {
                event = sink.appendAll(events, written, behind[other]);
                written = behind[other];
            }
            writeOther(other, event, sink);
        }
        sink.appendAll(events, written, events.size());
    }

    private void writeOther(int other, int event, EventSink sink) {
        long at = time[other];
        switch (what[other]) {
            case WHOLE_SAMPLE -> sink.sample(place[other], at, value[other], record[other]);
            case REAL_SAMPLE -> sink.sample(place[other], at, Double.longBitsToDouble(value[other]), record[other]);
            default -> sink.link(LinkEnd.running(place[other], at), LinkEnd.event(event, at), (int) value[other]);
        }
    }
}
