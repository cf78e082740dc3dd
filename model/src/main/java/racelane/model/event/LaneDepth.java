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

    static LaneDepth of(int[] from, long[] starts, long[] ends) {
        byte[] depth = new byte[starts.length];
        int[] rows = new int[from.length - 1];
        long folded = 0;
        long[] freeAt = new long[LAST + 1];
        for (int lane = 0; lane < rows.length; lane++) {
            Arrays.fill(freeAt, Long.MIN_VALUE);
            int used = 1;
            for (int i = from[lane]; i < from[lane + 1]; i++) {
                int row = 0;
                while (row < LAST && freeAt[row] > starts[i]) {
                    row++;
                }
                folded += freeAt[row] > starts[i] ? 1 : 0;
                depth[i] = (byte) row;
                freeAt[row] = Math.max(freeAt[row], ends[i]);
                used = Math.max(used, row + 1);
            }
            rows[lane] = used;
        }
        return new LaneDepth(depth, rows, folded);
    }
}
