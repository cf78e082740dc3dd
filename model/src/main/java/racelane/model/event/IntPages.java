package racelane.model.event;

import java.util.Arrays;

/** As many ints as a trace has events, in pages, for the reason {@link LongPages} gives. Safe for several threads only while none writes. */
public final class IntPages {
    /** A little short of a power of two, so that with its head a page fills whole regions of the heap and no part of one more. */
    static final int PAGE = (1 << 20) - 16;

    private final int[][] pages;
    private final int size;

    private IntPages(int[][] pages, int size) {
        this.pages = pages;
        this.size = size;
    }

    /** Returns {@code size} zeros. */
    public static IntPages zeros(int size) {
        int[][] pages = new int[pagesFor(size)][];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = new int[Math.min(PAGE, size - i * PAGE)];
        }
        return new IntPages(pages, size);
    }

    private static int pagesFor(int size) {
        return (int) (((long) size + PAGE - 1) / PAGE);
    }

    /** Returns how many there are. */
    public int size() {
        return size;
    }

    /**
     * Returns one of them.
     *
     * @throws IndexOutOfBoundsException when there are fewer
     */
    public int get(int index) {
        return pages[index / PAGE][index % PAGE];
    }

    /**
     * Changes one of them.
     *
     * @throws IndexOutOfBoundsException when there are fewer
     */
    public void set(int index, int value) {
        pages[index / PAGE][index % PAGE] = value;
    }

    /** Returns the first {@code count} of them, of which all but the last page are the same and only that is copied. */
    public IntPages head(int count) {
        if (count == size) {
            return this;
        }
        int[][] some = Arrays.copyOf(pages, pagesFor(count));
        if (some.length > 0) {
            int last = some.length - 1;
            some[last] = Arrays.copyOf(some[last], count - last * PAGE);
        }
        return new IntPages(some, count);
    }
}
