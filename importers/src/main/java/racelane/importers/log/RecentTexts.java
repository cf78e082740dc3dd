package racelane.importers.log;

import racelane.importers.io.ByteText;

/**
 * Knows short texts that came before by their bytes, so that what was found out about one need not be found out again. Each text
 * has one place, by its hash; a new text takes the place of the one that was there. One thread.
 */
final class RecentTexts {
    /** How long a text may be, in bytes. */
    static final int LONGEST = 64;

    private static final int LENGTH_BITS = 6;

    private final byte[] texts;
    private final int[] lengths;
    private final long[] shapes;

    /**
     * Creates it.
     *
     * @param places how many texts it knows at most, a power of two
     */
    RecentTexts(int places) {
        texts = new byte[places << LENGTH_BITS];
        lengths = new int[places];
        shapes = new long[places];
    }

    /** Returns the place of a text, 1 to {@link #LONGEST} bytes. */
    int place(byte[] bytes, int from, int to) {
        return ByteText.hash(bytes, from, to) & (lengths.length - 1);
    }

    /**
     * Tells whether a text is at its place.
     *
     * @param shape what must be the same besides its bytes
     */
    boolean holds(int place, byte[] bytes, int from, int to, long shape) {
        return lengths[place] == to - from
                && shapes[place] == shape
                && ByteText.equal(texts, place << LENGTH_BITS, bytes, from, to - from);
    }

    /** Puts a text at its place. */
    void put(int place, byte[] bytes, int from, int to, long shape) {
        System.arraycopy(bytes, from, texts, place << LENGTH_BITS, to - from);
        lengths[place] = to - from;
        shapes[place] = shape;
    }
}
