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
    private static final int SLOTS = CAPACITY * 2;
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private long[] low = {};
    private long[] high = {};
    private int[] idsAndOne = {};
    private int size;

    /** Returns the id of the word of {@code length} bytes at {@code from}; {@link #UNKNOWN} when it is not held or too long. */
    int id(byte[] bytes, int from, int length) {
        if (size == 0 || length > LONGEST || from + LONGEST > bytes.length || bytes[from + length - 1] == 0) {
            return UNKNOWN;
        }
        long first = first(bytes, from, length);
        long second = second(bytes, from, length);
        int slot = slot(first, second);
        while (idsAndOne[slot] != 0) {
            if (low[slot] == first && high[slot] == second) {
                return idsAndOne[slot] - 1;
            }
            slot = slot + 1 & (SLOTS - 1);
        }
        return UNKNOWN;
    }

    /** Remembers the id (0 or more) of a word if it is short, and ASCII without NUL, whose packed form is that of no other word. */
    void add(byte[] bytes, int from, int length, int id) {
        if (length > LONGEST || from + LONGEST > bytes.length || size == CAPACITY) {
            return;
        }
        long first = first(bytes, from, length);
        long second = second(bytes, from, length);
        if (((first | second) & NOT_ASCII) != 0 || bytes[from + length - 1] == 0) {
            return;
        }
        if (size == 0) {
            low = new long[SLOTS];
            high = new long[SLOTS];
            idsAndOne = new int[SLOTS];
        }
        int slot = slot(first, second);
        while (idsAndOne[slot] != 0) {
            slot = slot + 1 & (SLOTS - 1);
        }
        low[slot] = first;
        high[slot] = second;
        idsAndOne[slot] = id + 1;
        size++;
    }

    private static long first(byte[] bytes, int from, int length) {
        long packed = (long) LONGS.get(bytes, from);
        return length >= Long.BYTES ? packed : packed & ((1L << (length * Byte.SIZE)) - 1);
    }

    private static long second(byte[] bytes, int from, int length) {
        if (length <= Long.BYTES) {
            return 0;
        }
        long packed = (long) LONGS.get(bytes, from + Long.BYTES);
        return length == LONGEST ? packed : packed & ((1L << ((length - Long.BYTES) * Byte.SIZE)) - 1);
    }

    private static int slot(long first, long second) {
        long mixed = (first ^ second * 0xC2B2_AE3D_27D4_EB4FL) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 40) & (SLOTS - 1);
    }
}
