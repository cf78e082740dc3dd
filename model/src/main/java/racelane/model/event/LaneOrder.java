package racelane.model.event;

import java.util.Arrays;

/**
 * The order of rows inside each lane: by start, equal starts in arrival order. Most rows arrive in order. Where one comes late, such as
 * a call that is written down when it ends, behind those made in it, or a buffer that is written out behind a later one, only the rows
 * from its place to where it came are out of order: such windows are found in one look at the lane, and the rest is left where it is.
 * A window is kept as the pieces of neighbouring rows that it is made of ({@link RunMerge}), so that putting a column into order copies
 * pieces. Immutable but for {@link #placeOf}.
 */
final class LaneOrder {
    /** Pieces of fewer rows than this are copied one by one. */
    private static final int SHORT = 8;

    /** So many places of a window are looked for one by one before those of all its rows are noted. */
    private static final int FEW = 16;

    /** How many rows are looked at in one go, for the JVM compiles what is called often sooner than a loop that is long. */
    private static final int STRETCH = 1 << 13;

    private final long[] starts;
    private int[] low = {};
    private int[] high = {};

    /** The largest start in each window, while windows are being found. */
    private long[] most = {};

    private int windows;
    private int widest;

    /** The first piece of each window, and the piece after the last. */
    private final int[] firstPiece;

    /** Where each piece came from, as rows: its first, and how many. */
    private int[] source = new int[16];

    private int[] length = new int[16];

    /** The places of the rows of each window, made when many ask for one. */
    private final int[][] places;

    /** How many have asked for a place in each window. */
    private final int[] asked;

    /**
     * Finds the order and brings {@code starts} into it.
     *
     * @param from first row of each lane, and the row after the last
     * @param starts starts lane by lane, in each lane as they came, ns
     */
    LaneOrder(int[] from, long[] starts) {
        this.starts = starts;
        for (int lane = 0; lane + 1 < from.length; lane++) {
            find(from[lane], from[lane + 1]);
        }
        most = new long[0];
        firstPiece = new int[windows + 1];
        places = new int[windows][0];
        asked = new int[windows];
        RunMerge merge = new RunMerge(starts);
        for (int window = 0; window < windows; window++) {
            int pieces = merge.sort(low[window], high[window]);
            int at = firstPiece[window];
            firstPiece[window + 1] = at + pieces;
            if (at + pieces > source.length) {
                source = Arrays.copyOf(source, Math.max(at + pieces, source.length * 2));
                length = Arrays.copyOf(length, source.length);
            }
            for (int piece = 0; piece < pieces; piece++) {
                source[at + piece] = merge.from(piece);
                length[at + piece] = merge.to(piece) - merge.from(piece);
            }
            widest = Math.max(widest, high[window] - low[window]);
        }
        settle(starts);
    }

    /** Returns the starts in their order. */
    long[] starts() {
        return starts;
    }

    /** Returns the row to which the one goes that was at {@code row} as they came. One thread at a time. */
    int placeOf(int row) {
        int found = Arrays.binarySearch(low, 0, windows, row);
        int window = found < 0 ? -found - 2 : found;
        if (window < 0 || row >= high[window]) {
            return row;
        }
        if (asked[window]++ < FEW) {
            return placeOf(row, window);
        }
        if (places[window].length == 0) {
            places[window] = placesIn(window);
        }
        return places[window][row - low[window]];
    }

    /** Finds the place of one row among the pieces of its window. */
    private int placeOf(int row, int window) {
        int place = low[window];
        int piece = firstPiece[window];
        while (row < source[piece] || row >= source[piece] + length[piece]) {
            place += length[piece++];
        }
        return place + row - source[piece];
    }

    private int[] placesIn(int window) {
        int[] placed = new int[high[window] - low[window]];
        int row = low[window];
        for (int piece = firstPiece[window]; piece < firstPiece[window + 1]; piece++) {
            for (int i = 0; i < length[piece]; i++) {
                placed[source[piece] + i - low[window]] = row++;
            }
        }
        return placed;
    }

