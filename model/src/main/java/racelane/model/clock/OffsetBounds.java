package racelane.model.clock;

/**
 * Upper bounds on the differences between the offsets of a few clocks, and whether any offsets keep them all: a system of
 * difference constraints, closed by Floyd and Warshall's shortest paths (a negative cycle means that there is no solution).
 */
public final class OffsetBounds {
    /** No bound: far from overflow when two are added. */
    public static final long FREE = Long.MAX_VALUE / 4;

    private final long[][] upper;

    /** Creates a system of {@code clocks} clocks without any bound. */
    public OffsetBounds(int clocks) {
        upper = new long[clocks][clocks];
        for (int i = 0; i < clocks; i++) {
            for (int j = 0; j < clocks; j++) {
                upper[i][j] = i == j ? 0 : FREE;
            }
        }
    }

    /** Demands that the offset of {@code a} minus the offset of {@code b} is at most {@code nanos}. */
    public void atMost(int a, int b, long nanos) {
        upper[a][b] = Math.min(upper[a][b], Math.clamp(nanos, -FREE, FREE));
    }

    /** Draws all conclusions and tells whether some offsets keep every bound. */
    public boolean feasible() {
        int n = upper.length;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (upper[i][k] < FREE && upper[k][j] < FREE) {
                        upper[i][j] = Math.min(upper[i][j], upper[i][k] + upper[k][j]);
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            if (upper[i][i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the highest value of the offset of {@code a} minus the offset of {@code b}, or {@link #FREE}. */
    public long upper(int a, int b) {
        return upper[a][b];
    }

    /** Returns the lowest value of the offset of {@code a} minus the offset of {@code b}, or minus {@link #FREE}. */
    public long lower(int a, int b) {
        return -upper[b][a];
    }
}
