package racelane.importers.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventSink;

/** Builds the attribute tuple of one event and knows the ids of those made before, so that a repeated one costs a look-up. One thread. */
final class AttributeTuples {
    /** How many different tuples a source may make; beyond, only level and logger are kept. */
    static final int MAX_TUPLES = 1 << 19;

    private final EventSink sink;
    private int[] @Nullable [] tuples = new int[512][];
    private int[] ids = new int[512];
    private int size;
    private int[] pairs = new int[64];
    private int count;
    private int base;
    private long overflowed;

    AttributeTuples(EventSink sink) {
        this.sink = sink;
    }

    /** Starts a tuple. */
    void clear() {
        count = 0;
        base = 0;
    }

    /** Adds a name and a value, word ids; a name that is there already keeps its first value. */
    void add(int name, int value) {
        for (int i = 0; i < count; i += 2) {
            if (pairs[i] == name) {
                return;
            }
        }
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count * 2);
        }
        pairs[count++] = name;
        pairs[count++] = value;
    }

    /** Says that what was added so far is kept in any case. */
    void markBase() {
        base = count;
    }

    /** Tells whether nothing was added behind the base. */
    boolean isBase() {
        return count == base;
    }

    /** Returns the id of the whole tuple. */
    int whole() {
        return id(0);
    }

    /** Returns the id of what was added behind the base: what an end has to say that its start had not. */
    int behindBase() {
        return id(base);
    }

    /** Returns how many entries lost attributes because there were too many different tuples. */
    long overflowed() {
        return overflowed;
    }

    private int id(int from) {
        if (from == count) {
            return EventSink.NONE;
        }
        int hash = 1;
        for (int i = from; i < count; i++) {
            hash = hash * 31 + pairs[i];
        }
        hash *= 0x9E3779B9;
        int slot = slot(hash ^ hash >>> 15, from);
        if (tuples[slot] != null) {
            return ids[slot];
        }
        if (size >= MAX_TUPLES && count > base) {
            overflowed++;
            count = base;
            return from == 0 ? id(0) : EventSink.NONE;
        }
        return keep(slot, from);
    }

    private int slot(int hash, int from) {
        int mask = ids.length - 1;
        int slot = hash & mask;
        for (int[] tuple = tuples[slot]; tuple != null; tuple = tuples[slot]) {
            if (equal(tuple, from)) {
                break;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean equal(int[] tuple, int from) {
        if (tuple.length != count - from) {
            return false;
        }
        for (int i = 0; i < tuple.length; i++) {
            if (tuple[i] != pairs[from + i]) {
                return false;
            }
        }
        return true;
    }

    private int keep(int slot, int from) {
        int[] tuple = Arrays.copyOfRange(pairs, from, count);
        int id = sink.attributes(tuple);
        tuples[slot] = tuple;
        ids[slot] = id;
        if (++size * 2 > ids.length) {
            grow();
        }
        return id;
    }

    private void grow() {
        int[] @Nullable [] oldTuples = tuples;
        int[] oldIds = ids;
        tuples = new int[oldIds.length * 2][];
        ids = new int[tuples.length];
        int mask = ids.length - 1;
        for (int i = 0; i < oldIds.length; i++) {
            int[] tuple = oldTuples[i];
            if (tuple != null) {
                int hash = Arrays.hashCode(tuple) * 0x9E3779B9;
                int slot = (hash ^ hash >>> 15) & mask;
                while (tuples[slot] != null) {
                    slot = slot + 1 & mask;
                }
                tuples[slot] = tuple;
                ids[slot] = oldIds[i];
            }
        }
    }
}
