package racelane.model.window;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import racelane.model.window.Distributions.Band;

/**
 * How exposed the windows of one pattern and one kind of key are: how wide, how often, how often something could have fallen in by
 * chance and how often it did. Immutable; any thread.
 */
public final class Exposure {
    /** The confidence of all bands. */
    public static final double CONFIDENCE = 0.95;

    private static final double SIGMAS = 1.959963984540054;

    private final Counts counts;
    private final String pattern;
    private final String keys;
    private final long[] widths;
    private final double[] rates;
    private final double dwell;
    private final double duty;
    private final long reads;
    private final long hits;
    private final List<NearMiss> nearMisses;

    /** What was counted; {@code keyCount} keys were looked at, and {@code margins} tell how near others came to each window, ns. */
    record Counts(
            String pattern,
            String keys,
            long[] widths,
            double[] rates,
            double dwell,
            double duty,
            long reads,
            long hits,
            long certainHits,
            long possibleHits,
            List<NearMiss> nearMisses,
            long keyCount,
            long[] margins) {}

    Exposure(Counts counts) {
        this.counts = counts;
        this.pattern = counts.pattern();
        this.keys = counts.keys();
        this.widths = counts.widths();
        this.rates = counts.rates();
        this.dwell = counts.dwell();
        this.duty = counts.duty();
        this.reads = counts.reads();
        this.hits = counts.hits();
        this.nearMisses = List.copyOf(counts.nearMisses());
    }

    /** How what was seen compares with chance. */
    public enum Finding {
        /** As often as chance would have it. */
        BY_CHANCE,
        /** More often: what falls in is set off by what opens the window. */
        TRIGGERED,
        /** Less often: something keeps it out. */
        KEPT_OUT
    }

    /**
     * Returns the exposure of all these windows together, whatever their keys.
     *
     * @param all exposures of one pattern; at least one
     */
    public static Exposure together(List<Exposure> all) {
        List<Counts> parts = all.stream().map(one -> one.counts).toList();
        long reads = parts.stream().mapToLong(Counts::reads).sum();
        long keys = parts.stream().mapToLong(Counts::keyCount).sum();
        double dwell =
                parts.stream().mapToDouble(one -> one.dwell() * one.reads()).sum();
        double duty =
                parts.stream().mapToDouble(one -> one.duty() * one.keyCount()).sum();
        return new Exposure(new Counts(
                all.getFirst().pattern(),
                all.size() == 1 ? all.getFirst().keys() : "",
                parts.stream().flatMapToLong(one -> Arrays.stream(one.widths())).toArray(),
                parts.stream()
                        .flatMapToDouble(one -> Arrays.stream(one.rates()))
                        .toArray(),
                reads == 0 ? 0 : dwell / reads,
                duty / Math.max(1, keys),
                reads,
                parts.stream().mapToLong(Counts::hits).sum(),
                parts.stream().mapToLong(Counts::certainHits).sum(),
                parts.stream().mapToLong(Counts::possibleHits).sum(),
                parts.stream()
                        .flatMap(one -> one.nearMisses().stream())
                        .sorted(Comparator.comparingLong(NearMiss::margin))
                        .limit(ExposureSurvey.NEAREST)
                        .toList(),
                keys,
                parts.stream()
                        .flatMapToLong(one -> Arrays.stream(one.margins()))
                        .toArray()));
    }

    /** Returns of how many hits the order is proved, as the clocks and the messages between them tell. */
    public long certainHits() {
        return counts.certainHits();
    }

    /** Returns how many more windows may have been hit: not as the times read, but under offsets that clocks and messages allow. */
    public long possibleHits() {
        return counts.possibleHits();
    }

    /** Returns the pattern's name. */
    public String pattern() {
        return pattern;
    }

    /** Returns the kind of key: {@code user:*}; empty when there are several. */
    public String keys() {
        return keys;
    }

    /** Returns how many windows there were, with and without an intruder. */
    public int windows() {
        return widths.length;
    }

    /** Returns the width of each window, ns, in no order. */
    public long[] widths() {
        return widths.clone();
    }

    /**
     * Returns by how much others missed each window, ns, in no order: for each window the nearest operation before it and the
     * nearest after it, where there are such.
     */
    public long[] margins() {
        return counts.margins().clone();
    }

    /** Returns the width below which a share of the windows lies, ns; the nearest rank. */
    public long width(double share) {
        long[] sorted = widths.clone();
        Arrays.sort(sorted);
        return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    /** Returns the share of the recorded time that the windows of a key cover, mean over its keys. */
    public double duty() {
        return duty;
    }

    /** Returns the mean length of what can fall in, ns. */
    public double dwell() {
        return dwell;
    }

    /** Returns how many operations a second there are that could fall in, those of the window's owner left out; mean over the windows. */
    public double rate() {
        return Arrays.stream(rates).average().orElse(0);
    }

    /** Returns how many windows something fell into. */
    public long hits() {
        return hits;
    }

    /** Returns the share of windows that something fell into, with its exact interval. */
    public Band observed() {
        return Distributions.share(hits, widths.length, CONFIDENCE);
    }

    /** Returns how many windows chance alone would have hit. */
    public double expected() {
        return predicted(0) * widths.length;
    }

    /** Returns the band around {@link #expected} in which the hits lie by chance. */
    public Band expectedBand() {
        double variance = 0;
        double slope = 0;
        for (int i = 0; i < widths.length; i++) {
            double p = ExposureModel.poisson(rates[i], widths[i], dwell);
            variance += p * (1 - p);
            slope += rates[i] * (widths[i] + dwell) / 1e9 * (1 - p);
        }
        double spread = SIGMAS * Math.sqrt(variance + (reads == 0 ? 0 : slope * slope / reads));
        double mean = expected();
        return new Band(Math.max(0, mean - spread), Math.min(widths.length, mean + spread));
    }

    /** Compares the hits with the band of chance. */
    public Finding finding() {
        Band band = expectedBand();
        return hits > band.high() ? Finding.TRIGGERED : hits < band.low() ? Finding.KEPT_OUT : Finding.BY_CHANCE;
    }

    /** Returns the share of windows that would be hit if each were wider by {@code extra} ns. */
    public double predicted(long extra) {
        return predicted(extra, 1);
    }

    /** Returns the band of {@link #predicted} that comes from having counted few reads. */
    public Band predictedBand(long extra) {
        if (reads == 0) {
            return new Band(0, 1);
        }
        Band mean = Distributions.mean(reads, CONFIDENCE);
        return new Band(predicted(extra, mean.low() / reads), predicted(extra, mean.high() / reads));
    }

    private double predicted(long extra, double factor) {
        double sum = 0;
        for (int i = 0; i < widths.length; i++) {
            sum += ExposureModel.poisson(rates[i] * factor, widths[i] + (double) extra, dwell);
        }
        return widths.length == 0 ? 0 : sum / widths.length;
    }

    /** Returns by how many ns the windows must be widened for a share of them to be hit; -1 when no widening within an hour does it. */
    public long wideningFor(double target) {
        long low = 0;
        long high = 3_600_000_000_000L;
        if (predicted(high) < target) {
            return -1;
        }
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (predicted(middle) < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns what nearly fell into a window, the nearest first. */
    public List<NearMiss> nearMisses() {
        return nearMisses;
    }
}
