package racelane.model.scene;

import racelane.model.scene.RowIndex.Row;
import racelane.model.time.TimeScale;

/**
 * Walks sub-rows from the left to the right edge of a view. An event at least a pixel wide is emitted by itself; what is
 * narrower is emitted as one density a pixel, and the walk goes on at the first event beyond that pixel. The cost follows the
 * pixels and not the events.
 *
 * <p>Where there are several events a pixel, the events at which the next pixels begin are looked for together: each of them lies somewhere
 * else in memory, and the processor then waits for all of these places at once instead of for one after the other. One thread.
 */
final class PixelWalk {
    /** How many pixels are looked for together. */
    private static final int TOGETHER = 16;

    /** From how many events a pixel on. */
    private static final int DENSE = 3;

    private final TimeScale scale;
    private final double width;
    private final long right;

    /** The first instant of each pixel column, ns; made when somebody asks for one. */
    private long[] columns = {};

    /** Where the columns from {@link #known} on begin in the sub-row that is walked. */
    private final int[] begins = new int[TOGETHER];

    private int known;
    private int knownEnd;

    /** Receives what the walk finds, from left to right. */
    interface Visitor {
        /** An event to be drawn by itself: wide enough, or alone in its pixel. */
        void event(int row);

        /** {@code count} events, the first at {@code row}, that share the pixel column {@code x} (whole px). */
        void density(int row, int count, int x);
    }

    /** Receives what the walk finds as positions in the sub-row, from left to right and without gaps. */
    interface Columns {
        /** The events from {@code at} to before {@code next}, of which the first begins in the pixel column {@code x}. */
        void add(int at, int next, double x);
    }

    /** Prepares to walk what the {@code width} px show that begin at the scale's left edge. */
    PixelWalk(TimeScale scale, double width) {
        this.scale = scale;
        this.width = width;
        this.right = scale.time(width) + 1;
    }

    /** Emits what of a sub-row touches the view. */
    void walk(Row row, Visitor visitor) {
        int unused = walk(row, first(row), row.to(), (at, next, x) -> {
            if (next - at == 1) {
                visitor.event(row.event(at));
            } else {
                visitor.density(row.event(at), next - at, (int) x);
            }
        });
    }

    /** Returns the first position whose event reaches into the view. */
    int first(Row row) {
        return row.firstEndingFrom(scale.time(0), row.from());
    }

    /** Walks from one position to before another, or to the right edge of the view, and returns the position it came to. */
    int walk(Row row, int from, int limit, Columns found) {
        boolean dense = from < limit && row.steps().exist() && isDense(row, from, limit);
        knownEnd = known;
        int at = from;
        while (at < limit) {
            long start = row.start(at);
            if (start > right) {
                break;
            }
            double x = Math.floor(scale.x(start));
            int next = at + 1;
            if (!isWide(row, at)) {
                boolean together = dense && x >= -1 && x < columns().length - 1;
                int behind = together ? begin(row, (int) x + 1) : row.gallopToStart(beginOf(x + 1), at);
                next = beforeWide(row, at, Math.max(next, behind));
            }
            next = Math.min(next, limit);
            found.add(at, next, x);
            at = next;
        }
        return at;
    }

    /** Walks from one position to the right edge of the view by what cells know, and returns the position it came to. */
    int walk(Row row, int from, TimeCells cells, Columns found) {
        long[] begins = columns();
        int at = from;
        if (at < row.to() && row.start(at) < begins[0]) {
            found.add(at, at + 1, Math.floor(scale.x(row.start(at))));
            at++;
        }
        int last = begins.length - 2;
        for (int x = 0; x <= last; x++) {
            int cell = cells.of(begins[x + 1]);
            int next = cells.first(cell);
            if (next <= at) {
                continue;
            }
            if (x == last && row.start(at) > right) {
                break;
            }
            int wide = next - at > 1 ? wideIn(row, cells, at, next, begins[x], cell) : next;
            if (wide > at) {
                found.add(at, wide, x);
            }
            if (wide < next) {
                found.add(wide, wide + 1, x);
            }
            at = Math.min(next, wide + 1);
        }
        return at;
    }

    private boolean isDense(Row row, int from, int limit) {
        int events = Math.min(limit, row.firstStartingFrom(right)) - from;
        return events > DENSE * TOGETHER && events > DENSE * pixels(row, from, limit);
    }

    /** Tells whether there are so many events from a position to the right edge of the view that it is worth keeping where they are. */
    boolean isCrowded(Row row, int from) {
        return row.firstStartingFrom(right) - from > Math.max(DENSE * TOGETHER, width / 2);
    }

    /** Returns the first instant of the pixel column {@code x}, of those in view, ns. */
    long begin(int x) {
        return columns()[x];
    }

    private long[] columns() {
        if (columns.length == 0) {
            columns = new long[(int) width + 2];
            for (int x = 0; x < columns.length; x++) {
                columns[x] = beginOf(x);
            }
        }
        return columns;
    }

    /** Returns how many pixels lie between two positions, at most those of the view. */
    private double pixels(Row row, int from, int limit) {
        double end = limit < row.to() ? Math.min(width, scale.x(row.start(limit))) : width;
        return end - Math.max(0, scale.x(row.start(from)));
    }

    /** Returns the position of the first event that begins in column {@code x} or further on. */
    private int begin(Row row, int x) {
        if (x < known || x >= knownEnd) {
            known = x;
            knownEnd = Math.min(columns.length, x + TOGETHER);
            row.firstStartingFrom(columns, known, knownEnd, begins);
        }
        return begins[x - known];
    }

    /** The last event of a pixel may reach far beyond it: it stands for itself, so that no wide span drowns in a density. */
    private int beforeWide(Row row, int at, int next) {
        int last = next - 1;
        return last > at && isWide(row, last) ? last : next;
    }

    /**
     * Returns the position of the event that is wide of those from {@code at} to before {@code next}, or {@code next} where none is. Most often
     * it can only be the last one. One that begins a little before the pixel may end in it; what follows it is left to the next pixel.
     */
    private int wideIn(Row row, TimeCells cells, int at, int next, long begin, int end) {
        int early = cells.of(begin) + 1;
        int behind = cells.first(early);
        boolean endsInside = early < end && behind > at && cells.mayReachInto(early) && isWide(row, behind - 1);
        if (endsInside) {
            return behind - 1;
        }
        return cells.mayReachInto(end) && isWide(row, next - 1) ? next - 1 : next;
    }

    private boolean isWide(Row row, int at) {
        return scale.width(row.start(at), row.end(at)) >= 1;
    }

    /** Returns the first instant at {@code x} px or further to the right, ns. */
    private long beginOf(double x) {
        long time = scale.time(x);
        return scale.x(time) < x ? time + 1 : time;
    }
}
