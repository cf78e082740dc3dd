package racelane.importers.jfr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Ids of words of at most 16 ASCII bytes, each packed into two longs, so that neither looking one up nor comparing it walks over
 * bytes. Holds at most {@value #CAPACITY} words; those that come later are not remembered. One thread.
 */
final class ShortWords {
    /** Returned for words that are not held. */
    static final int UNKNOWN = -1;

    /** The longest word in bytes. */
    static final int LONGEST = 16;

    private static final int CAPACITY = 1 << 15;
    private static final int CELLS = 4;
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int FEWEST = 1 << 10;

    /** Of each slot the two longs of its word, then its id and one; 0 there where it is free. A fourth long keeps slots aligned. */
    private long[] slots = {};

    private int size;

    /** Returns the id of the word of {@code length} bytes at {@code from}; {@link #UNKNOWN} when it is not held, too long or empty. */
    int id(byte[] bytes, int from, int length) {
        long[] table = slots;
        if (length <= 0 || length > LONGEST || table.length == 0 || from + LONGEST > bytes.length) {
            return UNKNOWN;
        }
        long first = first(bytes, from, length);
        long second = second(bytes, from, length);
        int at = slot(first, second, table.length);
        while (table[at + 2] != 0) {
            if (table[at] == first && table[at + 1] == second) {
                return bytes[from + length - 1] == 0 ? UNKNOWN : (int) table[at + 2] - 1;
            }
            at = (at + CELLS) & (table.length - 1);
        }
        return UNKNOWN;
    }

    /** Remembers the id (0 or more) of a word if it is short, and ASCII without NUL, whose packed form is that of no other word. */
    void add(byte[] bytes, int from, int length, int id) {
        if (length <= 0 || length > LONGEST || from + LONGEST > bytes.length || size == CAPACITY) {
            return;
        }
        long first = first(bytes, from, length);
        long second = second(bytes, from, length);
        if (((first | second) & NOT_ASCII) != 0 || bytes[from + length - 1] == 0) {
            return;
        }
        if (size * 2 * CELLS >= slots.length) {
            grow();
        }
        put(first, second, id + 1);
        size++;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[Math.max(FEWEST * CELLS, before.length * 2)];
        for (int at = 0; at < before.length; at += CELLS) {
            if (before[at + 2] != 0) {
                put(before[at], before[at + 1], before[at + 2]);
            }
        }
    }

    private void put(long first, long second, long idAndOne) {
        int at = slot(first, second, slots.length);
        while (slots[at + 2] != 0) {
            at = (at + CELLS) & (slots.length - 1);
        }
        slots[at] = first;
        slots[at + 1] = second;
        slots[at + 2] = idAndOne;
    }

    /** Returns the first eight bytes of a word, 0 behind its end; without a branch, for lengths come in no order. */
    private static long first(byte[] bytes, int from, int length) {
        return (long) LONGS.get(bytes, from) & (-1L >>> Math.max(0, Long.SIZE - length * Byte.SIZE));
    }

    /** Returns the next eight bytes of a word, 0 behind its end. */
    private static long second(byte[] bytes, int from, int length) {
        int any =
                (Long.BYTES - length) >> (Integer.SIZE - 1); // all bits when there are more than eight bytes, else none
        return (long) LONGS.get(bytes, from + Long.BYTES) & (-1L >>> ((-length * Byte.SIZE) & (Long.SIZE - 1))) & any;
    }

    /** Returns where the search for a word begins: by the highest bits of a product, the only ones that all of its bytes reach. */
    private static int slot(long first, long second, int length) {
        long mixed = (first ^ second * 0xC2B2_AE3D_27D4_EB4FL) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> (Long.numberOfLeadingZeros(length - 1) + 2)) * CELLS;
    }
}
