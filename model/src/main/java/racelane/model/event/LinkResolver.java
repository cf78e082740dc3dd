package racelane.model.event;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Finds the rows that links lead to once the rows lie in their order. Where few links ask for a lane, each looks back from its time. Where
 * that takes long, all ends of the lane are answered in one sweep over its rows: of each sub-row only the last event begun so far can still
 * run, because events of a sub-row do not overlap.
 */
final class LinkResolver {
    /** What the links of a lane may look at together, as a share of its rows, before one sweep over them is the shorter way. */
    private static final int SWEEP_SHARE = 8;

    private static final int NOTHING = -1;
    private static final int TOO_FAR = -2;

    private final GrowingLinks links;
    private final int[] from;
    private final LaneDepth depth;
    private final long[] starts;
    private final DurationColumn durations;
    private final EventColumns.Kinds kinds;

    /** How many rows of the lane may still be looked at one by one. */
    private int looksLeft;

    /**
     * Takes the sealed order.
     *
     * @param from first row of each lane, and the row after the last
     * @param durations in row order
     */
    LinkResolver(
            GrowingLinks links,
            int[] from,
            LaneDepth depth,
            long[] starts,
            DurationColumn durations,
            EventColumns.Kinds kinds) {
        this.links = links;
        this.from = from;
        this.depth = depth;
        this.starts = starts;
        this.durations = durations;
        this.kinds = kinds;
    }

    /**
     * Returns the row of each link's end, or {@code ~lane} where only the lane is known.
     *
     * @param end 0 where links leave, 1 where they arrive
     * @param rowOf finds the row of an event by its handle
     */
    int[] rows(int end, IntUnaryOperator rowOf) {
        int[] rows = new int[links.size()];
        int[] perLane = new int[from.length];
        for (int link = 0; link < rows.length; link++) {
            int id = links.id(link, end);
            if (links.how(link, end) == LinkEnd.How.EVENT) {
                rows[link] = rowOf.applyAsInt(id);
            } else {
                rows[link] = ~id;
                perLane[id + 1]++;
            }
        }
        for (int lane = 1; lane < perLane.length; lane++) {
            perLane[lane] += perLane[lane - 1];
        }
        sweep(end, rows, perLane);
        return rows;
    }

    private void sweep(int end, int[] rows, int[] perLane) {
        int count = perLane[perLane.length - 1];
        int[] asked = new int[count];
        long[] times = new long[count];
        int[] next = perLane.clone();
        for (int link = 0; link < rows.length; link++) {
            if (links.how(link, end) != LinkEnd.How.EVENT) {
                int at = next[links.id(link, end)]++;
                asked[at] = link;
                times[at] = links.time(link, end);
            }
        }
        LaneOrder order = new LaneOrder(perLane, times);
        order.settle(asked);
        for (int lane = 0; lane + 1 < perLane.length; lane++) {
            if (perLane[lane] < perLane[lane + 1]) {
                lane(lane, end, rows, asked, perLane);
            }
        }
    }

    private void lane(int lane, int end, int[] rows, int[] asked, int[] perLane) {
        if (!lookBack(lane, end, rows, asked, perLane)) {
            sweep(lane, end, rows, asked, perLane);
        }
    }

    /** Answers all that ask for a lane, each for itself; false, with some answered, when that is too far to look. */
    private boolean lookBack(int lane, int end, int[] rows, int[] asked, int[] perLane) {
        looksLeft = (from[lane + 1] - from[lane]) / SWEEP_SHARE;
        for (int i = perLane[lane]; i < perLane[lane + 1]; i++) {
            int link = asked[i];
            long time = links.time(link, end);
            if (links.how(link, end) == LinkEnd.How.NEXT) {
                answer(rows, link, beginning(lane, time));
                continue;
            }
            int last = firstFrom(lane, time, true) - 1;
            int found = running(lane, last, time);
            if (found == TOO_FAR) {
                return false;
            }
            answer(rows, link, found);
        }
        return true;
    }

    /**
     * Returns the last row up to {@code last} that still runs at {@code time}. Where each sub-row had an event on the way back, none of an
     * earlier one runs.
     */
    private int running(int lane, int last, long time) {
        boolean[] seen = new boolean[depth.rows()[lane]];
        int unseen = seen.length;
        for (int row = last; row >= from[lane] && unseen > 0; row--) {
            int sub = depth.depth()[row];
            if (--looksLeft < 0 || sub == LaneDepth.LAST) { // in the last sub-row events may overlap
                return TOO_FAR;
            }
            if (spans(row) && starts[row] + durations.get(row) >= time) {
                return row;
            }
            if (!seen[sub] && starts[row] < time) {
                seen[sub] = true;
                unseen--;
            }
        }
        return NOTHING;
    }

    private static void answer(int[] rows, int link, int found) {
        if (found >= 0) {
            rows[link] = found;
        }
    }

    private void sweep(int lane, int end, int[] rows, int[] asked, int[] perLane) {
        int[] last = new int[LaneDepth.LAST + 1];
        Arrays.fill(last, NOTHING);
        int row = from[lane];
        for (int i = perLane[lane]; i < perLane[lane + 1]; i++) {
            int link = asked[i];
            long time = links.time(link, end);
            boolean next = links.how(link, end) == LinkEnd.How.NEXT;
            while (row < from[lane + 1] && starts[row] <= time) {
                if (spans(row)) {
                    last[depth.depth()[row]] = row;
                }
                row++;
            }
            answer(rows, link, next ? beginning(lane, time) : innermost(last, depth.rows()[lane], time));
        }
    }

    private boolean spans(int row) {
        return kinds.get(row).hasDuration();
    }

    private int innermost(int[] last, int rows, long time) {
        int found = NOTHING;
        for (int sub = 0; sub < rows; sub++) {
            int row = last[sub];
            if (row > found && starts[row] + durations.get(row) >= time) {
                found = row; // rows run by start: the larger row began later and lies further in
            }
        }
        return found;
    }

    private int beginning(int lane, long time) {
        int row = firstFrom(lane, time, false);
        while (row < from[lane + 1] && !spans(row)) {
            row++;
        }
        return row < from[lane + 1] ? row : NOTHING;
    }

    /** Returns the first row of a lane that starts at {@code time} or, when {@code behind}, later than that. */
    private int firstFrom(int lane, long time, boolean behind) {
        int low = from[lane];
        int high = from[lane + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < time || (behind && starts[middle] == time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
