package racelane.model.event;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Finds the rows that links lead to once the rows lie in their order. The ends of a lane are answered in one sweep over its
 * rows: of each sub-row only the last event begun so far can still run, because events of a sub-row do not overlap.
 */
final class LinkResolver {
    private final GrowingLinks links;
    private final int[] from;
    private final LaneDepth depth;
    private final long[] starts;
    private final DurationColumn durations;
    private final EventColumns.Kinds kinds;

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
        int[] last = new int[LaneDepth.LAST + 1];
        Arrays.fill(last, -1);
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
            int found = next ? beginning(lane, time) : innermost(last, depth.rows()[lane], time);
            if (found >= 0) {
                rows[link] = found;
            }
        }
    }

    private boolean spans(int row) {
        return kinds.get(row).hasDuration();
    }

    private int innermost(int[] last, int rows, long time) {
        int found = -1;
        for (int sub = 0; sub < rows; sub++) {
            int row = last[sub];
            if (row > found && starts[row] + durations.get(row) >= time) {
                found = row; // rows run by start: the larger row began later and lies further in
            }
        }
        return found;
    }

    private int beginning(int lane, long time) {
        int low = from[lane];
        int high = from[lane + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (low < from[lane + 1] && !spans(low)) {
            low++;
        }
        return low < from[lane + 1] ? low : -1;
    }
}