    /** Brings a column, which is as the starts were, into the order, in its place. */
    void settle(long[] column) {
        long[] held = new long[widest];
        for (int window = 0; window < windows; window++) {
            int first = low[window];
            System.arraycopy(column, first, held, 0, high[window] - first);
            int row = first;
            for (int piece = firstPiece[window]; piece < firstPiece[window + 1]; piece++) {
                int at = source[piece] - first;
                int end = row + length[piece];
                if (end - row >= SHORT) {
                    System.arraycopy(held, at, column, row, end - row);
                    row = end;
                }
                while (row < end) {
                    column[row++] = held[at++];
                }
            }
        }
    }

    /** As for longs. */
    void settle(int[] column) {
        int[] held = new int[widest];
        for (int window = 0; window < windows; window++) {
            int first = low[window];
            System.arraycopy(column, first, held, 0, high[window] - first);
            int row = first;
            for (int piece = firstPiece[window]; piece < firstPiece[window + 1]; piece++) {
                int at = source[piece] - first;
                int end = row + length[piece];
                if (end - row >= SHORT) {
                    System.arraycopy(held, at, column, row, end - row);
                    row = end;
                }
                while (row < end) {
                    column[row++] = held[at++];
                }
            }
        }
    }

    /** As for longs. */
    void settle(char[] column) {
        char[] held = new char[widest];
        for (int window = 0; window < windows; window++) {
            int first = low[window];
            System.arraycopy(column, first, held, 0, high[window] - first);
            int row = first;
            for (int piece = firstPiece[window]; piece < firstPiece[window + 1]; piece++) {
                int at = source[piece] - first;
                int end = row + length[piece];
                if (end - row >= SHORT) {
                    System.arraycopy(held, at, column, row, end - row);
                    row = end;
                }
                while (row < end) {
                    column[row++] = held[at++];
                }
            }
        }
    }

    /** As for longs. */
    void settle(byte[] column) {
        byte[] held = new byte[widest];
        for (int window = 0; window < windows; window++) {
            int first = low[window];
            System.arraycopy(column, first, held, 0, high[window] - first);
            int row = first;
            for (int piece = firstPiece[window]; piece < firstPiece[window + 1]; piece++) {
                int at = source[piece] - first;
                int end = row + length[piece];
                if (end - row >= SHORT) {
                    System.arraycopy(held, at, column, row, end - row);
                    row = end;
                }
                while (row < end) {
                    column[row++] = held[at++];
                }
            }
        }
    }

    /** Finds the windows of a lane: the fewest rows outside of which every row is where it belongs. */
    private void find(int first, int end) {
        int outer = windows;
        long latest = Long.MIN_VALUE;
        for (int at = first; at < end; ) {
            int stop = RunMerge.runEnd(starts, at, Math.min(end, at + STRETCH));
            if (starts[at] < latest) {
                widen(at, firstFrom(at, stop, latest), latest, first, outer);
            }
            latest = Math.max(latest, starts[stop - 1]);
            at = stop;
        }
    }

    /** Makes a window that ends at {@code end} and begins where the late row {@code late} belongs, and of those on the way. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    private void widen(int late, int end, long latest, int first, int outer) {
        long start = starts[late];
        int from = late;
        while (windows > outer) {
            int before = high[windows - 1];
            from = firstFrom(before, from, start + 1);
            if (from > before || most[windows - 1] <= start) {
                break;
            }
            from = low[--windows];
        }
        if (windows == outer) {
            from = firstFrom(first, from, start + 1);
        }
        if (windows == low.length) {
            int room = Math.max(16, windows * 2);
            low = Arrays.copyOf(low, room);
            high = Arrays.copyOf(high, room);
            most = Arrays.copyOf(most, room);
        }
        low[windows] = from;
        high[windows] = end;
        most[windows++] = latest;
    }

    /** Returns the first of the rows from {@code first} to {@code end}, which are in order, that starts at {@code time} or later. */
    private int firstFrom(int first, int end, long time) {
        int from = first;
        int to = end;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (starts[middle] < time) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
