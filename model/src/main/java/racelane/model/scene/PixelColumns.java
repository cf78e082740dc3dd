package racelane.model.scene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventTable;
import racelane.model.scene.RowIndex.Row;
import racelane.model.time.TimeScale;

/**
 * What the walks over the sub-rows of one picture found. The next picture at the same zoom, dragged by whole pixels or not at all, takes
 * over the columns that both show: to find them is to look at events all over the memory, which is most of the work of a picture of
 * millions. When it is zoomed, or dragged by parts of a pixel, there are no such columns; where events are crowded the pictures then keep
 * {@link TimeCells} and find the columns by them. Filled while a scene is built, by one thread; then immutable.
 */
public final class PixelColumns {
    /** How far a drag may be from whole pixels, px. */
    private static final double WHOLE = 1e-6;

    /** How far pictures may follow each other until columns are counted anew, px. */
    private static final int FARTHEST = 1 << 30;

    /** For how many columns of a sub-row there is room at first. */
    private static final int FEWEST = 64;

    private final TimeScale scale;
    private final double width;
    private final PixelWalk walk;
    private final boolean follows;
    /** The picture's left edge, in px from that of the first of the pictures that follow each other. */
    private final int origin;

    /** The columns of sub-rows whose events were looked at. */
    private final Map<Row, Found> rows = new HashMap<>();

    /** What the columns of the other sub-rows were found by. */
    private final Map<Row, TimeCells> cells = new HashMap<>();

    private int size;

    /** Receives what a walk finds, from left to right. */
    interface Visitor {
        /** An event to be drawn by itself: wide enough, or alone in its pixel; its operation has this colour. */
        void event(int row, ColorRole role);

        /** {@code count} events, the first at {@code row} and of this colour, that share the pixel column {@code x} (whole px). */
        void density(int row, int count, int x, ColorRole role);

        /** Receives {@code count} events of a pixel column. */
        private void visit(int row, int count, int x, ColorRole role) {
            if (count == 1) {
                event(row, role);
            } else {
                density(row, count, x, role);
            }
        }
    }

    private PixelColumns(TimeScale scale, double width, boolean follows, int origin) {
        this.scale = scale;
        this.width = width;
        this.walk = new PixelWalk(scale, width);
        this.follows = follows;
        this.origin = origin;
    }

    /** Returns the columns of no picture. */
    public static PixelColumns none() {
        return new PixelColumns(new TimeScale(0, 0, 1), 0, false, 0);
    }

    /** Returns empty columns for a picture that shows {@code nextWidth} px from the scale's left edge. */
    PixelColumns next(TimeScale nextScale, double nextWidth) {
        double moved = moved(nextScale);
        boolean inCommon = Math.abs(moved) < width && Math.abs(origin + moved) < FARTHEST;
        return new PixelColumns(nextScale, nextWidth, inCommon, inCommon ? origin + (int) moved : 0);
    }

    /** Returns how many columns there are. */
    int size() {
        return size;
    }

    /** Returns by how many whole px another picture lies further to the right; infinity where the pixels of the two differ. */
    private double moved(TimeScale other) {
        if (other.equals(scale)) {
            return 0;
        }
        boolean alike = other.nanosPerPixel() == scale.nanosPerPixel()
                && other.folds().isEmpty()
                && scale.folds().isEmpty();
        double px = scale.x(other.start()) + other.startFraction() / scale.nanosPerPixel();
        return alike && Math.abs(px - Math.rint(px)) < WHOLE ? Math.rint(px) : Double.POSITIVE_INFINITY;
    }

