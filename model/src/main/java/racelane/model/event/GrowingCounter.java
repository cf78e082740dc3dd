package racelane.model.event;

import java.util.Arrays;

/** The samples of one counter while a table is built, in arrival order. Whole numbers stay longs until a fraction comes. One thread. */
final class GrowingCounter {
    private static final double EXACT = 1L << 53;

    private CounterName name;
    private int size;
    private boolean fractions;
    private long[] times = new long[8];
    private long[] values = new long[8];
    private int[] origins = new int[8];

    GrowingCounter(CounterName name) {
        this.name = name;
    }

    /** Gives it another name and returns the one it had. */
    CounterName rename(CounterName wanted) {
        CounterName before = name;
        name = wanted;
        return before;
    }

    void add(long time, double value, int origin) {
        if (!fractions && value == Math.rint(value) && Math.abs(value) <= EXACT) {
            store(time, (long) value, origin);
            return;
        }
        if (!fractions) {
            fractions = true;
            for (int i = 0; i < size; i++) {
                values[i] = Double.doubleToRawLongBits(values[i]);
            }
        }
        store(time, Double.doubleToRawLongBits(value), origin);
    }

    void add(long time, long value, int origin) {
        store(time, fractions ? Double.doubleToRawLongBits(value) : value, origin);
    }

    int size() {
        return size;
    }

    CounterColumns seal() {
        long[] time = Arrays.copyOf(times, size);
        LaneOrder order = new LaneOrder(new int[] {0, size}, time);
        long[] value = Arrays.copyOf(values, size);
        int[] origin = Arrays.copyOf(origins, size);
        order.settle(value);
        order.settle(origin);
        times = new long[0];
        values = new long[0];
        origins = new int[0];
        return CounterColumns.of(name, fractions, time, value, origin);
    }

    private void store(long time, long bits, int origin) {
        if (size == times.length) {
            int room = (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L);
            times = Arrays.copyOf(times, room);
            values = Arrays.copyOf(values, room);
            origins = Arrays.copyOf(origins, room);
        }
        times[size] = time;
        values[size] = bits;
        origins[size] = origin;
        size++;
    }
}
