package racelane.app.exposure;

import racelane.model.window.Distributions.Band;
import racelane.model.window.Exposure;

/**
 * What widening would do, at steps of the what-if: shares of windows hit, 0 to 1. Immutable.
 *
 * @param share the predicted share
 * @param low lower end of its band
 * @param high upper end of its band
 */
record Curve(double[] share, double[] low, double[] high) {
    /** How many steps of the what-if lie between two points. */
    static final int STRIDE = 4;

    static Curve of(Exposure exposure, WhatIf range) {
        int points = WhatIf.STEPS / STRIDE + 1;
        Curve curve = new Curve(new double[points], new double[points], new double[points]);
        for (int i = 0; i < points; i++) {
            long extra = range.point((double) i * STRIDE);
            Band band = exposure.predictedBand(extra);
            curve.share[i] = exposure.predicted(extra);
            curve.low[i] = band.low();
            curve.high[i] = band.high();
        }
        return curve;
    }

    int points() {
        return share.length;
    }
}
