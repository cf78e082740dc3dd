package racelane.model.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What runs after a change prove against runs before it.
 *
 * @param before the runs that failed now and then
 * @param after the runs after the change
 */
public record Verification(Runs before, Runs after) {
    /** Returns the chance that so many runs are clean by luck alone if each fails with {@code rate}: (1 − rate)^runs. */
    public static double luck(double rate, long runs) {
        return rate >= 1 ? 0 : Math.exp(runs * Math.log1p(-rate));
    }

    /**
     * Returns how many clean runs make luck less likely than 5 %; -1 when the rate is 0 and no number does.
     *
     * @param rate the failure rate before, 0 to 1
     */
    public static long needed(double rate) {
        if (rate <= 0) {
            return -1;
        }
        return rate >= 1 ? 1 : (long) Math.ceil(Math.log1p(-Runs.CONFIDENCE) / Math.log1p(-rate) - 1e-9);
    }

    /** Tells whether the change is proved: no run failed after it, and that is no luck; or some did, but far fewer than before. */
    public boolean proved() {
        return after.failures() == 0
                ? before.failures() > 0 && after.total() >= needed(before.rate())
                : after.rate() < before.rate() && Fisher.fewer(before, after) < 1 - Runs.CONFIDENCE;
    }

    /** Returns how many more clean runs are wanted; empty when there are enough or when runs after the change failed. */
    public Optional<Long> wanting() {
        long more = needed(before.rate()) - after.total();
        return after.failures() == 0 && before.failures() > 0 && more > 0 ? Optional.of(more) : Optional.empty();
    }

    /** Returns what the runs say, one sentence each. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                after.failures() == 0
                        ? "0 of " + after.total() + " failed: failure rate " + after.intervalText() + " at 95 %."
                        : after.words() + ".");
        if (before.failures() == 0) {
            sentences.add("No run failed before the change either, so the runs after it prove nothing against them.");
        } else if (after.failures() == 0) {
            sentences.addAll(clean());
        } else {
            sentences.add(comparison(before, after));
        }
        return sentences;
    }

    private List<String> clean() {
        double rate = before.rate();
        String luck = PercentText.chance(luck(rate, after.total()));
        String needed = needed(rate) + " clean runs " + (wanting().isEmpty() ? "were" : "are") + " needed";
        String first = "Had nothing changed from " + PercentText.of(rate) + ", " + after.total()
                + " clean runs would be luck with a chance of " + luck + "; " + needed + ".";
        if (before.oneSided()) {
            return List.of(first);
        }
        double least = before.interval().low();
        return List.of(
                first,
                "Were the rate before only " + PercentText.of(least) + ", the lower end of its interval, it would take "
                        + needed(least) + ".");
    }

    /** Returns how two sets of runs compare, a sentence. */
    public static String comparison(Runs before, Runs after) {
        double p = Fisher.twoSided(before, after);
        String how = after.rate() > before.rate() ? "more" : "fewer";
        if (after.rate() == before.rate()) {
            return "It failed as often as before (" + PercentText.of(before.rate()) + ").";
        }
        return p < 1 - Runs.CONFIDENCE
                ? "It failed " + how + " often than before (" + PercentText.of(before.rate()) + " to "
                        + PercentText.of(after.rate()) + "), more than chance explains: Fisher's exact test, p "
                        + equal(p) + "."
                : "It failed " + how + " often than before (" + PercentText.of(before.rate()) + " to "
                        + PercentText.of(after.rate())
                        + "), but no more than chance explains: Fisher's exact test, p "
                        + equal(p) + ".";
    }

    private static String equal(double p) {
        String text = PercentText.p(p);
        return text.startsWith("<") ? text : "= " + text;
    }
}
