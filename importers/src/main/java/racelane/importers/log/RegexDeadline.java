package racelane.importers.log;

import java.util.function.LongSupplier;

/**
 * What a regular expression may cost: {@value #LINE_MILLIS} ms a line, or {@value #LINE_STEPS} characters looked at, whichever
 * comes first; and one slow line in a hundred, once {@value #SLOW_LINES} were slow. The clock is asked every
 * {@value #STEPS_A_LOOK} characters. The count of characters makes the outcome the same on a busy machine. One thread.
 */
final class RegexDeadline {
    /** How long one line may take, ms. */
    static final int LINE_MILLIS = 50;

    /** How many characters may be looked at for one line. */
    static final int LINE_STEPS = 1 << 22;

    /** How many slow lines it takes at least to give up. */
    static final int SLOW_LINES = 5;

    /** After how many characters the clock is asked. */
    static final int STEPS_A_LOOK = 1_024;

    private static final int LINES_A_SLOW_ONE = 100;
    private static final long LINE_NANOS = LINE_MILLIS * 1_000_000L;

    private final LongSupplier clock;
    private final SlowRegex slow = new SlowRegex();
    private long began;
    private long steps;
    private long lines;
    private long slowLines;
    private long allSteps;

    /**
     * Creates it.
     *
     * @param clock returns ns of a clock that only goes forward
     */
    RegexDeadline(LongSupplier clock) {
        this.clock = clock;
    }

    /** Starts a line. */
    void begin() {
        lines++;
        allSteps += steps;
        steps = 0;
        began = Long.MIN_VALUE;
    }

    /**
     * Takes note of {@link #STEPS_A_LOOK} more characters.
     *
     * @throws SlowRegex when the line has had its time
     */
    void look() {
        steps += STEPS_A_LOOK;
        if (began == Long.MIN_VALUE) {
            began = clock.getAsLong();
        } else if (steps >= LINE_STEPS || clock.getAsLong() - began > LINE_NANOS) {
            throw slow;
        }
    }

    /** Takes note that the line was too much. */
    void lineWasSlow() {
        slowLines++;
    }

    /** Tells whether too many lines were slow. */
    boolean spent() {
        return slowLines >= SLOW_LINES && slowLines * LINES_A_SLOW_ONE > lines;
    }

    long lines() {
        return lines;
    }

    long slowLines() {
        return slowLines;
    }

    /** Returns how many characters were looked at in all, to the nearest look. */
    long steps() {
        return allSteps + steps;
    }
}
