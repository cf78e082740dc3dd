package racelane.model.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of events whose values hardly repeat, such as sequence numbers: a shape (the names, once) and the values side by
 * side in pages of ints, 4 or 8 bytes a number, where an interned tuple of words would cost hundreds. A row is named by the
 * complement of its place, so that its id is always negative and never that of a tuple.
 *
 * <p>Pages are claimed by one writer each; what a writer wrote may be read by whoever got the row's id from a sealed table.
 */
final class AttributeRows {
    private static final int PAGE_BITS = 16;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int MAX_PAGES = 1 << (Integer.SIZE - 1 - PAGE_BITS);

    private final List<Shape> known = new ArrayList<>();
    private volatile Shape[] shapes = {};
    private volatile int[] @Nullable [] pages = {};

    /** The names of the attributes of a row and how each value is held. */
    record Shape(int[] names, ValueKind[] kinds, int cells) {
        private boolean same(int[] otherNames, ValueKind[] otherKinds) {
            return Arrays.equals(names, otherNames) && Arrays.equals(kinds, otherKinds);
        }
    }

    /** Returns the number of a shape, making it when it is new. */
    synchronized int shape(int[] names, ValueKind[] kinds) {
        if (names.length != kinds.length) {
            throw new IllegalArgumentException("a shape has one kind for each name");
        }
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).same(names, kinds)) {
                return i;
            }
        }
        int cells = 1;
        for (ValueKind kind : kinds) {
            cells += kind.cells();
        }
        if (cells > PAGE) {
            throw new IllegalArgumentException("an event can have at most " + PAGE / 2 + " attributes");
        }
        known.add(new Shape(names.clone(), kinds.clone(), cells));
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
        return shapes[page(id)[~id & (PAGE - 1)]];
    }

    /** Returns the value at {@code index} of a row: a word id, a number or its bits. */
    long value(int id, int index) {
        int[] page = page(id);
        Shape shape = shapeOf(id);
        int at = (~id & (PAGE - 1)) + 1;
        for (int i = 0; i < index; i++) {
            at += shape.kinds()[i].cells();
        }
        return shape.kinds()[index].cells() == 1 ? page[at] : (long) page[at] << 32 | (page[at + 1] & 0xffff_ffffL);
    }

    private int[] page(int id) {
        int[] page = pages[~id >> PAGE_BITS];
        if (page == null) {
            throw new IllegalArgumentException("no row " + id);
        }
        return page;
    }

    private synchronized int claim(int[] page) {
        int number = pages.length;
        if (number == MAX_PAGES) {
            throw new IllegalStateException("the attributes of a trace can hold at most 8 GB; split the file");
        }
        int[][] more = Arrays.copyOf(pages, number + 1);
        more[number] = page;
        pages = more;
        return number;
    }

    /** Writes rows into pages of its own. One thread. */
    final class Writer {
        private int[] page = {};
        private int base;
        private int at;

        /** Adds a row whose values stand in {@code values} from {@code from} on, and returns its id. */
        int add(int number, long[] values, int from) {
            Shape shape = shapes[number];
            if (at + shape.cells() > page.length) {
                page = new int[PAGE];
                base = claim(page) << PAGE_BITS;
                at = 0;
            }
            int row = at;
            page[at++] = number;
            ValueKind[] kinds = shape.kinds();
            for (int i = 0; i < kinds.length; i++) {
                long value = values[from + i];
                if (kinds[i].cells() == 2) {
                    page[at++] = (int) (value >>> 32);
                }
                page[at++] = (int) value;
            }
            return ~(base | row);
        }
    }
}
