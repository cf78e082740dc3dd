package racelane.model.event;

import java.util.function.UnaryOperator;

/**
 * The sealed samples of one counter by time, 20 B each, and a tree of their extremes with a fan-out of 64, 0.25 B a sample, that
 * answers "least and most between two samples" without looking at them all.
 *
 * @param name what was measured
 * @param fractions whether {@code bits} are doubles; else they are longs
 * @param time ns since the epoch on the source's clock
 * @param bits the values
 * @param origin line or record numbers
 * @param least per level and block the least value, NaN where a block holds no number
 * @param most per level and block the greatest value
 */
record CounterColumns(
        CounterName name,
        boolean fractions,
        long[] time,
        long[] bits,
        int[] origin,
        double[][] least,
        double[][] most) {
    private static final int FAN = 6;

    static CounterColumns of(CounterName name, boolean fractions, long[] time, long[] bits, int[] origin) {
        int levels = 0;
        for (int count = time.length; count > 1; count = (count + 63) >> FAN) {
            levels++;
        }
        double[][] least = new double[levels][];
        double[][] most = new double[levels][];
        CounterColumns columns = new CounterColumns(name, fractions, time, bits, origin, least, most);
        int below = time.length;
        for (int level = 0; level < levels; level++) {
            int count = (below + 63) >> FAN;
            least[level] = new double[count];
            most[level] = new double[count];
            for (int block = 0; block < count; block++) {
                int end = Math.min(below, (block + 1) << FAN);
                double low = Double.NaN;
                double high = Double.NaN;
                for (int i = block << FAN; i < end; i++) {
                    low = fmin(low, level == 0 ? columns.value(i) : least[level - 1][i]);
                    high = fmax(high, level == 0 ? columns.value(i) : most[level - 1][i]);
                }
                least[level][block] = low;
                most[level][block] = high;
            }
            below = count;
        }
        return columns;
    }

    /** Returns the samples under a name put as {@code words} says. */
    CounterColumns reworded(UnaryOperator<String> words) {
        CounterName other = new CounterName(
                words.apply(name.process()), words.apply(name.name()), words.apply(name.series()), name.unit());
        return new CounterColumns(other, fractions, time, bits, origin, least, most);
    }

    double value(int sample) {
        return fractions ? Double.longBitsToDouble(bits[sample]) : bits[sample];
    }

    /** Returns the least ({@code sign} -1) or greatest ({@code sign} 1) of the samples in {@code [from, to)}; NaN when there is none. */
    double extreme(int sign, int from, int to) {
        double found = Double.NaN;
        int low = from;
        int high = to;
        int level = -1;
        while (low < high) {
            while (low < high && (low & 63) != 0) {
                found = better(sign, found, at(sign, level, low++));
            }
            while (low < high && (high & 63) != 0) {
                found = better(sign, found, at(sign, level, --high));
            }
            if (low < high) {
                low >>= FAN;
                high >>= FAN;
                level++;
            }
        }
        return found;
    }

    private double at(int sign, int level, int index) {
        return level < 0 ? value(index) : (sign < 0 ? least : most)[level][index];
    }

    private static double better(int sign, double a, double b) {
        return sign < 0 ? fmin(a, b) : fmax(a, b);
    }

    private static double fmin(double a, double b) {
        return Double.isNaN(a) || b < a ? b : a;
    }

    private static double fmax(double a, double b) {
        return Double.isNaN(a) || b > a ? b : a;
    }
}
