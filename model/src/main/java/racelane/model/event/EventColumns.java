package racelane.model.event;

/**
 * The sealed columns of a table. Rows run by lane, then start, then arrival.
 *
 * @param endOffset where the event's end stands, counted from its start: 0 when it has no line of its own, a distance and one when it
 *     stands there or further on, negative when it stands before
 */
record EventColumns(
        long[] start,
        DurationColumn duration,
        Kinds kind,
        IntColumn name,
        IntColumn key,
        IntColumn attributes,
        int[] origin,
        IntColumn endOffset) {
    /**
     * What events are.
     *
     * @param values the number of each event's kind
     * @param counts how many events there are of each kind
     */
    record Kinds(byte[] values, long[] counts) {
        EventKind get(int row) {
            return EventKind.of(values[row]);
        }
    }

    int size() {
        return start.length;
    }

    /** Returns the line of an event's end, 0 when it has none of its own. */
    int endOrigin(int row) {
        int offset = endOffset.get(row);
        return offset == 0 ? 0 : origin[row] + offset - (offset > 0 ? 1 : 0);
    }

    /** Returns how the line of an end is kept, given that of its start. */
    static int endOffset(int origin, int endOrigin) {
        if (endOrigin == 0) {
            return 0;
        }
        int distance = endOrigin - origin;
        return distance < 0 ? distance : distance + 1;
    }
}
