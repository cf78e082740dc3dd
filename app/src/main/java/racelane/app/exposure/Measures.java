package racelane.app.exposure;

import java.util.List;
import racelane.app.fx.VisibleText;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.window.Exposure;

/**
 * All that is shown of one set of windows, worked out once, off the JavaFX thread.
 *
 * @param title what the keys of these windows are: {@code user:*}
 * @param exposure what was measured
 * @param figures names and values
 * @param sentences what they mean
 * @param near what nearly fell in, the nearest first
 * @param range by how much the windows may be thought wider
 * @param curve what widening would do
 * @param spread how widths and misses are spread
 */
record Measures(
        String title,
        Exposure exposure,
        List<ExposureWords.Figure> figures,
        List<String> sentences,
        List<Near> near,
        WhatIf range,
        Curve curve,
        Spread spread) {
    /** Copies the lists. */
    Measures {
        figures = List.copyOf(figures);
        sentences = List.copyOf(sentences);
        near = List.copyOf(near);
    }

    /**
     * A near miss.
     *
     * @param words what nearly happened
     * @param event who nearly fell in
     */
    record Near(String words, EventRef event) {}

    static Measures of(String title, Exposure exposure, Trace trace) {
        WhatIf range = WhatIf.of(exposure);
        List<Near> near = exposure.nearMisses().stream()
                .map(one -> new Near(VisibleText.line(ExposureWords.near(one, trace)), one.event()))
                .toList();
        return new Measures(
                title,
                exposure,
                ExposureWords.figures(exposure),
                ExposureWords.sentences(exposure),
                near,
                range,
                Curve.of(exposure, range),
                Spread.of(exposure));
    }
}
