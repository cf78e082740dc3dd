package racelane.model.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Growing columns by handle ({@link LaneRuns}), in pages of 2^16 so that growth copies nothing. What they hold is put into the order of
 * rows by {@code sealed}, once; then they are empty. Single writer.
 */
final class Columns {
    static final int CHUNK_BITS = 16;
    static final int CHUNK = 1 << CHUNK_BITS;
    static final int MASK = CHUNK - 1;
    private static final int FIRST = 16;

    private Columns() {}

    private static int grown(int length, int chunk) {
        return Math.max(chunk + 1, length * 2);
    }

    /** A growing column of longs. */
    static final class Longs {
        private long[] @Nullable [] chunks = new long[FIRST][];

        void put(int at, long value) {
            int chunk = at >> CHUNK_BITS;
            long[] page = chunk < chunks.length ? chunks[chunk] : null;
            if (page == null) {
                page = newPage(chunk);
            }
            page[at & MASK] = value;
        }

        private long[] newPage(int chunk) {
            if (chunk >= chunks.length) {
                chunks = Arrays.copyOf(chunks, grown(chunks.length, chunk));
            }
            long[] page = new long[CHUNK];
            chunks[chunk] = page;
            return page;
        }

        /** Puts values that lie in one page. */
        void putAll(int at, long[] values, int from, int count) {
            int chunk = at >> CHUNK_BITS;
            long[] page = chunk < chunks.length ? chunks[chunk] : null;
            System.arraycopy(values, from, page == null ? newPage(chunk) : page, at & MASK, count);
        }

        long get(int at) {
            long[] page = chunks[at >> CHUNK_BITS];
            if (page == null) {
                throw new IllegalStateException("the table is sealed");
            }
            return page[at & MASK];
        }

        /** Returns the values lane by lane, in each lane as they came. */
        long[] sealed(LaneRuns.Plan plan) {
            long[] target = new long[plan.size()];
            for (int run = 0; run < plan.runs(); run++) {
                int at = plan.handles()[run];
                long[] page = chunks[at >> CHUNK_BITS];
                if (page != null) {
                    System.arraycopy(page, at & MASK, target, plan.rows()[run], plan.length(run));
                }
            }
            chunks = new long[0][];
            return target;
        }
    }

    /** A growing column of ints. */
    static final class Ints {
        private int[] @Nullable [] chunks = new int[FIRST][];

        void put(int at, int value) {
            int chunk = at >> CHUNK_BITS;
            int[] page = chunk < chunks.length ? chunks[chunk] : null;
            if (page == null) {
                page = newPage(chunk);
            }
            page[at & MASK] = value;
        }

        private int[] newPage(int chunk) {
            if (chunk >= chunks.length) {
                chunks = Arrays.copyOf(chunks, grown(chunks.length, chunk));
            }
            int[] page = new int[CHUNK];
            chunks[chunk] = page;
            return page;
        }

        /** Puts values that lie in one page. */
        void putAll(int at, int[] values, int from, int count) {
            System.arraycopy(values, from, page(at), at & MASK, count);
        }

        /** Returns the page that holds {@code at}, where the value stands at its lower bits. */
        int[] page(int at) {
            int chunk = at >> CHUNK_BITS;
            int[] page = chunk < chunks.length ? chunks[chunk] : null;
            return page == null ? newPage(chunk) : page;
        }

        int get(int at) {
            int chunk = at >> CHUNK_BITS;
            int[] page = chunk < chunks.length ? chunks[chunk] : null;
            return page == null ? 0 : page[at & MASK];
        }

        /** Returns the values in the order of rows. */
        int[] sealed(LaneRuns.Plan plan, LaneOrder order) {
            int[] target = new int[plan.size()];
            for (int run = 0; run < plan.runs(); run++) {
                int at = plan.handles()[run];
                int[] page = chunks[at >> CHUNK_BITS];
                if (page != null) {
                    System.arraycopy(page, at & MASK, target, plan.rows()[run], plan.length(run));
                }
            }
            chunks = new int[0][];
            order.settle(target);
            return target;
        }
    }

    /**
     * A growing column of ints that are mostly small and not negative, such as the ids of words: two bytes each, and four in pages with
     * one that needs them. Pages never written to read as 0 and cost nothing.
     */
    static final class SmallInts {
        private char[] @Nullable [] small = new char[FIRST][];
        private int[] @Nullable [] large = new int[FIRST][];
        private boolean touched;
        private boolean wide;

        void put(int at, int value) {
            int chunk = at >> CHUNK_BITS;
            char[] page = chunk < small.length ? small[chunk] : null;
            if (page != null && value >>> Character.SIZE == 0) {
                page[at & MASK] = (char) value;
            } else {
                putElsewhere(chunk, at, value);
            }
        }

        private void putElsewhere(int chunk, int at, int value) {
            if (chunk >= small.length) {
                small = Arrays.copyOf(small, grown(small.length, chunk));
                large = Arrays.copyOf(large, small.length);
            }
            int[] page = large[chunk];
            if (page != null) {
                page[at & MASK] = value;
            } else if (value >>> Character.SIZE != 0) {
                widen(chunk)[at & MASK] = value;
            } else if (value != 0) {
                char[] fresh = new char[CHUNK];
                fresh[at & MASK] = (char) value;
                small[chunk] = fresh;
                touched = true;
            }
        }

