package racelane.model.event;

/**
 * The sealed columns of a table. Rows run by lane, then start, then arrival. An empty {@code key}, {@code attributes} or
 * {@code endOrigin} array means that no event has one.
 */
record EventColumns(
        long[] start,
        DurationColumn duration,
        byte[] kind,
        int[] name,
        int[] key,
        int[] attributes,
        int[] origin,
        int[] endOrigin) {
    int size() {
        return start.length;
    }

    static int orZero(int[] column, int row) {
        return column.length == 0 ? 0 : column[row];
    }
}
