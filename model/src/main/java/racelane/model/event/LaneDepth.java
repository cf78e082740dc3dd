package racelane.model.event;

import java.util.Arrays;

/**
 * The sub-row of each event in its lane: the first row that is free at its start. For well-nested calls that is the call depth;
 * for spans that overlap without nesting it keeps every one visible.
 *
 * <pre>
 *   depth 0   ├── updateCache ─────────────┤
 *   depth 1      ├─ set ─┤ ◆ ├─ invalidate ─┤
 * </pre>
 *
 * @param depth the row of each event, 0 to {@link #LAST}
 * @param rows how many rows each lane needs, at least 1
 * @param folded how many events did not find a free row and share the last one
 */
record LaneDepth(byte[] depth, int[] rows, long folded) {
    /** The deepest row; what lies deeper is folded into it. */
    static final int LAST = 127;

    /** How many rows are looked at in one go, for the JVM compiles what is called often sooner than a loop that is long. */
    private static final int STRETCH = 1 << 14;

    static LaneDepth of(int[] from, long[] starts, DurationColumn durations) {
        Finder finder = new Finder(starts, durations);
        int[] rows = new int[from.length - 1];
        for (int lane = 0; lane < rows.length; lane++) {
            finder.begin();
            for (int at = from[lane]; at < from[lane + 1]; at += Math.min(STRETCH, from[lane + 1] - at)) {
                finder.find(at, at + Math.min(STRETCH, from[lane + 1] - at));
            }
            rows[lane] = finder.used;
        }
        return new LaneDepth(finder.depth, rows, finder.folded);
    }

    /** Finds the rows of the events of one lane after the other. */
    private static final class Finder {
        private final long[] starts;
        private final DurationColumn durations;
        private final byte[] depth;
        private final long[] freeAt = new long[LAST + 1];
        private int used;
        private long folded;

        Finder(long[] starts, DurationColumn durations) {
            this.starts = starts;
            this.durations = durations;
            this.depth = new byte[starts.length];
        }

        /** Begins a lane. */
        void begin() {
            Arrays.fill(freeAt, Long.MIN_VALUE);
            used = 1;
        }

        /** Finds the rows of the lane's next events. */
        void find(int first, int last) {
            int most = used;
            for (int i = first; i < last; i++) {
                long start = starts[i];
                int row = 0;
                while (row < LAST && freeAt[row] > start) {
                    row++;
                }
                folded += freeAt[row] > start ? 1 : 0;
                depth[i] = (byte) row;
                freeAt[row] = Math.max(freeAt[row], start + durations.get(i));
                most = Math.max(most, row + 1);
            }
            used = most;
        }
    }
}
