package racelane.importers.jfr;

import java.util.Arrays;
import racelane.model.event.EventSink;

/** Collects the attributes of one event and asks the sink only for tuples it has not given lately. One thread. */
final class Tuples {
    private static final int SLOTS = 1 << 12;

    private final EventSink sink;
    private final int[][] recent = new int[SLOTS][0];
    private final int[] recentIds = new int[SLOTS];
    private int[] pairs = new int[32];
    private int count;
    private int hash;

    Tuples(EventSink sink) {
        this.sink = sink;
    }

    /** Begins the attributes of the next event. */
    void clear() {
        count = 0;
        hash = 0;
    }

    /** Adds an attribute, both word ids. */
    void add(int name, int value) {
        if (count + 2 > pairs.length) {
            pairs = Arrays.copyOf(pairs, pairs.length * 2);
        }
        pairs[count++] = name;
        pairs[count++] = value;
        hash = (hash * 31 + name) * 31 + value;
    }

    /** Returns the tuple of what was added. */
    int id() {
        if (count == 0) {
            return EventSink.NONE;
        }
        int slot = (hash ^ hash >>> 12) & (SLOTS - 1);
        if (!Arrays.equals(recent[slot], 0, recent[slot].length, pairs, 0, count)) {
            recent[slot] = Arrays.copyOf(pairs, count);
            recentIds[slot] = sink.attributes(recent[slot].clone());
        }
        return recentIds[slot];
    }
}
