package racelane.model.window;

/**
 * How likely it is that something falls into a window. Times in ns, rates in events a second. An operation of some length falls in
 * when it touches the window, so its length adds to the window's width.
 */
public final class ExposureModel {
    private static final double SECOND = 1e9;

    private ExposureModel() {}

    /** Returns the probability for operations that come at random: 1 − e^(−λ(w+d)). */
    public static double poisson(double rate, double width, double dwell) {
        return -Math.expm1(-rate * Math.max(0, width + dwell) / SECOND);
    }

    /** Returns the probability for one that comes every {@code period} with a random phase: min(1, (w+d)/T). */
    public static double poller(double period, double width, double dwell) {
        return Math.min(1, Math.max(0, width + dwell) / period);
    }

    /** Returns the probability that the one of two deadlines comes first that is {@code margin} ahead, jitter {@code sigma}: Φ(m/σ). */
    public static double race(double margin, double sigma) {
        return Distributions.normal(margin / sigma);
    }

    /** Returns the probability that at least one of some reads falls into windows that cover a share of all time: 1 − (1−f)^r. */
    public static double duty(double share, double reads) {
        return -Math.expm1(reads * Math.log1p(-Math.min(share, 1)));
    }

    /** Returns by how much a window must be widened for a failure rate: −ln(1−p)/λ − w; negative when it fails as often already. */
    public static double widening(double target, double rate, double width, double dwell) {
        return -Math.log1p(-target) / rate * SECOND - width - dwell;
    }

    /**
     * What two failure rates, before and after a window was widened, say of the rate of reads and of the width.
     *
     * @param rate reads a second
     * @param width the effective width before, ns
     */
    public record Fit(double rate, double width) {}

    /** Fits the random model to the failure rates with and without {@code widened} ns more; both between 0 and 1, the second higher. */
    public static Fit fit(double before, double after, double widened) {
        double less = -Math.log1p(-before);
        double rate = (-Math.log1p(-after) - less) / widened * SECOND;
        return new Fit(rate, less / rate * SECOND);
    }
}
