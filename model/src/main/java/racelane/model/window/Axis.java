package racelane.model.window;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;

/** Moments in order of (time, source, line), so that those before or behind a moment can be counted by binary search. */
final class Axis {
    /** Stands for no lane. */
    static final int NO_LANE = -1;

    private final ClockOrder order;
    private final long[] time;
    private final int[] table;
    private final int[] line;
    private final int[] byLane;
    private final Map<Integer, Slice> slices = new HashMap<>();

    /** Where in {@link #byLane} the places of a lane's moments stand. */
    private record Slice(int from, int to) {}

    /** Creates an axis of moments that are in order already. */
    Axis(Moment[] moments, ClockOrder order) {
        int n = moments.length;
        this.order = order;
        this.time = new long[n];
        this.table = new int[n];
        this.line = new int[n];
        this.byLane = new int[n];
        long[] lanes = new long[n];
        for (int i = 0; i < n; i++) {
            time[i] = moments[i].time();
            table[i] = moments[i].source();
            line[i] = moments[i].sequence();
            lanes[i] = ((long) moments[i].lane() << 32) | i;
        }
        Arrays.sort(lanes);
        int from = 0;
        for (int i = 0; i < n; i++) {
            byLane[i] = (int) lanes[i];
            int lane = (int) (lanes[i] >> 32);
            if (i + 1 == n || (int) (lanes[i + 1] >> 32) != lane) {
                slices.put(lane, new Slice(from, i + 1));
                from = i + 1;
            }
        }
    }

    /** Returns how many moments are of a lane. */
    int size(int lane) {
        return inLane(lane, 0, time.length);
    }

    /**
     * Returns how many moments do not read as later than {@code bound}.
     *
     * @param except a lane whose moments do not count
     * @param least moments at the same time count as not later when they stand before this place
     */
    int notAfter(Moment bound, boolean strict, int except, int least) {
        int notEarlier = place(bound.time(), 0, 0);
        int tieFrom = Math.max(notEarlier, least);
        if (notEarlier == time.length || time[notEarlier] != bound.time()) {
            return others(0, tieFrom, except);
        }
        int tieTo = bound.open() ? time.length : place(bound.time() + 1, 0, 0);
        int upToLine = place(bound.time(), bound.source(), strict ? bound.sequence() + 1 : bound.sequence());
        int refutedFrom = Math.max(tieFrom, place(bound.time(), bound.source(), 0));
        int refutedTo = Math.min(tieTo, upToLine);
        return others(0, tieFrom, except) + refuted(bound, except, refutedFrom, refutedTo);
    }

    /** Returns how many moments do not read as earlier than {@code bound}, which was seen. */
    int notBefore(Moment bound, boolean strict, int except) {
        int tieTo = place(bound.time() + 1, 0, 0);
        if (tieTo == 0 || time[tieTo - 1] != bound.time()) {
            return others(tieTo, time.length, except);
        }
        int fromLine = place(bound.time(), bound.source(), strict ? bound.sequence() : bound.sequence() + 1);
        int sourceTo = place(bound.time(), bound.source() + 1, 0);
        return others(tieTo, time.length, except) + refuted(bound, except, fromLine, Math.min(tieTo, sourceTo));
    }

    /** Counts among moments at the bound's time and of its source those of which lines tell the order. */
    private int refuted(Moment bound, int except, int from, int to) {
        if (to <= from) {
            return 0;
        }
        if (order.trusted(bound.source())) {
            return others(from, to, except);
        }
        return bound.lane() == except ? 0 : inLane(bound.lane(), from, to);
    }

    private int others(int from, int to, int except) {
        return Math.max(0, to - from) - (except == NO_LANE ? 0 : inLane(except, from, to));
    }

    private int inLane(int lane, int from, int to) {
        Slice slice = to <= from ? null : slices.get(lane);
        return slice == null ? 0 : index(slice, to) - index(slice, from);
    }

    private int index(Slice slice, int place) {
        if (place <= 0 || place >= time.length) {
            return place <= 0 ? slice.from() : slice.to();
        }
        int found = Arrays.binarySearch(byLane, slice.from(), slice.to(), place);
        return found < 0 ? -found - 1 : found;
    }

    /** Returns the place of the first moment that is not before (time, source, line). */
    private int place(long when, int source, int lineNumber) {
        int low = 0;
        int high = time.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before(middle, when, source, lineNumber)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean before(int i, long when, int source, int lineNumber) {
        if (time[i] != when) {
            return time[i] < when;
        }
        return table[i] != source ? table[i] < source : line[i] < lineNumber;
    }
}
