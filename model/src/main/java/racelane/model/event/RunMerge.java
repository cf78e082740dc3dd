package racelane.model.event;

import java.util.Arrays;

/**
 * Sorts rows by their starts, equal ones in arrival order, without moving any: a natural merge sort (Knuth, TAOCP 3, 5.2.4) whose runs
 * stay pieces of rows that lie one behind the other. Each step takes as many rows from one run as come before the other's next, found by
 * doubling steps (galloping, as in Tim Peters' timsort), so that blocks which came in the wrong order cost a few comparisons a block.
 * One thread.
 */
final class RunMerge {
    private final long[] starts;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int[] nextFrom = new int[16];
    private int[] nextTo = new int[16];
    private int[] edges = new int[16];
    private int runs;
    private int next;

    RunMerge(long[] starts) {
        this.starts = starts;
    }

    /** Returns the row after the run that begins at {@code first}: rows that are in order already, at most up to {@code end}. */
    static int runEnd(long[] starts, int first, int end) {
        int at = first + 1;
        while (at < end && starts[at] >= starts[at - 1]) {
            at++;
        }
        return at;
    }

    /** Sorts the rows from {@code first} to {@code end}; returns of how many pieces they are made then. */
    int sort(int first, int end) {
        runs = 0;
        for (int at = first; at < end; ) {
            int stop = runEnd(starts, at, end);
            if (runs + 1 == edges.length) {
                edges = Arrays.copyOf(edges, runs * 4);
            }
            edges[runs] = runs;
            next = runs;
            emit(at, stop, runs);
            at = stop;
            runs++;
        }
        edges[runs] = runs;
        next = runs;
        swap();
        while (runs > 1) {
            round();
        }
        return next;
    }

    /** Returns the first row of a piece. */
    int from(int piece) {
        return from[piece];
    }

    /** Returns the row after the last of a piece. */
    int to(int piece) {
        return to[piece];
    }

    /** Merges each run with the one behind it. */
    private void round() {
        next = 0;
        int merged = 0;
        for (int run = 0; run < runs; run += 2) {
            int begin = next;
            int middle = edges[run + 1];
            merge(edges[run], middle, run + 2 <= runs ? edges[run + 2] : middle);
            edges[merged++] = begin;
        }
        edges[merged] = next;
        runs = merged;
        swap();
    }

    private void swap() {
        int[] held = from;
        from = nextFrom;
        nextFrom = held;
        held = to;
        to = nextTo;
        nextTo = held;
    }

    private void merge(int first, int middle, int end) {
        int begin = next;
        int a = first;
        int b = middle;
        int rowA = from[a];
        int rowB = b < end ? from[b] : 0;
        while (a < middle && b < end) {
            if (starts[rowA] <= starts[rowB]) {
                int stop = reach(rowA, to[a], starts[rowB], true);
                emit(rowA, stop, begin);
                rowA = stop < to[a] ? stop : ++a < middle ? from[a] : 0;
            } else {
                int stop = reach(rowB, to[b], starts[rowA], false);
                emit(rowB, stop, begin);
                rowB = stop < to[b] ? stop : ++b < end ? from[b] : 0;
            }
        }
        while (a < middle) {
            emit(rowA, to[a], begin);
            rowA = ++a < middle ? from[a] : 0;
        }
        while (b < end) {
            emit(rowB, to[b], begin);
            rowB = ++b < end ? from[b] : 0;
        }
    }

    /** Returns the first row after {@code row}, which comes before it, that does not come before {@code bound}; {@code end} when all do. */
    private int reach(int row, int end, long bound, boolean evenEqual) {
        int before = row;
        long step = 1;
        while (before + step < end && comesBefore(starts[(int) (before + step)], bound, evenEqual)) {
            before += (int) step;
            step *= 2;
        }
        int high = (int) Math.min(end, before + step);
        int low = before + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comesBefore(starts[middle], bound, evenEqual)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean comesBefore(long start, long bound, boolean evenEqual) {
        return start < bound || (evenEqual && start == bound);
    }

    /** Adds a piece to the run that begins at piece {@code begin}. */
    private void emit(int first, int end, int begin) {
        if (next > begin && nextTo[next - 1] == first) {
            nextTo[next - 1] = end;
            return;
        }
        if (next == nextFrom.length) {
            nextFrom = Arrays.copyOf(nextFrom, next * 2);
            nextTo = Arrays.copyOf(nextTo, next * 2);
        }
        nextFrom[next] = first;
        nextTo[next++] = end;
    }
}
