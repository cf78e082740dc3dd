package racelane.model.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far clocks may be apart: by how much, in ns, the offset of each may exceed that of each other one. A bound in both directions
 * comes from settings; messages tighten one direction each, and where a third clock ties two nearer together the sum over it counts
 * (Floyd and Warshall). Not changed after it was handed out.
 */
final class ClockSpread {
    private final long[][] apart;
    private final List<Ahead> ahead = new ArrayList<>();

    /**
     * What messages say against the times as they read.
     *
     * @param clock the clock that is ahead
     * @param other of which
     * @param nanos by how much at least, ns
     * @param tooFar whether that is further than the clocks were allowed to be apart
     */
    public record Ahead(int clock, int other, long nanos, boolean tooFar) {}

    ClockSpread(int clocks, long nanos) {
        this.apart = new long[clocks][clocks];
        for (int a = 0; a < clocks; a++) {
            Arrays.fill(apart[a], nanos);
            apart[a][a] = 0;
        }
    }

    /** Sets how far two clocks may be apart, either way. */
    void between(int a, int b, long nanos) {
        apart[a][b] = nanos;
        apart[b][a] = nanos;
    }

    /** Draws the conclusions of what was set. */
    void close() {
        close(apart);
    }

    private static void close(long[][] upper) {
        int n = upper.length;
        for (int k = 0; k < n; k++) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    upper[a][b] = Math.min(upper[a][b], upper[a][k] + upper[k][b]);
                }
            }
        }
    }

    /**
     * Tightens by messages: {@code most[a][b]} is how far the offset of {@code a} can exceed that of {@code b} so that every message from
     * a to b arrives after it was sent; {@link OffsetBounds#FREE} where there are none. The times as they read are never left out: what
     * speaks against them is told by {@link #ahead}.
     */
    void tighten(long[][] most) {
        int n = apart.length;
        long[][] tight = new long[n][];
        for (int a = 0; a < n; a++) {
            tight[a] = apart[a].clone();
            for (int b = 0; b < n; b++) {
                tight[a][b] = Math.min(tight[a][b], most[a][b]);
            }
        }
        close(tight);
        boolean possible = true;
        for (int a = 0; a < n; a++) {
            possible &= tight[a][a] >= 0;
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (most[a][b] < 0) {
                    boolean tooFar = -most[a][b] > apart[b][a];
                    ahead.add(new Ahead(a, b, -most[a][b], tooFar));
                    widen(a, b, tooFar ? apart[b][a] - most[a][b] : 0);
                }
            }
        }
        for (int a = 0; a < n && possible; a++) {
            for (int b = 0; b < n; b++) {
                apart[a][b] = a == b ? 0 : Math.max(0, tight[a][b]);
            }
        }
    }

    private void widen(int a, int b, long nanos) {
        apart[a][b] = Math.max(apart[a][b], nanos);
        apart[b][a] = Math.max(apart[b][a], nanos);
    }

    /** Returns the bounds, ns: by how much the offset of the first clock may exceed that of the second. */
    long[][] bounds() {
        return apart;
    }

    List<Ahead> ahead() {
        return List.copyOf(ahead);
    }
}
