package racelane.model.event;

/**
 * The rows of one lane in one table: {@code [from, to)}, by start.
 *
 * @param table the table
 * @param index the lane's index in the table
 * @param name whose lane it is
 * @param from first row
 * @param to row after the last
 * @param rows sub-rows that the lane's events need, at least 1
 */
public record LaneSlice(EventTable table, int index, LaneName name, int from, int to, int rows) {
    /** Returns the number of events. */
    public int size() {
        return to - from;
    }

    /** Returns the first row whose start is at or after {@code time} (ns since the epoch), or {@link #to}. By binary search. */
    public int firstAtOrAfter(long time) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (table.start(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
