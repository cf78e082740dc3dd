package racelane.model.scene;

import java.util.function.IntToLongFunction;

/**
 * Where in a long sub-row each step of time begins: steps of equal length, about six events each, so that a search among millions looks at
 * one number and then at a few events that lie side by side. Costs 0.5 to 1 B an event. Immutable; any thread.
 */
final class StartSteps {
    private static final int LEAST = 512;
    private static final int EVENTS_A_STEP = 4;

    /** Of a sub-row that is searched by itself. */
    static final StartSteps NONE = new StartSteps(0, 0, new int[0]);

    private final long base;
    private final int shift;
    private final int[] first;

    private StartSteps(long base, int shift, int[] first) {
        this.base = base;
        this.shift = shift;
        this.first = first;
    }

    /**
     * Counts the events of a sub-row; {@link #NONE} where there are too few, or too much time, for it to be worth it.
     *
     * @param from position of the first event
     * @param to position after the last
     * @param starts tells when the event at a position starts, ns since the epoch; never falls
     */
    static StartSteps of(int from, int to, IntToLongFunction starts) {
        if (to - from < LEAST) {
            return NONE;
        }
        long base = starts.applyAsLong(from);
        long span = starts.applyAsLong(to - 1) - base;
        if (span <= 0) { // all at once, or longer than a long can say
            return NONE;
        }
        int wanted = (to - from) / EVENTS_A_STEP;
        int shift = 0;
        while (span >>> shift >= wanted) {
            shift++;
        }
        int[] first = new int[(int) (span >>> shift) + 2];
        int step = 0;
        for (int at = from; at < to; at++) {
            int of = (int) ((starts.applyAsLong(at) - base) >>> shift);
            while (step <= of) {
                first[step++] = at;
            }
        }
        first[step] = to;
        return new StartSteps(base, shift, first);
    }

    /** Tells whether these are the steps of a sub-row, and not {@link #NONE}. */
    boolean exist() {
        return first.length > 0;
    }

    /** Returns a position at or before the first event that starts at or after {@code time}: the first of its step. */
    int low(long time) {
        return first[step(time)];
    }

    /** Returns a position at or after the first event that starts at or after {@code time}: the first of the next step. */
    int high(long time) {
        return time <= base ? first[0] : first[Math.min(first.length - 1, step(time) + 1)];
    }

    private int step(long time) {
        if (time <= base) {
            return 0;
        }
        long apart = time - base; // of a time far beyond the end it may be negative
        return apart < 0 ? first.length - 1 : (int) Math.min(first.length - 1, apart >>> shift);
    }
}
