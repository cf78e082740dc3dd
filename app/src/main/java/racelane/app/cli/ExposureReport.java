package racelane.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import racelane.app.exposure.ExposureWords;
import racelane.model.event.Event;
import racelane.model.event.Trace;
import racelane.model.time.TimeText;
import racelane.model.window.Distributions.Band;
import racelane.model.window.Exposure;
import racelane.model.window.NearMiss;
import tools.jackson.core.JsonGenerator;

/** Says how exposed the windows of each pattern and kind of key are, in words or as JSON. */
final class ExposureReport {
    private static final long[] WIDENED = {10_000_000L, 100_000_000L, 1_000_000_000L};
    private static final double PERCENT = 100;
    private static final int SHOWN = 3;

    private final Trace trace;

    ExposureReport(Trace trace) {
        this.trace = trace;
    }

    void write(PrintWriter out, List<Exposure> exposures) {
        out.println("Exposure (how wide the windows are, and how often something falls in):");
        for (Exposure one : exposures) {
            Band chance = one.expectedBand();
            out.printf(
                    Locale.ROOT,
                    "%s  %s  %d window%s, width median %s, 95 of 100 below %s, %.2g %% of the time%n",
                    one.pattern(),
                    one.keys(),
                    one.windows(),
                    one.windows() == 1 ? "" : "s",
                    TimeText.duration(one.width(0.5)),
                    TimeText.duration(one.width(0.95)),
                    one.duty() * PERCENT);
            out.printf(
                    Locale.ROOT,
                    "   hit: %d%s; by chance %.1f (%.1f to %.1f) at %.3g a second of %s: %s%n",
                    one.hits(),
                    doubt(one),
                    one.expected(),
                    chance.low(),
                    chance.high(),
                    one.rate(),
                    TimeText.duration(Math.round(one.dwell())),
                    ExposureWords.finding(one.finding()));
            for (long extra : WIDENED) {
                Band band = one.predictedBand(extra);
                out.printf(
                        Locale.ROOT,
                        "   wider by %s: %.0f %% would be hit (%.0f to %.0f)%n",
                        TimeText.duration(extra),
                        one.predicted(extra) * PERCENT,
                        band.low() * PERCENT,
                        band.high() * PERCENT);
            }
            one.nearMisses().stream()
                    .limit(SHOWN)
                    .forEach(near -> out.println("   near miss: " + ExposureWords.near(near, trace)));
        }
        out.flush();
    }

    /** Says how sure the hits are, where some are not. */
    private static String doubt(Exposure one) {
        String certain = one.certainHits() < one.hits() ? ", " + one.certainHits() + " of them certain" : "";
        return certain + (one.possibleHits() > 0 ? ", " + one.possibleHits() + " more possible" : "");
    }

    void write(JsonGenerator json, List<Exposure> exposures) {
        json.writeArrayPropertyStart("exposure");
        exposures.forEach(one -> exposure(json, one));
        json.writeEndArray();
    }

    private void exposure(JsonGenerator json, Exposure one) {
        json.writeStartObject();
        json.writeStringProperty("pattern", one.pattern());
        json.writeStringProperty("keys", one.keys());
        json.writeNumberProperty("windows", one.windows());
        json.writeObjectPropertyStart("widthNanos");
        json.writeNumberProperty("p05", one.width(0.05));
        json.writeNumberProperty("p50", one.width(0.5));
        json.writeNumberProperty("p95", one.width(0.95));
        json.writeNumberProperty("max", one.width(1));
        json.writeEndObject();
        json.writeNumberProperty("duty", one.duty());
        json.writeNumberProperty("ratePerSecond", one.rate());
        json.writeNumberProperty("dwellNanos", Math.round(one.dwell()));
        json.writeNumberProperty("hits", one.hits());
        band(json, "hitShare", one.observed());
        json.writeNumberProperty("expectedHits", one.expected());
        band(json, "expectedHitsBand", one.expectedBand());
        json.writeStringProperty(
                "finding", one.finding().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeNumberProperty("certainHits", one.certainHits());
        json.writeNumberProperty("possibleHits", one.possibleHits());
        json.writeArrayPropertyStart("widened");
        for (long extra : WIDENED) {
            json.writeStartObject();
            json.writeNumberProperty("extraNanos", extra);
            json.writeNumberProperty("hitShare", one.predicted(extra));
            band(json, "band", one.predictedBand(extra));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("nearMisses");
        one.nearMisses().forEach(near -> near(json, near));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void near(JsonGenerator json, NearMiss near) {
        Event event = trace.at(near.event());
        Event window = trace.at(near.window());
        json.writeStartObject();
        json.writeNumberProperty("marginNanos", near.margin());
        json.writeStringProperty("side", near.before() ? "before" : "after");
        json.writeStringProperty("lane", event.lane().name().name());
        json.writeStringProperty("file", event.source().file().toString());
        json.writeNumberProperty("line", event.origin());
        json.writeStringProperty("windowFile", window.source().file().toString());
        json.writeNumberProperty("windowLine", window.origin());
        json.writeEndObject();
    }

    private static void band(JsonGenerator json, String name, Band band) {
        json.writeArrayPropertyStart(name);
        json.writeNumber(band.low());
        json.writeNumber(band.high());
        json.writeEndArray();
    }
}
