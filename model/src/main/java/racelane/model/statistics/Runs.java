package racelane.model.statistics;

import racelane.model.window.Distributions;
import racelane.model.window.Distributions.Band;

/**
 * Runs of a program, of which some failed. The failures are taken for independent of one another.
 *
 * @param failures how many failed, 0 to {@code total}
 * @param total how many there were, at least 1
 */
public record Runs(long failures, long total) {
    /** The confidence of everything that is said. */
    public static final double CONFIDENCE = 0.95;

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException when they cannot be counts
     */
    public Runs {
        if (total < 1 || failures < 0 || failures > total) {
            throw new IllegalArgumentException(failures + " failures of " + total + " runs cannot be");
        }
    }

    /** Returns the share that failed, 0 to 1. */
    public double rate() {
        return (double) failures / total;
    }

    /** Tells whether all runs ended alike, so that only one side of the rate is open. */
    public boolean oneSided() {
        return failures == 0 || failures == total;
    }

    /**
     * Returns the exact interval of Clopper and Pearson (1934) for the failure rate, at 95 %. When all runs ended alike the interval is
     * one-sided and all of the 5 % lie on its open side: 0 of 1000 gives 0 to 0.30 %.
     */
    public Band interval() {
        if (failures == 0) {
            return new Band(0, -Math.expm1(Math.log1p(-CONFIDENCE) / total));
        }
        if (failures == total) {
            return new Band(Math.exp(Math.log1p(-CONFIDENCE) / total), 1);
        }
        return Distributions.share(failures, total, CONFIDENCE);
    }

    /** Returns the interval in words: {@code 3.5 to 15.2 %}, {@code ≤ 0.30 %}, {@code ≥ 97.0 %}. */
    public String intervalText() {
        Band band = interval();
        if (failures == 0) {
            return "≤ " + PercentText.of(band.high());
        }
        return failures == total
                ? "≥ " + PercentText.of(band.low())
                : PercentText.number(band.low()) + " to " + PercentText.of(band.high());
    }

    /** Returns the runs in words: {@code 8 of 100 failed (8 %; 95 % interval 3.5 to 15.2 %)}. */
    public String words() {
        return failures + " of " + total + " failed ("
                + (oneSided()
                        ? intervalText() + " at 95 %)"
                        : PercentText.of(rate()) + "; 95 % interval " + intervalText() + ")");
    }
}
