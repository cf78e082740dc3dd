package racelane.app.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import racelane.app.fx.CountText;
import racelane.model.event.Event;
import racelane.model.event.Trace;
import racelane.model.time.TimeText;
import racelane.model.window.Distributions.Band;
import racelane.model.window.Exposure;
import racelane.model.window.NearMiss;

/** Says what an exposure means, in words that the window and the command line share. Any thread. */
public final class ExposureWords {
    private static final double PERCENT = 100;

    private ExposureWords() {}

    /** Returns how what was seen compares with chance. */
    public static String finding(Exposure.Finding finding) {
        return switch (finding) {
            case BY_CHANCE -> "as chance has it";
            case TRIGGERED -> "more often than by chance; what opens the window sets it off";
            case KEPT_OUT -> "less often than by chance; something keeps it out";
        };
    }

    /** Returns what nearly happened, with its places. */
    public static String near(NearMiss near, Trace trace) {
        Event event = trace.at(near.event());
        Event window = trace.at(near.window());
        return TimeText.duration(near.margin()) + (near.before() ? " before " : " after ") + "the window of "
                + window.source().place(window.origin()) + ": " + event.name() + " by "
                + event.lane().name().name() + " at " + event.source().place(event.origin());
    }

    /** Returns what widening every window by {@code extra} ns would do. */
    public static String widened(Exposure exposure, long extra) {
        Band band = exposure.predictedBand(extra);
        String hit = share(exposure.predicted(extra)) + " would be hit";
        return (extra == 0 ? "As wide as they are, " : "Wider by " + shortly(extra) + ", ") + hit + " (" + range(band)
                + ")";
    }

    /** Returns the names and values of what was measured. */
    static List<Figure> figures(Exposure one) {
        Band chance = one.expectedBand();
        Band seen = one.observed();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("windows", CountText.of(one.windows())));
        figures.add(new Figure(
                "width",
                "median " + TimeText.duration(one.width(0.5)) + "; 5 of 100 below " + TimeText.duration(one.width(0.05))
                        + ", 95 of 100 below " + TimeText.duration(one.width(0.95)) + "; widest "
                        + TimeText.duration(one.width(1))));
        figures.add(new Figure("open", String.format(Locale.ROOT, "%.2g %% of the time", one.duty() * PERCENT)));
        figures.add(new Figure(
                "others",
                String.format(Locale.ROOT, "%.3g a second, ", one.rate()) + TimeText.duration(Math.round(one.dwell()))
                        + " each"));
        figures.add(new Figure(
                "by chance",
                String.format(Locale.ROOT, "%.1f hit (%.1f to %.1f)", one.expected(), chance.low(), chance.high())));
        figures.add(new Figure(
                "seen",
                CountText.of(one.hits()) + " hit: " + percent(one.hits(), one.windows()) + " (" + range(seen) + ")"));
        return figures;
    }

    /**
     * One figure.
     *
     * @param name what it is
     * @param value what it says
     */
    record Figure(String name, String value) {}

    /** Returns what the figures mean, for somebody who sees them for the first time. */
    static List<String> sentences(Exposure one) {
        List<String> words = new ArrayList<>();
        String on = one.keys().isEmpty() ? "" : " on " + one.keys();
        words.add(
                one.windows() == 1
                        ? "One such window was open" + on + ", for " + shortly(one.width(1)) + "."
                        : CountText.of(one.windows()) + " such windows were open" + on + ", half of them for less than "
                                + shortly(one.width(0.5)) + ".");
        words.add("Something of another actor fell into " + (one.hits() == 0 ? "none" : CountText.of(one.hits()))
                + ", where chance alone would hit about " + String.format(Locale.ROOT, "%.1f", one.expected()) + ".");
        words.add(conclusion(one));
        long half = one.wideningFor(0.5);
        if (half > 0) {
            words.add("To be hit every second time they would have to be wider by " + shortly(half) + ".");
        } else if (half < 0) {
            words.add("No other actor comes often enough for widening to matter.");
        }
        return words;
    }

    private static String conclusion(Exposure one) {
        return switch (one.finding()) {
            case BY_CHANCE ->
                one.windows() < 5
                        ? "That is within chance, but so few windows say little."
                        : "That is as chance has it: whoever comes at the wrong moment falls in.";
            case TRIGGERED ->
                "That is more than chance: what opens the window seems to set the other actor off as well.";
            case KEPT_OUT -> "That is less than chance: something, maybe a lock, keeps the other actor out.";
        };
    }

    /** Returns a share as people read it: {@code 67 %}. */
    static String share(double share) {
        double percent = share * PERCENT;
        return String.format(Locale.ROOT, percent > 0 && percent < 1 ? "%.2g %%" : "%.0f %%", percent);
    }

    static String range(Band band) {
        return share(band.low()).replace(" %", "") + " to " + share(band.high());
    }

    private static String percent(long part, long whole) {
        return share(whole == 0 ? 0 : (double) part / whole);
    }

    /** Returns a duration with three digits that count: {@code 2.14 ms}. */
    static String shortly(long nanos) {
        if (nanos < 1000) {
            return TimeText.duration(nanos);
        }
        long unit = (long) Math.pow(10, Math.max(0, (int) Math.log10(nanos) - 2));
        return TimeText.duration(Math.round((double) nanos / unit) * unit);
    }
}
