package racelane.app.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import racelane.app.fx.CountText;
import racelane.app.fx.Texts;
import racelane.model.event.Event;
import racelane.model.event.Trace;
import racelane.model.time.TimeText;
import racelane.model.window.Distributions.Band;
import racelane.model.window.Exposure;
import racelane.model.window.NearMiss;

/** Says what an exposure means, in words that the window and the command line share. Any thread. */
public final class ExposureWords {
    private static final Texts TEXTS = Texts.of(ExposureWords.class);

    private static final double PERCENT = 100;

    private ExposureWords() {}

    /** Returns how what was seen compares with chance. */
    public static String finding(Exposure.Finding finding) {
        return switch (finding) {
            case BY_CHANCE -> TEXTS.get("finding.chance");
            case TRIGGERED -> TEXTS.get("finding.triggered");
            case KEPT_OUT -> TEXTS.get("finding.kept");
        };
    }

    /** Returns what nearly happened, with its places. */
    public static String near(NearMiss near, Trace trace) {
        Event event = trace.at(near.event());
        Event window = trace.at(near.window());
        return TEXTS.get(
                near.before() ? "near.before" : "near.after",
                TimeText.duration(near.margin()),
                window.source().place(window.origin()),
                event.name(),
                event.lane().name().name(),
                event.source().place(event.origin()));
    }

    /** Returns what widening every window by {@code extra} ns would do. */
    public static String widened(Exposure exposure, long extra) {
        Band band = exposure.predictedBand(extra);
        String hit = share(exposure.predicted(extra));
        return extra == 0
                ? TEXTS.get("widened.not", hit, range(band))
                : TEXTS.get("widened", shortly(extra), hit, range(band));
    }

    /** Returns the names and values of what was measured. */
    static List<Figure> figures(Exposure one) {
        Band chance = one.expectedBand();
        Band seen = one.observed();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(TEXTS.get("figure.windows"), CountText.of(one.windows())));
        figures.add(new Figure(
                TEXTS.get("figure.width"),
                TEXTS.get(
                        "figure.width.value",
                        TimeText.duration(one.width(0.5)),
                        TimeText.duration(one.width(0.05)),
                        TimeText.duration(one.width(0.95)),
                        TimeText.duration(one.width(1)))));
        figures.add(new Figure(
                TEXTS.get("figure.open"),
                TEXTS.get("figure.open.value", String.format(Locale.ROOT, "%.2g", one.duty() * PERCENT))));
        figures.add(new Figure(
                TEXTS.get("figure.others"),
                TEXTS.get(
                        "figure.others.value",
                        String.format(Locale.ROOT, "%.3g", one.rate()),
                        TimeText.duration(Math.round(one.dwell())))));
        figures.add(new Figure(
                TEXTS.get("figure.chance"),
                TEXTS.get("figure.chance.value", tenths(one.expected()), tenths(chance.low()), tenths(chance.high()))));
        figures.add(new Figure(
                TEXTS.get("figure.seen"),
                TEXTS.get(
                        "figure.seen.value",
                        CountText.of(one.hits()),
                        percent(one.hits(), one.windows()),
                        range(seen))));
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
        words.add(opened(one));
        words.add(
                one.hits() == 0
                        ? TEXTS.get("hits.none", tenths(one.expected()))
                        : TEXTS.get("hits", CountText.of(one.hits()), tenths(one.expected())));
        words.add(conclusion(one));
        long half = one.wideningFor(0.5);
        if (half > 0) {
            words.add(TEXTS.get("far", shortly(half)));
        } else if (half < 0) {
            words.add(TEXTS.get("far.never"));
        }
        return words;
    }

    private static String opened(Exposure one) {
        String width = shortly(one.width(one.windows() == 1 ? 1 : 0.5));
        return one.keys().isEmpty()
                ? TEXTS.count("opened", one.windows(), width)
                : TEXTS.count("opened.on", one.windows(), width, one.keys());
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String conclusion(Exposure one) {
        return switch (one.finding()) {
            case BY_CHANCE -> one.windows() < 5 ? TEXTS.get("conclusion.few") : TEXTS.get("conclusion.chance");
            case TRIGGERED -> TEXTS.get("conclusion.triggered");
            case KEPT_OUT -> TEXTS.get("conclusion.kept");
        };
    }

    /** Returns a share as people read it: {@code 67 %}. */
    static String share(double share) {
        double percent = share * PERCENT;
        return String.format(Locale.ROOT, percent > 0 && percent < 1 ? "%.2g %%" : "%.0f %%", percent);
    }

    static String range(Band band) {
        return TEXTS.get("range", share(band.low()).replace(" %", ""), share(band.high()));
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