    /**
     * Finds what of a sub-row touches the picture and hands it over.
     *
     * @param before the columns whose {@link #next} these are
     * @param colors the colour of a name; the same for both
     */
    void walk(Row row, PixelColumns before, IntFunction<ColorRole> colors, Visitor visitor) {
        int at = walk.first(row);
        TimeCells by = cells(row, at, before, colors);
        if (by != null) {
            cells.put(row, by);
            walk(row, at, by, colors, visitor);
            return;
        }
        Found last = before.rows.get(row);
        Found found = new Found(last == null ? FEWEST : last.size + last.size / 8 + FEWEST);
        PixelWalk.Columns anew = found::add;
        Found old = follows ? last : null;
        if (old != null) { // a column at an edge may hold less than the whole pixel does: those are found anew
            int first = old.from(Math.max(before.origin, origin) + 1);
            int end = old.from(Math.min(before.origin + (int) before.width - 1, origin + (int) width));
            if (first < end && at <= old.at[first]) {
                var unused = walk.walk(row, at, old.at[first], anew);
                found.look(0, row, colors);
                found.takeOver(old, first, end);
                at = old.at[end];
            }
        }
        int known = found.size;
        found.endAt(walk.walk(row, at, row.to(), anew));
        found.look(known, row, colors);
        found.emit(visitor);
        size += found.size;
        rows.put(row, found);
    }

    /** Hands over what cells know of a sub-row from the position {@code from} on. */
    private void walk(Row row, int from, TimeCells by, IntFunction<ColorRole> colors, Visitor visitor) {
        var unused = walk.walk(row, from, by, (at, next, x) -> {
            int cell = x < 0 ? -1 : by.of(walk.begin((int) x));
            boolean known = cell >= 0 && by.first(cell) == at;
            int event = known ? by.event(cell) : row.event(at);
            ColorRole role = known
                    ? ColorRole.of(by.role(cell))
                    : colors.apply(row.table().name(event));
            visitor.visit(event, next - at, (int) Math.max(-1, x), role);
            size++;
        });
    }

    /** Returns the cells to find columns by, where there are so many events that it is worth it and the picture before has no columns to take over. */
    private @Nullable TimeCells cells(Row row, int first, PixelColumns before, IntFunction<ColorRole> colors) {
        TimeCells last = before.cells.get(row);
        if (last != null && last.serve(scale, width)) {
            return last;
        }
        boolean shown = last != null || (before.rows.containsKey(row) && !follows);
        return shown && walk.isCrowded(row, first) ? TimeCells.of(row, scale, width, colors, last) : null;
    }

    /** The columns of one sub-row. */
    private final class Found {
        private int size;
        /** The position each column begins at, and the one where the walk ended. */
        private int[] at;
        /** Where it lies, px from the first picture's left edge; never falls. */
        private int[] x;

        private int[] event;
        private byte[] role;

        Found(int room) {
            at = new int[room + 1];
            x = new int[room];
            event = new int[room];
            role = new byte[room];
        }

        void add(int from, int to, double column) {
            room(size + 1);
            at[size] = from;
            at[size + 1] = to;
            x[size] = origin + (int) Math.max(-1, column);
            size++;
        }

        /**
         * Looks at the first event of each column from {@code known} on. One thing of all of them, then the next: each lies somewhere else in
         * memory, and so the processor waits for many of them at once.
         */
        void look(int known, Row row, IntFunction<ColorRole> colors) {
            for (int i = known; i < size; i++) {
                event[i] = row.event(at[i]);
            }
            EventTable table = row.table();
            for (int i = known; i < size; i++) {
                role[i] = (byte) colors.apply(table.name(event[i])).ordinal();
            }
        }

        void takeOver(Found old, int first, int end) {
            int count = end - first;
            room(size + count);
            System.arraycopy(old.at, first, at, size, count + 1);
            System.arraycopy(old.x, first, x, size, count);
            System.arraycopy(old.event, first, event, size, count);
            System.arraycopy(old.role, first, role, size, count);
            size += count;
        }

        void endAt(int position) {
            at[size] = position;
        }

        private void room(int wanted) {
            if (wanted > x.length) {
                int length = Math.max(wanted, x.length * 2);
                at = Arrays.copyOf(at, length + 1);
                x = Arrays.copyOf(x, length);
                event = Arrays.copyOf(event, length);
                role = Arrays.copyOf(role, length);
            }
        }

        /** Returns the first column at or after {@code place}. */
        int from(int place) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (x[middle] < place) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        void emit(Visitor visitor) {
            for (int i = 0; i < size; i++) {
                visitor.visit(event[i], at[i + 1] - at[i], x[i] - origin, ColorRole.of(role[i]));
            }
        }
    }
}
