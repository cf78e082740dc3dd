package racelane.model.event;

import java.util.Arrays;

/**
 * As many longs as a trace has events, in pages. An array of a hundred megabytes is cleared in one go, page after page of the system's memory,
 * and whoever does that stops for nobody, a collection of garbage included, for which then every thread waits. Safe for several threads
 * only while none writes.
 */
public final class LongPages {
    /** A little short of a power of two, so that with its head a page fills whole regions of the heap and no part of one more. */
    static final int PAGE = (1 << 20) - 16;

    private final long[][] pages;
    private final int size;

    private LongPages(int size) {
        this.size = size;
        this.pages = new long[(int) (((long) size + PAGE - 1) / PAGE)][];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = new long[Math.min(PAGE, size - i * PAGE)];
        }
    }

    /** Returns {@code size} zeros. */
    public static LongPages zeros(int size) {
        return new LongPages(size);
    }

    /** Returns {@code value}, {@code size} times. */
    public static LongPages filled(int size, long value) {
        LongPages filled = new LongPages(size);
        for (long[] page : filled.pages) {
            Arrays.fill(page, value);
        }
        return filled;
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
    public long get(int index) {
        return pages[index / PAGE][index % PAGE];
    }

    /**
     * Copies {@code count} of them, from {@code index} on, to the front of an array.
     *
     * @throws IndexOutOfBoundsException when there are fewer, or the array is shorter
     */
    public void copyTo(long[] target, int index, int count) {
        for (int done = 0; done < count; ) {
            int at = (index + done) % PAGE;
            int some = Math.min(count - done, PAGE - at);
            System.arraycopy(pages[(index + done) / PAGE], at, target, done, some);
            done += some;
        }
    }

    /**
     * Changes one of them.
     *
     * @throws IndexOutOfBoundsException when there are fewer
     */
    public void set(int index, long value) {
        pages[index / PAGE][index % PAGE] = value;
    }
}
