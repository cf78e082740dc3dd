package racelane.model.scene;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import racelane.model.scene.RowIndex.Row;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

/**
 * What begins in each cell of a grid of time, in one sub-row and about one view. Kept from picture to picture: who zooms then looks at these
 * few numbers, which lie side by side, and not at events all over the memory. A pixel made of cells begins where the cell begins in which
 * its edge lies, so an event less than a quarter of a pixel from an edge may be counted beyond it. Immutable; any thread.
 */
final class TimeCells {
    /** A pixel has at least so many cells, or others are made. */
    private static final int FEWEST = 4;

    /** A pixel has at least so many cells when they are made, so that zooming out a little does not ask for others. */
    private static final int FEWEST_NEW = 6;

    /** A pixel has at most so many cells, or others are made: a picture is to find them in the processor's caches. */
    private static final int MOST = 16;

    /** Beyond either edge of the view lie cells of this part of it, for the next pictures. */
    private static final double MARGIN = 0.25;

    /** From so many events a cell on each cell is searched for; below, the events are gone through. */
    private static final int MANY = 32;

    /** Of a cell whose last event, or the last one before it, is long enough to be as wide as a pixel. */
    private static final int LONG = 0x80;

    private static final int COLOR = LONG - 1;

    private final long base;
    private final int shift;
    private final int size;

    /** The position of the first event that begins in each cell or later. */
    private final int[] first;

    /** That event. */
    private final int[] event;

    /** Its colour, and {@link #LONG}. */
    private final byte[] role;

    private TimeCells(long base, int shift, int size) {
        this.base = base;
        this.shift = shift;
        this.size = size;
        this.first = new int[size + 1];
        this.event = new int[size];
        this.role = new byte[size];
    }

    /**
     * Makes the cells for a view and what lies beside it.
     *
     * @param width of the view, px
     * @param colors the colour of a name
     * @param before cells of the same sub-row that do not {@link #serve} the view but may know a part of it
     * @return nothing where a pixel is too short to have cells, or folds hide so much time that there would be too many
     */
    static @Nullable TimeCells of(
            Row row, TimeScale scale, double width, IntFunction<ColorRole> colors, @Nullable TimeCells before) {
        int shift = Math.getExponent(scale.nanosPerPixel() / FEWEST_NEW);
        if (shift < 0) {
            return null;
        }
        TimeRange view = new TimeRange(scale.time(0), end(scale, width));
        TimeRange known = view.padded(MARGIN, 0);
        long base = known.start() >> shift << shift;
        long cells = ((known.end() - base) >> shift) + 1;
        if (cells <= 0 || cells > 2 * MOST * width) {
            return null;
        }
        TimeCells made = new TimeCells(base, shift, (int) cells);
        made.fill(row, colors, before);
        return made;
    }

    /** Tells whether these cells are of the right size for a view and cover it. */
    boolean serve(TimeScale scale, double width) {
        double cells = Math.scalb(scale.nanosPerPixel(), -shift);
        long known = end(scale, width) - base; // of a view at the other end of time it is negative
        return cells >= FEWEST && cells <= MOST && scale.time(0) >= base && known >= 0 && known >> shift < size;
    }

    /** Returns an instant beyond the last pixel of a view. */
    private static long end(TimeScale scale, double width) {
        return scale.time(width + 2);
    }

    private void fill(Row row, IntFunction<ColorRole> colors, @Nullable TimeCells before) {
        boolean far = before != null && Math.abs((double) base - before.base) > Long.MAX_VALUE;
        if (before == null || before.shift != shift || far) {
            find(row, 0, size);
            look(row, colors, 0, size);
            return;
        }
        long apart = (base - before.base) >> shift;
        int from = Math.clamp(-apart, 0, size);
        int to = Math.clamp(before.size - apart, from, size);
        if (from < to) {
            int old = (int) (from + apart);
            System.arraycopy(before.first, old, first, from, to - from + 1);
            System.arraycopy(before.event, old, event, from, to - from);
            System.arraycopy(before.role, old, role, from, to - from);
        }
        find(row, 0, from);
        find(row, to, size);
        look(row, colors, to, size);
        look(row, colors, 0, from);
    }

    /** Finds where the cells from {@code from} to {@code to} begin, and the one at {@code to}. */
    private void find(Row row, int from, int to) {
        if (from == to) {
            return;
        }
        int at = row.firstStartingFrom(begin(from));
        int behind = row.firstStartingFrom(begin(to));
        boolean many = (behind - at) / (to - from) >= MANY;
        for (int cell = from; cell < to; cell++) {
            long begin = begin(cell);
            if (many) {
                at = row.firstStartingFrom(begin);
            }
            while (at < behind && row.start(at) < begin) {
                at++;
            }
            first[cell] = at;
        }
        first[to] = behind;
    }

    private long begin(int cell) {
        long begin = base + ((long) cell << shift);
        return begin < base ? Long.MAX_VALUE : begin;
    }

    /** Looks at the first and the last event of each cell. What begins after an empty one, or before it, is known from the one beside it. */
    private void look(Row row, IntFunction<ColorRole> colors, int from, int to) {
        for (int cell = to - 1; cell >= from; cell--) {
            if (cell + 1 < size && first[cell] == first[cell + 1]) {
                event[cell] = event[cell + 1];
                role[cell] = (byte) (role[cell + 1] & COLOR);
            } else if (first[cell] < row.to()) {
                event[cell] = row.event(first[cell]);
                role[cell] = (byte) colors.apply(row.table().name(event[cell])).ordinal();
            }
        }
        long enough = (long) FEWEST << shift;
        for (int cell = from; cell < to; cell++) {
            int last = first[cell + 1] - 1;
            boolean known = last < first[cell];
            boolean reaches =
                    known ? cell == 0 || (role[cell - 1] & LONG) != 0 : row.end(last) - row.start(last) >= enough;
            if (reaches) {
                role[cell] |= (byte) LONG;
            }
        }
    }

    /** Returns the cell in which an instant lies that they cover. */
    int of(long time) {
        return (int) ((time - base) >> shift);
    }

    /** Returns the position of the first event that begins in a cell or later. */
    int first(int cell) {
        return first[cell];
    }

    /** Returns the first event that begins in a cell or later; anything where there is none. */
    int event(int cell) {
        return event[cell];
    }

    /** Returns its colour. */
    int role(int cell) {
        return role[cell] & COLOR;
    }

    /** Tells whether the last event before a cell may be as wide as a pixel of a view that these cells {@link #serve}. */
    boolean mayReachInto(int cell) {
        return cell == 0 || (role[cell - 1] & LONG) != 0;
    }
}
