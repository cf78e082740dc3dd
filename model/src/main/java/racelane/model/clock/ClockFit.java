package racelane.model.clock;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import racelane.model.source.ClockMapping;

/**
 * A clock worked out from matched moments: one pair gives an offset, two an offset with a residual, three or more an offset and a drift
 * by least squares. With four or more, pairs that do not fit the others are left out and marked: those further from the line of the
 * medians (Theil 1950, Sen 1968) than five times what is usual there. Exact in whole nanoseconds.
 *
 * @param mapping brings the one clock onto the other
 * @param residuals of each pair, in the order in which they were given: ns by which the mapped moment lies after its counterpart
 * @param outliers of each pair, whether it was left out
 */
public record ClockFit(ClockMapping mapping, List<Long> residuals, List<Boolean> outliers) {
    private static final BigInteger UNIT = BigInteger.valueOf(ClockMapping.PPM).multiply(BigInteger.valueOf(1_000_000));
    private static final int LEAST_FOR_DRIFT = 3;
    private static final int LEAST_FOR_OUTLIERS = 4;
    private static final int MOST_FOR_MEDIANS = 400;

    /** Five standard deviations of a normal distribution in median absolute deviations: 5 × 1.4826. */
    private static final double FAR = 7.413;

    /** Copies the lists. */
    public ClockFit {
        residuals = List.copyOf(residuals);
        outliers = List.copyOf(outliers);
    }

    /**
     * Two moments that were the same one.
     *
     * @param own ns on the clock that is to be set
     * @param other ns on the clock that it is to agree with
     */
    public record Pair(long own, long other) {}

    /** What a fit may do, and how fine the stamps are. */
    public record Wish(boolean drift, long reference, long tick) {}

    /**
     * Works out a clock.
     *
     * @param pairs at least one
     * @param wish whether a drift is to be worked out where there are enough pairs, at which time of the own clock it adds nothing,
     *     and how fine, in ns, the coarser of the two clocks is: nearer than two ticks no pair is an outlier
     * @throws IllegalArgumentException with one line for people when the pairs fit no clock
     */
    public static ClockFit of(List<Pair> pairs, Wish wish) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("match at least one pair of events");
        }
        long origin = pairs.getFirst().own();
        long shift = Math.subtractExact(pairs.getFirst().other(), origin);
        long[] x = pairs.stream()
                .mapToLong(pair -> Math.subtractExact(pair.own(), origin))
                .toArray();
        long[] y = pairs.stream()
                .mapToLong(pair -> Math.subtractExact(Math.subtractExact(pair.other(), pair.own()), shift))
                .toArray();
        boolean drifts = wish.drift()
                && pairs.size() >= LEAST_FOR_DRIFT
                && Arrays.stream(x).distinct().count() > 1;
        boolean[] out = outliers(x, y, drifts, wish.tick());
        Line line = Line.through(x, y, out, drifts);
        ClockMapping mapping = line.mapping(origin, shift, wish.reference());
        List<Long> residuals = pairs.stream()
                .map(pair -> mapping.map(pair.own()) - pair.other())
                .toList();
        List<Boolean> marked = new ArrayList<>();
        for (boolean one : out) {
            marked.add(one);
        }
        return new ClockFit(mapping, residuals, marked);
    }

    /** Returns the largest residual of the pairs that were not left out, ns; 0 for a single pair. */
    public long worst() {
        long worst = 0;
        for (int i = 0; i < residuals.size(); i++) {
            worst = outliers.get(i) ? worst : Math.max(worst, Math.abs(residuals.get(i)));
        }
        return worst;
    }

    /** Returns how many pairs were not left out. */
    public int used() {
        return (int) outliers.stream().filter(out -> !out).count();
    }

    private static boolean[] outliers(long[] x, long[] y, boolean drifts, long tick) {
        boolean[] out = new boolean[x.length];
        if (x.length < LEAST_FOR_OUTLIERS) {
            return out;
        }
        double slope = drifts ? medianSlope(x, y) : 0;
        double[] rest = new double[x.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = y[i] - slope * x[i];
        }
        double middle = median(rest);
        double[] distance =
                Arrays.stream(rest).map(one -> Math.abs(one - middle)).toArray();
        double usual = Math.max(FAR * median(distance), 2.0 * tick);
        for (int i = 0; i < out.length; i++) {
            out[i] = distance[i] > usual;
        }
        return out;
    }

    private static double medianSlope(long[] x, long[] y) {
        int n = Math.min(x.length, MOST_FOR_MEDIANS);
        double[] slopes = new double[n * (n - 1) / 2];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (x[i] != x[j]) {
                    slopes[count++] = (double) (y[j] - y[i]) / (x[j] - x[i]);
                }
            }
        }
        return count == 0 ? 0 : median(Arrays.copyOf(slopes, count));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * The line {@code y = (sumY + drift × (n x − sumX) / 10^12) / n}.
     *
     * @param n how many points it was drawn through
     * @param drift its slope, 10^-12
     */
    private record Line(BigInteger n, BigInteger sumX, BigInteger sumY, long drift) {
        static Line through(long[] x, long[] y, boolean[] out, boolean drifts) {
            BigInteger n = BigInteger.ZERO;
            BigInteger sumX = BigInteger.ZERO;
            BigInteger sumY = BigInteger.ZERO;
            BigInteger sumXx = BigInteger.ZERO;
            BigInteger sumXy = BigInteger.ZERO;
            for (int i = 0; i < x.length; i++) {
                if (!out[i]) {
                    BigInteger bigX = BigInteger.valueOf(x[i]);
                    n = n.add(BigInteger.ONE);
                    sumX = sumX.add(bigX);
                    sumY = sumY.add(BigInteger.valueOf(y[i]));
                    sumXx = sumXx.add(bigX.multiply(bigX));
                    sumXy = sumXy.add(bigX.multiply(BigInteger.valueOf(y[i])));
                }
            }
            BigInteger spread = n.multiply(sumXx).subtract(sumX.multiply(sumX));
            BigInteger slope = drifts && spread.signum() != 0
                    ? nearest(n.multiply(sumXy).subtract(sumX.multiply(sumY)).multiply(UNIT), spread)
                    : BigInteger.ZERO;
            if (slope.abs().compareTo(BigInteger.valueOf(ClockMapping.MOST_DRIFT)) > 0) {
                throw new IllegalArgumentException(
                        "these pairs ask for a drift of more than " + ClockMapping.drift(ClockMapping.MOST_DRIFT)
                                + ", which no clock has: some are not matched right");
            }
            return new Line(n, sumX, sumY, slope.longValueExact());
        }

        ClockMapping mapping(long origin, long shift, long reference) {
            BigInteger at = BigInteger.valueOf(reference).subtract(BigInteger.valueOf(origin));
            BigInteger tilt = BigInteger.valueOf(drift).multiply(n.multiply(at).subtract(sumX));
            BigInteger offset = nearest(sumY.multiply(UNIT).add(tilt), n.multiply(UNIT));
            return new ClockMapping(Math.addExact(shift, offset.longValueExact()), drift, reference);
        }

        /** Returns the quotient rounded to the nearest, half upwards. The divisor is positive. */
        private static BigInteger nearest(BigInteger dividend, BigInteger divisor) {
            BigInteger twice = dividend.shiftLeft(1).add(divisor);
            BigInteger[] parts = twice.divideAndRemainder(divisor.shiftLeft(1));
            return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        }
    }
}
