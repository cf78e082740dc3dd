package racelane.importers.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searching and comparing in byte arrays, eight bytes at a time. Stateless; any thread. */
public final class ByteText {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private ByteText() {}

    /** Returns where {@code wanted} (0 to 127) first stands in {@code [from, to)}, or -1. */
    public static int indexOf(byte[] bytes, int from, int to, byte wanted) {
        long pattern = ONES * wanted;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long x = (long) LONGS.get(bytes, at) ^ pattern;
            long zero = (x - ONES) & ~x & HIGHS;
            if (zero != 0) {
                return at + (Long.numberOfTrailingZeros(zero) >>> 3);
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    /** Tells whether a byte of {@code [from, to)} is above 127. */
    public static boolean hasHighBytes(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + 8 <= to; at += 8) {
            if (((long) LONGS.get(bytes, at) & HIGHS) != 0) {
                return true;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] < 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns eight bytes as one long, little-endian; the caller knows that they are there. */
    public static long longAt(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** Returns where {@code wanted} (0 to 127) first stands among eight bytes as {@link #longAt} returns them, or 8. */
    public static int indexIn(long eight, byte wanted) {
        long x = eight ^ ONES * wanted;
        return Long.numberOfTrailingZeros((x - ONES) & ~x & HIGHS) >>> 3;
    }

    /** Returns eight bytes with a {@code 0} for every ASCII digit among them, all others as they are. */
    public static long maskDigits(long eight) {
        long low = eight & ~HIGHS;
        long notBelow = low + (0x80 - '0') * ONES; // the high bit of each byte that is '0' or more
        long above = low + (0x80 - '9' - 1) * ONES;
        long digits = notBelow & ~above & ~eight & HIGHS;
        return eight & ~((digits >>> 3) - (digits >>> 7)); // 0x0f for each digit: the value goes, the 0x30 stays
    }

    /** Returns a hash of {@code [from, to)}, mixed well enough for tables whose size is a power of two. */
    public static int hash(byte[] bytes, int from, int to) {
        int length = to - from;
        long hash = length;
        for (int at = from; at + 8 < to; at += 8) {
            hash = (hash ^ longAt(bytes, at)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        long tail = length >= 8 ? longAt(bytes, to - 8) : few(bytes, from, length);
        hash = (hash ^ tail) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L; // once more, for the last bytes are in the highest bits
        return (int) (hash >>> 32);
    }

    /** Returns up to seven bytes as a number; of four and more the middle ones count twice, which does no harm. */
    private static long few(byte[] bytes, int from, int length) {
        if (length >= 4) {
            return (long) intAt(bytes, from) << 32 | (intAt(bytes, from + length - 4) & 0xffff_ffffL);
        }
        long value = 0;
        for (int at = from; at < from + length; at++) {
            value = value << 8 | (bytes[at] & 0xff);
        }
        return value;
    }

    private static int intAt(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    /** Tells whether {@code [from, to)} holds exactly {@code word}. */
    public static boolean equal(byte[] word, byte[] bytes, int from, int to) {
        return to - from == word.length && equal(word, 0, bytes, from, word.length);
    }

    /** Tells whether {@code length} bytes at {@code a} in one array and at {@code b} in the other are the same. */
    public static boolean equal(byte[] first, int a, byte[] second, int b, int length) {
        if (length < 8) {
            return few(first, a, length) == few(second, b, length);
        }
        for (int i = 0; i + 8 < length; i += 8) {
            if (longAt(first, a + i) != longAt(second, b + i)) {
                return false;
            }
        }
        return longAt(first, a + length - 8) == longAt(second, b + length - 8);
    }

    /** Tells whether {@code word} stands at {@code at}, before {@code to}. */
    public static boolean startsWith(byte[] bytes, int at, int to, byte[] word) {
        if (to - at < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns where {@code word} first stands wholly in {@code [from, to)}, or -1. */
    public static int indexOf(byte[] bytes, int from, int to, byte[] word) {
        if (word.length == 0) {
            return from;
        }
        int last = to - word.length + 1;
        for (int at = from; at < last; at++) {
            at = indexOf(bytes, at, last, word[0]);
            if (at < 0) {
                return -1;
            }
            if (startsWith(bytes, at, to, word)) {
                return at;
            }
        }
        return -1;
    }

    /** Tells whether {@code b} is a blank or a tab. */
    public static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /** Tells whether {@code b} is an ASCII digit. */
    public static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Tells whether {@code b} is an ASCII letter. */
    public static boolean isLetter(byte b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    /** Returns the first place from {@code at} that is no blank, at most {@code to}. */
    public static int skipBlanks(byte[] bytes, int at, int to) {
        int next = at;
        while (next < to && isBlank(bytes[next])) {
            next++;
        }
        return next;
    }

    /** Counts the places in {@code [from, to)} where the bytes are not UTF-8: as many as a decoder puts replacement characters, or fewer. */
    public static int malformedUtf8(byte[] bytes, int from, int to) {
        int bad = 0;
        int at = from;
        while (at < to) {
            int length = sequence(bytes[at]);
            int good = 1;
            while (good < length && at + good < to && (bytes[at + good] & 0xc0) == 0x80) {
                good++;
            }
            if (length == 0 || good < length) {
                bad++;
            }
            at += good;
        }
        return bad;
    }

    private static int sequence(byte first) {
        int b = first & 0xff;
        if (b < 0x80) {
            return 1;
        }
        if (b >= 0xc2 && b < 0xe0) {
            return 2;
        }
        if (b >= 0xe0 && b < 0xf0) {
            return 3;
        }
        return b >= 0xf0 && b < 0xf5 ? 4 : 0;
    }
}
