package racelane.importers.log;

import racelane.importers.io.ByteText;

/**
 * Knows texts again that differ from one seen before in the values of their digits alone: {@code took 17 ms} and {@code took 42 ms}
 * are of one shape, {@code took 5 ms} is of another. A shape lies at one of two places, by its hash. A new one takes the place of
 * one that was not met again since the last try, so that shapes which come once do not drive out those which come often. One thread.
 */
final class LineShapes {
    /** How many shapes are known at most. */
    static final int PLACES = 1 << 12;

    /** The place of a text that is not known. */
    static final int NOWHERE = -1;

    /** How long a text may be, in bytes. */
    static final int LONGEST = 256;

    /** How short a text may be, in bytes. */
    static final int SHORTEST = 8;

    private static final int WORDS = LONGEST / 8;
    private static final int WORD_BITS = 5;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long[] FACTORS = factors();

    private final long[] shapes = new long[PLACES * WORDS];
    private final int[] lengths = new int[PLACES];
    private final boolean[] again = new boolean[PLACES];

    /** The shape of the text asked for last. */
    private final long[] asked = new long[WORDS];

    private int askedLength;
    private int home;

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

    /** Returns the place of a text of {@link #SHORTEST} to {@link #LONGEST} bytes, or {@link #NOWHERE}. */
    int find(byte[] bytes, int from, int to) {
        int length = to - from;
        int whole = length >>> 3;
        long[] shape = asked;
        long hash = length * GOLDEN;
        for (int i = 0; i < whole; i++) {
            long word = ByteText.maskDigits(ByteText.longAt(bytes, from + 8 * i));
            shape[i] = word;
            hash += word * FACTORS[i];
        }
        int rest = length & 7;
        if (rest > 0) {
            long word = ByteText.maskDigits(ByteText.longAt(bytes, to - 8) >>> (8 * (8 - rest)));
            shape[whole] = word;
            hash += word * FACTORS[whole];
            whole++;
        }
        askedLength = length;
        int first = (int) (((hash ^ (hash >>> 29)) * GOLDEN) >>> 52);
        home = first;
        if (holds(first, length, whole)) {
            again[first] = true;
            return first;
        }
        int second = first ^ 1;
        if (holds(second, length, whole)) {
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

    /** Puts the text asked for last, which has no place, at one; returns it, or {@link #NOWHERE} when those there stay. */
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
