package racelane.model.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of events whose values hardly repeat, such as sequence numbers: a shape (the names, once) and the values side by
 * side in pages of ints, 4 or 8 bytes a number, where an interned tuple of words would cost hundreds. A page holds rows of one shape
 * only, so that no row has to name its own; and long numbers take 4 bytes in the rows in which all of them are small, which have
 * pages of their own. A row is named by the complement of its place, so that its id is always negative and never that of a tuple.
 *
 * <p>Pages are claimed by one writer each; what a writer wrote may be read by whoever got the row's id from a sealed table.
 */
final class AttributeRows {
    private static final int PAGE_BITS = 16;

    /** How many cells the largest page has. The first one of a shape has few, for many shapes have few rows. */
    private static final int PAGE = 1 << PAGE_BITS;

    private static final int FIRST_PAGE = 1 << 8;
    private static final int MASK = PAGE - 1;
    private static final int MAX_PAGES = 1 << (Integer.SIZE - 1 - PAGE_BITS);

    private final List<Shape> known = new ArrayList<>();
    private volatile Shape[] shapes = {};
    private volatile Page[] pages = {};

    /**
     * The names of the attributes of a row and how each value is held.
     *
     * @param fixed of each attribute the word that all rows share, which takes no cell; {@link EventSink#NONE} where they differ
     */
    record Shape(int[] names, ValueKind[] kinds, int[] fixed) {
        private boolean same(Shape other) {
            return Arrays.equals(names, other.names)
                    && Arrays.equals(kinds, other.kinds)
                    && Arrays.equals(fixed, other.fixed);
        }

        /** Returns how many cells each value takes. */
        private int[] widths(boolean narrow) {
            int[] widths = new int[kinds.length];
            for (int i = 0; i < widths.length; i++) {
                widths[i] =
                        fixed[i] != EventSink.NONE ? 0 : narrow && kinds[i] == ValueKind.LONG ? 1 : kinds[i].cells();
            }
            return widths;
        }
    }

    /** Rows of one shape, each value of the same width in all of them. */
    private record Page(Shape shape, int[] widths, int[] cells) {}

    /**
     * Returns the number of a shape, making it when it is new.
     *
     * @throws IllegalArgumentException when there is not one kind and one fixed word for each name, or too many names
     */
    synchronized int shape(int[] names, ValueKind[] kinds, int[] fixed) {
        if (names.length != kinds.length || names.length != fixed.length) {
            throw new IllegalArgumentException("a shape has one kind for each name");
        }
        if (names.length > PAGE / 2) {
            throw new IllegalArgumentException("an event can have at most " + PAGE / 2 + " attributes");
        }
        Shape shape = new Shape(names.clone(), kinds.clone(), fixed.clone());
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).same(shape)) {
                return i;
            }
        }
        known.add(shape);
        shapes = known.toArray(Shape[]::new);
        return known.size() - 1;
    }

    /** Returns the names that any shape has, each once for every shape that has it. */
    int[] names() {
        return Arrays.stream(shapes)
                .flatMapToInt(shape -> Arrays.stream(shape.names()))
                .toArray();
    }

    Shape shapeOf(int id) {
        return page(id).shape();
    }

    /** Returns the value at {@code index} of a row: a word id, a number or its bits. */
    long value(int id, int index) {
        Page page = page(id);
        int at = ~id & MASK;
        for (int i = 0; i < index; i++) {
            at += page.widths()[i];
        }
        return switch (page.widths()[index]) {
            case 0 -> page.shape().fixed()[index];
            case 1 -> page.cells()[at];
            default -> (long) page.cells()[at] << 32 | (page.cells()[at + 1] & 0xffff_ffffL);
        };
    }

    private Page page(int id) {
        int number = ~id >> PAGE_BITS;
        if (number < 0 || number >= pages.length) {
            throw new IllegalArgumentException("no row " + id);
        }
        return pages[number];
    }

    private synchronized int claim(Page page) {
        int number = pages.length;
        if (number == MAX_PAGES) {
            throw new IllegalStateException("the attributes of a trace can hold at most 8 GB; split the file");
        }
        Page[] more = Arrays.copyOf(pages, number + 1);
        more[number] = page;
        pages = more;
        return number;
    }

    /** Writes rows into pages of its own. One thread. */
    final class Writer {
        /** Of each shape the rows with small numbers, then those with others; null until there is one. */
        private @Nullable Rows[] rows = new Rows[16];

        /** Adds a row whose values stand in {@code values} from {@code from} on, and returns its id. */
        int add(int number, long[] values, int from) {
            if (number * 2 >= rows.length) {
                rows = Arrays.copyOf(rows, number * 4);
            }
            Rows narrow = rows[number * 2];
            if (narrow == null) {
                narrow = new Rows(shapes[number], true);
                rows[number * 2] = narrow;
            }
            return narrow.fits(values, from) ? narrow.add(values, from) : addWide(number, values, from);
        }

        private int addWide(int number, long[] values, int from) {
            Rows wide = rows[number * 2 + 1];
            if (wide == null) {
                wide = new Rows(shapes[number], false);
                rows[number * 2 + 1] = wide;
            }
            return wide.add(values, from);
        }
    }

    /** The rows of one shape and width that one writer adds, page after page. */
    private final class Rows {
        private final Shape shape;
        private final int[] widths;
        private final int[] longs;
        private final int width;
        private int[] page = {};
        private int base;
        private int at;

        Rows(Shape shape, boolean narrow) {
            this.shape = shape;
            this.widths = shape.widths(narrow);
            this.width = Arrays.stream(widths).sum();
            int[] found = new int[widths.length];
            int count = 0;
            for (int i = 0; i < found.length; i++) {
                if (shape.kinds()[i] == ValueKind.LONG) {
                    found[count++] = i;
                }
            }
            this.longs = Arrays.copyOf(found, count);
        }

        /** Tells whether all long numbers of a row are small. */
        boolean fits(long[] values, int from) {
            for (int index : longs) {
                long value = values[from + index];
                if (value != (int) value) {
                    return false;
                }
            }
            return true;
        }

        int add(long[] values, int from) {
            int row = at;
            if (row + width > page.length || page.length == 0) {
                turn();
                row = 0;
            }
            int[] cells = page;
            int cell = row;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] == 2) {
                    cells[cell++] = (int) (values[from + i] >>> 32);
                }
                if (widths[i] > 0) {
                    cells[cell++] = (int) values[from + i];
                }
            }
            at = cell;
            return ~(base | row);
        }

        /** Takes the next page, four times as large as the one before. */
        private void turn() {
            page = new int[Math.min(PAGE, Math.max(Math.max(FIRST_PAGE, width), page.length * 4))];
            base = claim(new Page(shape, widths, page)) << PAGE_BITS;
        }
    }
}
