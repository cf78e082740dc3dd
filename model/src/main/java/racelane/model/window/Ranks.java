package racelane.model.window;

import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;
import racelane.model.pattern.Point.Edge;

/** Counts items before and behind moments: one by one where there are few, by binary search where there are many. */
final class Ranks {
    /** Stands for items of all lanes. */
    static final int ANY = Axis.NO_LANE;

    private static final int FEW = 48;

    private final Items items;
    private final ClockOrder order;
    private final boolean few;
    private @Nullable Axis starts;
    private @Nullable Axis ends;

    Ranks(Items items, ClockOrder order) {
        this(items, order, FEW);
    }

    /** Creates ranks that count one by one up to {@code few} items. */
    Ranks(Items items, ClockOrder order, int few) {
        this.items = items;
        this.order = order;
        this.few = items.size() <= few;
    }

    /** Returns the number of items that are not of lane {@code except}. */
    long size(int except) {
        if (except == ANY) {
            return items.size();
        }
        if (!few) {
            return (long) items.size() - starts().size(except);
        }
        int count = 0;
        for (int i = 0; i < items.size(); i++) {
            count += items.lane(i) == except ? 0 : 1;
        }
        return count;
    }

    /** Counts items whose start does not read as later than {@code bound}, and those of its time before item {@code least}. */
    long startingBefore(Moment bound, boolean strict, int except, int least) {
        if (bound.open()) {
            return size(except);
        }
        if (!few) {
            return starts().notAfter(bound, strict, except, Math.max(0, least));
        }
        int count = 0;
        for (int i = 0; i < items.size(); i++) {
            boolean early = !order.reads(bound, start(i), strict) || (i < least && start(i).time() <= bound.time());
            count += early && items.lane(i) != except ? 1 : 0;
        }
        return count;
    }

    /** Counts items whose end does not read as later than {@code bound}. */
    long endingBefore(Moment bound, boolean strict, int except) {
        if (bound.open()) {
            return size(except);
        }
        if (!few) {
            return ends().notAfter(bound, strict, except, 0);
        }
        int count = 0;
        for (int i = 0; i < items.size(); i++) {
            count += !order.reads(bound, end(i), strict) && items.lane(i) != except ? 1 : 0;
        }
        return count;
    }

    /** Counts items whose start does not read as earlier than {@code bound}. */
    long startingAfter(Moment bound, boolean strict, int except) {
        if (bound.open()) {
            return 0;
        }
        if (!few) {
            return starts().notBefore(bound, strict, except);
        }
        int count = 0;
        for (int i = 0; i < items.size(); i++) {
            count += !order.reads(start(i), bound, strict) && items.lane(i) != except ? 1 : 0;
        }
        return count;
    }

    private Moment start(int item) {
        return items.readTo(item, Edge.START);
    }

    private Moment end(int item) {
        return items.latest(item, Edge.END);
    }

    private Axis starts() {
        Axis axis = starts;
        if (axis == null) {
            Moment[] moments = new Moment[items.size()];
            for (int i = 0; i < moments.length; i++) {
                moments[i] = start(i);
            }
            axis = new Axis(moments, order);
            starts = axis;
        }
        return axis;
    }

    private Axis ends() {
        Axis axis = ends;
        if (axis == null) {
            Moment[] moments = new Moment[items.size()];
            long[] times = new long[moments.length];
            for (int i = 0; i < times.length; i++) {
                times[i] = end(i).time();
            }
            int[] sorted = TimeSort.indices(times, (a, b) -> after(end(a), end(b)));
            for (int i = 0; i < moments.length; i++) {
                moments[i] = end(sorted[i]);
            }
            axis = new Axis(moments, order);
            ends = axis;
        }
        return axis;
    }

    private static boolean after(Moment a, Moment b) {
        return a.source() != b.source() ? a.source() > b.source() : a.sequence() > b.sequence();
    }
}
