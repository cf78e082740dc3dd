package racelane.model.window;

import java.util.function.DoubleUnaryOperator;

/**
 * Probabilities and exact intervals. Incomplete gamma and beta functions by series and by Lentz's continued fractions, as in Press et
 * al., Numerical Recipes, sections 6.2 and 6.4; quantiles by halving. Good to about ten digits.
 */
public final class Distributions {
    private static final int MOST_TERMS = 10_000;
    private static final double TINY = 1e-300;
    private static final double ENOUGH = 1e-15;
    private static final int HALVINGS = 200;
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private Distributions() {}

    /**
     * An interval in which a value lies with a stated confidence.
     *
     * @param low its lower end
     * @param high its upper end
     */
    public record Band(double low, double high) {}

    /** Returns the probability that a standard normal value is at most {@code x}. */
    public static double normal(double x) {
        double half = gammaP(0.5, x * x / 2) / 2;
        return x >= 0 ? 0.5 + half : 0.5 - half;
    }

    /** Returns the value below which a chi-square variable lies with probability {@code p}, 0 to 1 exclusive. */
    public static double chiSquareQuantile(double p, double degrees) {
        double high = Math.max(1, degrees);
        while (gammaP(degrees / 2, high / 2) < p) {
            high *= 2;
        }
        return solve(p, 0, high, x -> gammaP(degrees / 2, x / 2));
    }

    /** Returns the value below which a beta variable lies with probability {@code p}. */
    public static double betaQuantile(double p, double a, double b) {
        return solve(p, 0, 1, x -> beta(x, a, b));
    }

    /**
     * Returns the exact interval of Clopper and Pearson (1934) for a share.
     *
     * @param hits how often it happened, 0 to {@code trials}
     * @param confidence for example 0.95
     */
    public static Band share(long hits, long trials, double confidence) {
        double tail = (1 - confidence) / 2;
        double low = hits == 0 ? 0 : betaQuantile(tail, hits, trials - hits + 1.0);
        double high = hits == trials ? 1 : betaQuantile(1 - tail, hits + 1.0, trials - hits);
        return new Band(low, high);
    }

    /** Returns the exact interval of Garwood (1936) for the mean of which {@code count} events were seen. */
    public static Band mean(long count, double confidence) {
        double tail = (1 - confidence) / 2;
        double low = count == 0 ? 0 : chiSquareQuantile(tail, 2.0 * count) / 2;
        return new Band(low, chiSquareQuantile(1 - tail, 2.0 * count + 2) / 2);
    }

    /** Returns the regularised lower incomplete gamma function P(a, x). */
    static double gammaP(double a, double x) {
        if (x <= 0) {
            return 0;
        }
        double scale = Math.exp(-x + a * Math.log(x) - logGamma(a));
        if (x < a + 1) {
            double term = 1 / a;
            double sum = term;
            for (int n = 1; n < MOST_TERMS && Math.abs(term) > Math.abs(sum) * ENOUGH; n++) {
                term *= x / (a + n);
                sum += term;
            }
            return sum * scale;
        }
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < MOST_TERMS; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / away(an * d + b);
            c = away(b + an / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < ENOUGH) {
                break;
            }
        }
        return 1 - scale * h;
    }

    /** Returns the regularised incomplete beta function I_x(a, b). */
    static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < ENOUGH) {
                break;
            }
        }
        return h;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double logGamma(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x + LANCZOS.length - 2.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }

    private static double solve(double p, double from, double to, DoubleUnaryOperator rising) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS && high - low > ENOUGH * Math.max(TINY, high); i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
