package racelane.model.statistics;

import racelane.model.time.TimeText;
import racelane.model.window.Distributions.Band;

/**
 * What should happen when a window is widened, if reads fall into it at random: a read touches a window of width w with length d at a
 * rate of λ, so 1 − p = e^(−λ(w+d)), and with Δ more the failure rate is 1 − (1 − p)^((w+d+Δ)/(w+d)).
 *
 * @param baseline the runs with the window as it was
 * @param reach w + d: the window's width and the length of what falls in, ns, above 0
 * @param extra Δ: by how much it was widened, ns, at least 0
 */
public record Widening(Runs baseline, long reach, long extra) {
    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException when they cannot be
     */
    public Widening {
        if (reach <= 0 || extra < 0) {
            throw new IllegalArgumentException("a window of " + reach + " ns cannot be widened by " + extra + " ns");
        }
    }

    /** Returns the failure rate to be expected, 0 to 1. */
    public double predicted() {
        return widened(baseline.rate());
    }

    /** Returns the band of {@link #predicted} that comes from the interval of the baseline. */
    public Band band() {
        Band interval = baseline.interval();
        return new Band(widened(interval.low()), widened(interval.high()));
    }

    /** Tells whether the runs with the widened window agree with the prediction: their interval meets its band. */
    public boolean agrees(Runs observed) {
        Band seen = observed.interval();
        return seen.low() <= band().high() && seen.high() >= band().low();
    }

    /** Returns the prediction beside what was seen, a sentence. */
    public String sentence(Runs observed) {
        return "Widened by " + TimeText.duration(extra) + ", reads that fall in at random would fail "
                + PercentText.of(predicted()) + " of the runs (" + PercentText.number(band().low()) + " to "
                + PercentText.of(band().high()) + "); it was " + PercentText.of(observed.rate())
                + (agrees(observed) ? ", as the hypothesis predicts." : ", which random reads do not explain.");
    }

    private double widened(double rate) {
        double factor = (double) (reach + extra) / reach;
        return rate >= 1 ? 1 : -Math.expm1(factor * Math.log1p(-rate));
    }
}