        /** Puts values that lie in one page, where none was put yet. */
        void putAll(int at, int[] values, int from, int count) {
            int any = 0;
            for (int i = from; i < from + count; i++) {
                any |= values[i];
            }
            if (any == 0) {
                return;
            }
            put(at, any); // brings a page that is wide enough; the value is overwritten below
            int chunk = at >> CHUNK_BITS;
            int[] wider = large[chunk];
            if (wider != null) {
                System.arraycopy(values, from, wider, at & MASK, count);
                return;
            }
            char[] page = small[chunk];
            for (int i = 0; page != null && i < count; i++) {
                page[(at & MASK) + i] = (char) values[from + i];
            }
        }

        private int[] widen(int chunk) {
            int[] page = new int[CHUNK];
            char[] before = small[chunk];
            for (int i = 0; before != null && i < CHUNK; i++) {
                page[i] = before[i];
            }
            small[chunk] = null;
            large[chunk] = page;
            touched = true;
            wide = true;
            return page;
        }

        int get(int at) {
            int chunk = at >> CHUNK_BITS;
            if (chunk >= small.length) {
                return 0;
            }
            char[] page = small[chunk];
            if (page != null) {
                return page[at & MASK];
            }
            int[] wider = large[chunk];
            return wider == null ? 0 : wider[at & MASK];
        }

        /** Returns the values in the order of rows. */
        IntColumn sealed(LaneRuns.Plan plan, LaneOrder order) {
            IntColumn sealed = IntColumn.NONE;
            if (touched) {
                sealed = wide ? IntColumn.of(ints(plan, order)) : IntColumn.of(chars(plan, order));
            }
            small = new char[0][];
            large = new int[0][];
            return sealed;
        }

        private char[] chars(LaneRuns.Plan plan, LaneOrder order) {
            char[] target = new char[plan.size()];
            for (int run = 0; run < plan.runs(); run++) {
                int at = plan.handles()[run];
                char[] page = at >> CHUNK_BITS < small.length ? small[at >> CHUNK_BITS] : null;
                if (page != null) {
                    System.arraycopy(page, at & MASK, target, plan.rows()[run], plan.length(run));
                }
            }
            order.settle(target);
            return target;
        }

        private int[] ints(LaneRuns.Plan plan, LaneOrder order) {
            int[] target = new int[plan.size()];
            for (int run = 0; run < plan.runs(); run++) {
                int at = plan.handles()[run];
                int chunk = at >> CHUNK_BITS;
                int[] page = chunk < large.length ? large[chunk] : null;
                char[] narrow = chunk < small.length ? small[chunk] : null;
                if (page != null) {
                    System.arraycopy(page, at & MASK, target, plan.rows()[run], plan.length(run));
                } else if (narrow != null) {
                    copy(narrow, at & MASK, target, plan.rows()[run], plan.length(run));
                }
            }
            order.settle(target);
            return target;
        }

        private static void copy(char[] page, int from, int[] target, int row, int count) {
            for (int i = 0; i < count; i++) {
                target[row + i] = page[from + i];
            }
        }
    }

    /** A growing column of bytes. */
    static final class Bytes {
        private byte[] @Nullable [] chunks = new byte[FIRST][];

        void put(int at, byte value) {
            int chunk = at >> CHUNK_BITS;
            byte[] page = chunk < chunks.length ? chunks[chunk] : null;
            if (page == null) {
                page = newPage(chunk);
            }
            page[at & MASK] = value;
        }

        private byte[] newPage(int chunk) {
            if (chunk >= chunks.length) {
                chunks = Arrays.copyOf(chunks, grown(chunks.length, chunk));
            }
            byte[] page = new byte[CHUNK];
            chunks[chunk] = page;
            return page;
        }

        /** Puts values that lie in one page. */
        void putAll(int at, byte[] values, int from, int count) {
            int chunk = at >> CHUNK_BITS;
            byte[] page = chunk < chunks.length ? chunks[chunk] : null;
            System.arraycopy(values, from, page == null ? newPage(chunk) : page, at & MASK, count);
        }

        byte get(int at) {
            int chunk = at >> CHUNK_BITS;
            byte[] page = chunk < chunks.length ? chunks[chunk] : null;
            return page == null ? 0 : page[at & MASK];
        }

        /** Returns the values in the order of rows. */
        byte[] sealed(LaneRuns.Plan plan, LaneOrder order) {
            byte[] target = new byte[plan.size()];
            for (int run = 0; run < plan.runs(); run++) {
                int at = plan.handles()[run];
                byte[] page = chunks[at >> CHUNK_BITS];
                if (page != null) {
                    System.arraycopy(page, at & MASK, target, plan.rows()[run], plan.length(run));
                }
            }
            chunks = new byte[0][];
            order.settle(target);
            return target;
        }
    }
}
