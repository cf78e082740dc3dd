package racelane.app.exposure;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;
import racelane.model.window.Exposure;

/**
 * How widths and misses are spread: counts in steps of equal ratio, eight to a factor of ten. Immutable.
 *
 * @param first the decade at which the axis begins, as a power of ten of ns
 * @param decades how many powers of ten it spans
 * @param widths how many windows are as wide, by step
 * @param margins by how much others missed, by step; what missed by less than the first step is in the first
 * @param median the middle width, ns
 */
record Spread(int first, int decades, int[] widths, int[] margins, long median) {
    /** How many steps make a factor of ten. */
    static final int STEPS = 8;

    static Spread of(Exposure exposure) {
        long[] widths = exposure.widths();
        long[] margins = exposure.margins();
        LongSummaryStatistics all = LongStream.concat(Arrays.stream(widths), Arrays.stream(margins))
                .filter(nanos -> nanos > 0)
                .summaryStatistics();
        long least = all.getCount() == 0 ? 1_000 : all.getMin();
        long most = all.getCount() == 0 ? 1_000_000 : all.getMax();
        int first = (int) Math.floor(Math.log10(least));
        int last = Math.max(first + 2, (int) Math.floor(Math.log10(most)) + 1);
        first = Math.max(first, last - 9);
        int steps = (last - first) * STEPS;
        return new Spread(
                first,
                last - first,
                counted(widths, first, steps),
                counted(margins, first, steps),
                exposure.width(0.5));
    }

    private static int[] counted(long[] values, int first, int steps) {
        int[] counts = new int[steps];
        for (long value : values) {
            counts[step(value, first, steps)]++;
        }
        return counts;
    }

    private static int step(long value, int first, int steps) {
        double place = (Math.log10(Math.max(1, value)) - first) * STEPS;
        return Math.clamp((long) Math.floor(place), 0, steps - 1);
    }

    /** Returns where a length lies on the axis, 0 at its begin to 1 at its end. */
    double place(long nanos) {
        return Math.clamp((Math.log10(Math.max(1, nanos)) - first) / decades, 0, 1);
    }

    /** Returns the length at which a step begins, ns. */
    double begin(int step) {
        return Math.pow(10, first + (double) step / STEPS);
    }

    /** Returns the largest count of a step, at least 1. */
    static int most(int[] counts) {
        return Math.max(1, Arrays.stream(counts).max().orElse(1));
    }
}
