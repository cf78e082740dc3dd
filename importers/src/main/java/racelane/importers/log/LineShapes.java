package racelane.importers.log;

import java.util.Arrays;
import racelane.importers.io.ByteText;

/**
 * Knows texts again that differ from one seen before in the values of their digits alone: {@code took 17 ms} and {@code took 42 ms}
 * are of one shape, {@code took 5 ms} is of another. A shape lies at one of two places, by its hash. A new one takes the place of
 * one that was not met again since the last try, so that shapes which come once do not drive out those which come often. One thread.
 */
final class LineShapes {
    /** How many shapes are known at most. */
    static final int PLACES = 1 << 12;

    /** A line with a time is hardly shorter, in bytes. */
    private static final int SHORT_LINE = 32;

    private static final int FEWEST = 64;

    /** The place of a text that is not known. */
    static final int NOWHERE = -1;

    /** How long a text may be, in bytes. */
    static final int LONGEST = 256;

    private static final int WORDS = LONGEST / 8;
    private static final int WORD_BITS = 5;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long[] FACTORS = factors();

    private final int shift;
    private final long[] shapes;
    private final int[] lengths;
    private final boolean[] again;

    /** The shape of the text asked for last. */
    private final long[] asked = new long[WORDS];

    private int askedLength;
    private long askedHash;
    private int home;

    /**
     * Creates it.
     *
     * @param places how many shapes it knows at most, a power of two, 2 to {@link #PLACES}
     */
    LineShapes(int places) {
        shift = Long.numberOfLeadingZeros(places - 1L);
        shapes = new long[places * WORDS];
        lengths = new int[places];
        again = new boolean[places];
        Arrays.fill(lengths, -1);
    }

    /** Returns how many places serve a text of so many bytes, 0 when nobody knows how many: as many as it may have lines, if need be. */
    static int placesFor(long text) {
        return text == 0 ? PLACES : Math.clamp(Long.highestOneBit(text / SHORT_LINE), FEWEST, PLACES);
    }

    private static long[] factors() {
        long[] factors = new long[WORDS];
        long next = GOLDEN;
        for (int i = 0; i < WORDS; i++) {
            next ^= next >>> 31;
            next *= 0xBF58476D1CE4E5B9L;
            factors[i] = next | 1;
            next += GOLDEN;
        }
        return factors;
    }

    /**
     * Looks for the end of a line and takes its shape on the way, to be asked for with {@link #find}.
     *
     * @param limit where the text ends
     * @param end the byte that ends a line
     * @return where the line ends; negative when it is too long, or ends too near to the end of the text
     */
    int scan(byte[] bytes, int from, int limit, byte end) {
        long[] shape = asked;
        long hash = 0;
        int most = Math.min(WORDS, (limit - from) >>> 3);
        for (int i = 0; i < most; i++) {
            long word = ByteText.longAt(bytes, from + 8 * i);
            int rest = ByteText.indexIn(word, end);
            if (rest < 8) {
                if (rest > 0) {
                    word = ByteText.maskDigits(word & ((1L << (8 * rest)) - 1));
                    shape[i] = word;
                    hash += word * FACTORS[i];
                }
                askedLength = 8 * i + rest;
                askedHash = hash + askedLength * GOLDEN;
                return from + askedLength;
            }
            word = ByteText.maskDigits(word);
            shape[i] = word;
            hash += word * FACTORS[i];
        }
        return -1;
    }

    /** Returns the place of the shape taken last, or {@link #NOWHERE}. */
    int find() {
        int length = askedLength;
        int words = (length + 7) >>> 3;
        long hash = askedHash;
        int first = (int) (((hash ^ (hash >>> 29)) * GOLDEN) >>> shift);
        home = first;
        if (holds(first, length, words)) {
            again[first] = true;
            return first;
        }
        int second = first ^ 1;
        if (holds(second, length, words)) {
            again[second] = true;
            return second;
        }
        return NOWHERE;
    }

    private boolean holds(int place, int length, int words) {
        if (lengths[place] != length) {
            return false;
        }
        int base = place << WORD_BITS;
        long different = 0;
        for (int i = 0; i < words; i++) {
            different |= shapes[base + i] ^ asked[i];
        }
        return different == 0;
    }

    /** Puts the shape asked for last, which has no place, at one; returns it, or {@link #NOWHERE} when those there stay. */
    int put() {
        int place = again[home] ? home ^ 1 : home;
        if (again[place]) {
            again[home] = false;
            again[place] = false;
            return NOWHERE;
        }
        System.arraycopy(asked, 0, shapes, place << WORD_BITS, (askedLength + 7) >>> 3);
        lengths[place] = askedLength;
        return place;
    }
}
