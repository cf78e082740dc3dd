package racelane.importers.jfr;

import java.util.Arrays;

/** Longs by keys that are longs, open addressing. One thread. */
final class LongTable {
    /** Returned for keys that it does not hold; never a value. */
    static final long ABSENT = Long.MIN_VALUE;

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private static final int FEWEST = 16;

    /** There is room for no more at first, whatever a file says that will come. */
    private static final int MOST_EXPECTED = 1 << 13;

    private long[] keys;
    private long[] values;
    private int size;

    /** Creates an empty table. */
    LongTable() {
        this(0);
    }

    /**
     * Creates an empty table.
     *
     * @param expected about how many keys it will hold
     */
    LongTable(int expected) {
        int room = Integer.highestOneBit(Math.clamp(expected, FEWEST / 4, MOST_EXPECTED)) * 4;
        keys = new long[room];
        values = filled(room);
    }

    /** Returns the value of a key, or {@link #ABSENT}. */
    long get(long key) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (values[slot] != ABSENT) {
            if (keys[slot] == key) {
                return values[slot];
            }
            slot = slot + 1 & mask;
        }
        return ABSENT;
    }

    /** Gives a key its value, in place of the one it had. */
    void put(long key, long value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        if (values[slot] == ABSENT) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    /** Returns how many keys it holds. */
    int size() {
        return size;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = filled(keys.length);
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                put(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static int slot(long key, int mask) {
        long mixed = key * GOLDEN;
        return (int) (mixed >>> 32) & mask;
    }

    private static long[] filled(int length) {
        long[] empty = new long[length];
        Arrays.fill(empty, ABSENT);
        return empty;
    }
}
