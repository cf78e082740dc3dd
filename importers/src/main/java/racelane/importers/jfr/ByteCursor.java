package racelane.importers.jfr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a recording from an array of bytes. Whole numbers are of 7 bits a byte, least first, the ninth byte
 * carrying 8; {@code float} and {@code double} stand big-endian; a string begins with a byte that names its encoding (the format
 * as {@code jdk.jfr.internal.consumer.RecordingInput} and {@code StringParser} of the JDK read it).
 *
 * <p>Lengths are held against the bytes that are left before anything is made of them. What runs past the array throws {@link
 * IndexOutOfBoundsException}, other contradictions {@link Damage}. One thread.
 */
final class ByteCursor {
    /** No string at all. */
    static final int NULL_STRING = 0;

    /** The string of no characters. */
    static final int EMPTY_STRING = 1;

    /** A number follows, the string's key among the constants of type {@code java.lang.String}. */
    static final int POOLED_STRING = 2;

    /** A length in bytes and UTF-8 follow. */
    static final int UTF8_STRING = 3;

    /** A length and UTF-16 code units follow, each a number. */
    static final int CHARS_STRING = 4;

    /** A length in bytes and ISO 8859-1 follow. */
    static final int LATIN1_STRING = 5;

    private static final byte[] NOTHING = {};
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = NOTHING;
    private int at;
    private int end;

    /** Makes {@code bytes} up to {@code end} what is read, from {@code at} on. */
    void on(byte[] newBytes, int newAt, int newEnd) {
        bytes = newBytes;
        at = newAt;
        end = Math.min(newEnd, newBytes.length);
    }

    /** Returns the array that is read. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns the index of the next byte. */
    int at() {
        return at;
    }

    /** Returns the index after the last byte. */
    int end() {
        return end;
    }

    /** Goes on at another index. */
    void seek(int index) {
        if (index < 0 || index > end) {
            throw new Damage("a place outside its bytes");
        }
        at = index;
    }

    /** Makes sure that what was read so far ends before the end. */
    void checkInside() {
        if (at > end) {
            throw new Damage("runs past its end");
        }
    }

    /** Goes on at an index that was reached by reading the array itself. */
    void onward(int index) {
        at = index;
    }

    /** Returns the eight bytes at {@code index}, the first one lowest. */
    static long eightAt(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** Returns how many bytes the number takes that begins with these eight bytes. */
    static int length(long eight) {
        long ends = ~eight & HIGHS;
        return ends == 0 ? 9 : (Long.numberOfTrailingZeros(ends) >>> 3) + 1;
    }

    /**
     * Returns the number that begins with the eight bytes {@code eight} at {@code index}: takes the high bit out of every byte,
     * pair by pair, in three steps instead of one a byte.
     */
    static long number(byte[] bytes, int index, long eight) {
        long ends = ~eight & HIGHS;
        long own = (ends == 0 ? eight : eight & (ends ^ (ends - 1))) & ~HIGHS;
        own = (own & 0x007f_007f_007f_007fL) | ((own & 0x7f00_7f00_7f00_7f00L) >>> 1);
        own = (own & 0x0000_3fff_0000_3fffL) | ((own & 0x3fff_0000_3fff_0000L) >>> 2);
        own = (own & 0x0fff_ffffL) | ((own & 0x0fff_ffff_0000_0000L) >>> 4);
        return ends == 0 ? own | ((bytes[index + 8] & 0xffL) << 56) : own;
    }

    /** Reads a whole number. */
    long number() {
        byte first = bytes[at++];
        return first >= 0 ? first : rest(first & 0x7f);
    }

    /**
     * Reads what follows the first byte of a number, byte by byte: of two or three bytes, which most have, that is as fast as eight at once,
     * and many times as fast before it is compiled, which is when types and constants are read.
     */
    private long rest(long first) {
        byte[] from = bytes;
        int index = at;
        long value = first;
        for (int shift = 7; shift < 56; shift += 7) {
            byte next = from[index++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                at = index;
                return value;
            }
        }
        value |= (from[index++] & 0xffL) << 56;
        at = index;
        return value;
    }

    /** Steps over a whole number. */
    void skipNumber() {
        skipNumbers(1);
    }

    /** Steps over so many whole numbers. */
    void skipNumbers(long count) {
        byte[] from = bytes;
        int index = at;
        for (long left = count; left > 0; left--) {
            int last = index + 8;
            while (from[index] < 0 && index < last) {
                index++;
            }
            index++;
        }
        at = index;
    }

    /** Reads a byte. */
    byte one() {
        return bytes[at++];
    }

    /** Reads four bytes, big-endian. */
    int four() {
        int index = at;
        at = index + 4;
        return (bytes[index] & 0xff) << 24
                | (bytes[index + 1] & 0xff) << 16
                | (bytes[index + 2] & 0xff) << 8
                | (bytes[index + 3] & 0xff);
    }

    /** Reads eight bytes, big-endian. */
    long eight() {
        long high = four();
        return high << 32 | (four() & 0xffff_ffffL);
    }

    /** Steps over bytes. */
    void skip(int count) {
        at += count;
        checkInside();
    }

    /** Reads how many things follow, each of at least one byte. */
    int count() {
        long count = number();
        if (count < 0 || count > end - at) {
            throw new Damage("a length of " + count + " where " + Math.max(0, end - at) + " bytes are left");
        }
        return (int) count;
    }

    /** Reads the encoding of a string. */
    int encoding() {
        return one();
    }

    /** Steps over a string whose encoding was read. */
    void skipString(int encoding) {
        switch (encoding) {
            case NULL_STRING, EMPTY_STRING -> {}
            case POOLED_STRING -> skipNumber();
            case UTF8_STRING, LATIN1_STRING -> skip(count());
            case CHARS_STRING -> {
                for (int left = count(); left > 0; left--) {
                    skipNumber();
                }
            }
            default -> throw new Damage("a string of the unknown encoding " + encoding);
        }
    }

    /** Reads a string whose encoding was read and is not {@link #POOLED_STRING}. */
    @Nullable
    String string(int encoding) {
        return switch (encoding) {
            case NULL_STRING -> null;
            case EMPTY_STRING -> "";
            case UTF8_STRING -> text(StandardCharsets.UTF_8);
            case LATIN1_STRING -> text(StandardCharsets.ISO_8859_1);
            case CHARS_STRING -> chars();
            default -> throw new Damage("a string of the unknown encoding " + encoding);
        };
    }

    private String text(Charset charset) {
        int length = count();
        String text = new String(bytes, at, length, charset);
        at += length;
        return text;
    }

    private String chars() {
        char[] chars = new char[count()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) number();
        }
        return new String(chars);
    }
}
