package racelane.importers.tracejson;

import java.util.Arrays;
import racelane.model.event.EventSink;

/**
 * Collects the attributes of one record and knows the tuples made before, so that a repeated one costs a look-up and no object.
 * One thread.
 */
final class TupleTable {
    /** Most attributes of one record that are kept. */
    private static final int MAX_PAIRS = 256;

    /** How many tuples are remembered; those beyond go to the sink each time, which knows them too, at a price. */
    private static final int REMEMBERED = 1 << 18;

    private final EventSink sink;
    private int[] pairs = new int[32];
    private int count;
    private int[] slots = new int[256];
    private int[] ids = new int[128];
    private int[] hashes = new int[128];
    private int[] ends = new int[128];
    private int[] pool = new int[1024];
    private int size;
    private long leftOut;

    TupleTable(EventSink sink) {
        this.sink = sink;
    }

    /** Starts an empty tuple. */
    void clear() {
        count = 0;
    }

    /** Adds a name and a value, word ids; the last value of a name is the one that counts. */
    void add(int name, int value) {
        for (int i = 0; i < count; i += 2) {
            if (pairs[i] == name) {
                pairs[i + 1] = value;
                return;
            }
        }
        if (count == MAX_PAIRS * 2) {
            leftOut++;
            return;
        }
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count * 2);
        }
        pairs[count++] = name;
        pairs[count++] = value;
    }

    /** Returns how many attributes were left out because their record has too many. */
    long leftOut() {
        return leftOut;
    }

    /** Returns the sink's id of the tuple; {@link EventSink#NONE} when nothing was added. */
    int id() {
        if (count == 0) {
            return EventSink.NONE;
        }
        int hash = 1;
        for (int i = 0; i < count; i++) {
            hash = hash * 31 + pairs[i];
        }
        hash *= 0x9E3779B9;
        hash ^= hash >>> 15;
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            int known = slots[slot] - 1;
            if (hashes[known] == hash && same(known)) {
                return ids[known];
            }
        }
        int id = sink.attributes(Arrays.copyOf(pairs, count));
        if (size < REMEMBERED) {
            remember(id, hash, slot);
        }
        return id;
    }

    private boolean same(int known) {
        int from = known == 0 ? 0 : ends[known - 1];
        return Arrays.equals(pool, from, ends[known], pairs, 0, count);
    }

    private void remember(int id, int hash, int slot) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        int from = size == 0 ? 0 : ends[size - 1];
        if (from + count > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(pool.length * 2, from + count));
        }
        System.arraycopy(pairs, 0, pool, from, count);
        ids[size] = id;
        hashes[size] = hash;
        ends[size] = from + count;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            grow();
        }
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int known = 0; known < size; known++) {
            int slot = hashes[known] & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = known + 1;
        }
    }
}
