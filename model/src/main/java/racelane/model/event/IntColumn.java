package racelane.model.event;

/**
 * A sealed column of ints: in two bytes each when none needs more, in none when all are 0. Immutable.
 *
 * @param small the values when all lie from 0 to 65535, else empty
 * @param large the values when not, else empty
 */
record IntColumn(char[] small, int[] large) {
    /** A column of zeros. */
    static final IntColumn NONE = new IntColumn(new char[0], new int[0]);

    static IntColumn of(char[] values) {
        return new IntColumn(values, NONE.large);
    }

    static IntColumn of(int[] values) {
        return new IntColumn(NONE.small, values);
    }

    int get(int row) {
        if (small.length != 0) {
            return small[row];
        }
        return large.length == 0 ? 0 : large[row];
    }
}
