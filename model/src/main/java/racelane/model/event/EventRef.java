package racelane.model.event;

/**
 * Names one event of one {@link Trace}. Cheap to keep, worthless outside its trace: what must outlive the session is an anchor.
 *
 * @param table index of the table in the trace
 * @param row row in that table
 */
public record EventRef(int table, int row) implements Comparable<EventRef> {
    @Override
    public int compareTo(EventRef other) {
        return table != other.table ? Integer.compare(table, other.table) : Integer.compare(row, other.row);
    }
}
