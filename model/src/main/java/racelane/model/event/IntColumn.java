package racelane.model.event;

/**
 * A sealed column of ints: in two bytes each when none needs more, in none when all are 0. Not changed once it was filled.
 *
 * @param small the values when all lie from 0 to 65535, else empty
 * @param large the values when not, else empty
 */
record IntColumn(char[] small, int[] large) {
    /** A column of zeros. */
    static final IntColumn NONE = new IntColumn(new char[0], new int[0]);

    /**
     * Returns a column of zeros, to be filled before anybody reads it.
     *
     * @param bits all bits that are set in any value
     */
    static IntColumn room(int size, int bits) {
        if (bits == 0) {
            return NONE;
        }
        return bits >>> Character.SIZE == 0
                ? new IntColumn(new char[size], NONE.large)
                : new IntColumn(NONE.small, new int[size]);
    }

    int get(int row) {
        if (small.length != 0) {
            return small[row];
        }
        return large.length == 0 ? 0 : large[row];
    }
}
