package racelane.model.event;

/**
 * One counter of one table: its samples by time, offset applied. Immutable; any thread. A value holds until the next sample.
 */
public final class CounterTrack {
    private final EventTable table;
    private final int index;
    private final CounterColumns columns;
    private final long offset;

    CounterTrack(EventTable table, int index, CounterColumns columns) {
        this.table = table;
        this.index = index;
        this.columns = columns;
        this.offset = table.source().offset();
    }

    /** Returns the table it belongs to. */
    public EventTable table() {
        return table;
    }

    /** Returns its position in {@link EventTable#counters()}. */
    public int index() {
        return index;
    }

    /** Returns what was measured. */
    public CounterName name() {
        return columns.name();
    }

    /** Returns the number of samples. */
    public int size() {
        return columns.time().length;
    }

    /** Returns when a sample was taken, ns since the epoch. */
    public long time(int sample) {
        return columns.time()[sample] + offset;
    }

    /** Returns a value; a whole number beyond 2^53 is rounded here, {@link #text} has all its digits. NaN means no value. */
    public double value(int sample) {
        return columns.value(sample);
    }

    /** Tells whether every value is a whole number, kept exactly. */
    public boolean whole() {
        return !columns.fractions();
    }

    /** Returns a value with all its digits, without unit. */
    public String text(int sample) {
        return whole() ? Long.toString(columns.bits()[sample]) : Double.toString(value(sample));
    }

    /** Returns the line or record number of a sample, from 1. */
    public int origin(int sample) {
        return columns.origin()[sample];
    }

    /** Returns the least value; NaN when no sample has one. */
    public double min() {
        return min(0, size());
    }

    /** Returns the greatest value; NaN when no sample has one. */
    public double max() {
        return max(0, size());
    }

    /** Returns the least value of the samples in {@code [from, to)}, in logarithmic time; NaN when there is none. */
    public double min(int from, int to) {
        return columns.extreme(-1, from, to);
    }

    /** Returns the greatest value of the samples in {@code [from, to)}, in logarithmic time; NaN when there is none. */
    public double max(int from, int to) {
        return columns.extreme(1, from, to);
    }

    /** Returns the first sample at or after {@code time} (ns since the epoch), or {@link #size}. By binary search. */
    public int firstAtOrAfter(long time) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the sample whose value holds at {@code time} (ns since the epoch): the last one at or before it, or -1. */
    public int at(long time) {
        return time == Long.MAX_VALUE ? size() - 1 : firstAtOrAfter(time + 1) - 1;
    }
}
