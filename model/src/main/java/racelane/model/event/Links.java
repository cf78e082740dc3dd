package racelane.model.event;

import java.util.Arrays;

/**
 * The links of one table, sorted by the event they leave. Immutable; any thread. Costs 16 B a link, 32 B where the source gives
 * the times of the ends, and nothing per event: a table without links has empty arrays.
 *
 * <p>A link's end is an event's row, or {@code ~lane} where the source named a lane on which nothing ran: bare lanes come first.
 */
public final class Links {
    /** The links of a table that has none. */
    static final Links NONE = new Links(new int[0], new int[0], new int[0], new int[0], new long[0], new long[0]);

    private final int[] from;
    private final int[] to;
    private final int[] kind;
    private final int[] byTo;
    private final long[] fromTime;
    private final long[] toTime;

    private Links(int[] from, int[] to, int[] kind, int[] byTo, long[] fromTime, long[] toTime) {
        this.from = from;
        this.to = to;
        this.kind = kind;
        this.byTo = byTo;
        this.fromTime = fromTime;
        this.toTime = toTime;
    }

    /** Sorts links whose ends are known as rows or {@code ~lane}. */
    static Links of(GrowingLinks links, int[] from, int[] to) {
        int count = links.size();
        int[] order = sorted(from);
        int[] kinds = new int[count];
        boolean timed = false;
        for (int i = 0; i < count; i++) {
            kinds[i] = links.kind(order[i]);
            timed |= links.time(i, 0) != LinkEnd.UNTIMED || links.time(i, 1) != LinkEnd.UNTIMED;
        }
        int[] sortedTo = gather(to, order);
        long[] fromTimes = new long[timed ? count : 0];
        long[] toTimes = new long[timed ? count : 0];
        for (int i = 0; i < fromTimes.length; i++) {
            fromTimes[i] = links.time(order[i], 0);
            toTimes[i] = links.time(order[i], 1);
        }
        return new Links(gather(from, order), sortedTo, kinds, sorted(sortedTo), fromTimes, toTimes);
    }

    /** Returns the number of links; a link is named by its position, from 0. */
    public int size() {
        return from.length;
    }

    /** Returns the row that a link leaves, or {@code ~lane} (the lane's index in the table) where no event is known. */
    public int from(int link) {
        return from[link];
    }

    /** Returns the row at which a link arrives, or {@code ~lane} where no event is known. */
    public int to(int link) {
        return to[link];
    }

    /** Returns the word id of what the link means: {@code flow}, {@code child}, {@code previous owner}. */
    public int kind(int link) {
        return kind[link];
    }

    /** Returns the first link, in leaving order, that leaves {@code row} or one after it. */
    public int firstFrom(int row) {
        return lowerBound(row, false);
    }

    /** Returns the position, in arriving order, of the first link that arrives at {@code row} or one after it. */
    public int firstTo(int row) {
        return lowerBound(row, true);
    }

    /** Returns the link at a position of the arriving order. */
    public int arriving(int position) {
        return byTo[position];
    }

    /** Returns the links that leave an event. */
    public int[] outgoing(int row) {
        int first = firstFrom(row);
        int[] found = new int[firstFrom(row + 1) - first];
        for (int i = 0; i < found.length; i++) {
            found[i] = first + i;
        }
        return found;
    }

    /** Returns the links that arrive at an event. */
    public int[] incoming(int row) {
        return Arrays.copyOfRange(byTo, firstTo(row), firstTo(row + 1));
    }

    /** Returns when a link leaves as its source says, without offset, or {@link LinkEnd#UNTIMED}. */
    long fromTime(int link) {
        return fromTime.length == 0 ? LinkEnd.UNTIMED : fromTime[link];
    }

    /** Returns when a link arrives as its source says, without offset, or {@link LinkEnd#UNTIMED}. */
    long toTime(int link) {
        return toTime.length == 0 ? LinkEnd.UNTIMED : toTime[link];
    }

    private int lowerBound(int row, boolean arriving) {
        int low = 0;
        int high = from.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if ((arriving ? to[byTo[middle]] : from[middle]) < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns positions by value, equal values as they came. */
    private static int[] sorted(int[] values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) values[i] << 32 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    private static int[] gather(int[] values, int[] order) {
        int[] gathered = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            gathered[i] = values[order[i]];
        }
        return gathered;
    }
}
