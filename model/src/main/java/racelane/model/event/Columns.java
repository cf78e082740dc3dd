package racelane.model.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Growing columns in arrival order, in chunks of 2^16 so that growth copies nothing. Single writer. */
final class Columns {
    static final int CHUNK_BITS = 16;
    static final int CHUNK = 1 << CHUNK_BITS;
    static final int MASK = CHUNK - 1;

    private Columns() {}

    /** A growing column of longs. */
    static final class Longs {
        private long[] @Nullable [] chunks = new long[16][];

        void add(int at, long value) {
            int chunk = at >> CHUNK_BITS;
            if (chunk == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunk * 2);
            }
            long[] page = chunks[chunk];
            if (page == null) {
                page = new long[CHUNK];
                chunks[chunk] = page;
            }
            page[at & MASK] = value;
        }

        long get(int at) {
            return page(at)[at & MASK];
        }

        void set(int at, long value) {
            page(at)[at & MASK] = value;
        }

        /** Moves every value to its place and gives the memory back page by page. */
        long[] scatter(int[] place) {
            long[] target = new long[place.length];
            for (int base = 0; base < place.length; base += CHUNK) {
                long[] page = page(base);
                int count = Math.min(CHUNK, place.length - base);
                move(page, place, base, count, target);
                chunks[base >> CHUNK_BITS] = null;
            }
            return target;
        }

        private long[] page(int at) {
            long[] page = chunks[at >> CHUNK_BITS];
            if (page == null) {
                throw new IllegalStateException("the table is sealed");
            }
            return page;
        }

        private static void move(long[] page, int[] place, int base, int count, long[] target) {
            for (int i = 0; i < count; i++) {
                target[place[base + i]] = page[i];
            }
        }
    }

    /** A growing column of ints; pages never written to read as 0 and cost nothing. */
    static final class Ints {
        private int[] @Nullable [] chunks = new int[16][];
        private boolean touched;

        void put(int at, int value) {
            int chunk = at >> CHUNK_BITS;
            if (chunk >= chunks.length) {
                chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, chunks.length * 2));
            }
            int[] page = chunks[chunk];
            if (page == null) {
                if (value == 0) {
                    return;
                }
                page = new int[CHUNK];
                chunks[chunk] = page;
                touched = true;
            }
            page[at & MASK] = value;
        }

        int get(int at) {
            int chunk = at >> CHUNK_BITS;
            int[] page = chunk < chunks.length ? chunks[chunk] : null;
            return page == null ? 0 : page[at & MASK];
        }

        /**
         * Takes each value for the number of a group and returns the place of each row when the groups lie one after the
         * other, rows in the order in which they came. Gives the memory back page by page.
         *
         * @param from the place where each group begins
         * @param size how many rows there are
         */
        int[] places(int[] from, int size) {
            int[] next = from.clone();
            int[] place = new int[size];
            for (int base = 0; base < size; base += CHUNK) {
                int count = Math.min(CHUNK, size - base);
                place(pageAt(base), next, place, base, count);
                if (base >> CHUNK_BITS < chunks.length) {
                    chunks[base >> CHUNK_BITS] = null;
                }
            }
            return place;
        }

        /** Takes each value for the number of a group and adds the sizes of the groups to {@code counts}, each one place on. */
        void count(int[] counts, int size) {
            for (int base = 0; base < size; base += CHUNK) {
                count(pageAt(base), Math.min(CHUNK, size - base), counts);
            }
        }

        private static void place(int[] page, int[] next, int[] place, int base, int count) {
            for (int i = 0; i < count; i++) {
                place[base + i] = next[page[i]]++;
            }
        }

        private static void count(int[] page, int count, int[] counts) {
            for (int i = 0; i < count; i++) {
                counts[page[i] + 1]++;
            }
        }

        private int[] pageAt(int base) {
            int chunk = base >> CHUNK_BITS;
            int[] page = chunk < chunks.length ? chunks[chunk] : null;
            return page == null ? new int[CHUNK] : page;
        }

        /** Moves every value to its place, or returns an empty array when nothing but 0 was ever written. */
        int[] scatter(int[] place) {
            if (!touched) {
                return new int[0];
            }
            int[] target = new int[place.length];
            for (int base = 0; base < place.length; base += CHUNK) {
                int chunk = base >> CHUNK_BITS;
                int[] page = chunk < chunks.length ? chunks[chunk] : null;
                if (page != null) {
                    int count = Math.min(CHUNK, place.length - base);
                    move(page, place, base, count, target);
                    chunks[chunk] = null;
                }
            }
            return target;
        }

        private static void move(int[] page, int[] place, int base, int count, int[] target) {
            for (int i = 0; i < count; i++) {
                target[place[base + i]] = page[i];
            }
        }
    }

    /** A growing column of bytes. */
    static final class Bytes {
        private byte[] @Nullable [] chunks = new byte[16][];

        void put(int at, byte value) {
            int chunk = at >> CHUNK_BITS;
            if (chunk == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunk * 2);
            }
            byte[] page = chunks[chunk];
            if (page == null) {
                page = new byte[CHUNK];
                chunks[chunk] = page;
            }
            page[at & MASK] = value;
        }

        byte get(int at) {
            byte[] page = chunks[at >> CHUNK_BITS];
            return page == null ? 0 : page[at & MASK];
        }

        byte[] scatter(int[] place) {
            byte[] target = new byte[place.length];
            for (int base = 0; base < place.length; base += CHUNK) {
                byte[] page = chunks[base >> CHUNK_BITS];
                if (page != null) {
                    int count = Math.min(CHUNK, place.length - base);
                    move(page, place, base, count, target);
                    chunks[base >> CHUNK_BITS] = null;
                }
            }
            return target;
        }

        private static void move(byte[] page, int[] place, int base, int count, byte[] target) {
            for (int i = 0; i < count; i++) {
                target[place[base + i]] = page[i];
            }
        }
    }
}
