package racelane.model.report;

import java.util.List;
import racelane.model.statistics.PercentText;

/** Where the parts of a plot lie: an axis from 0 to a round share that holds every interval. Shares from 0 to 1. */
record PlotShape(double end, List<Double> ticks) {
    private static final double[] ENDS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};

    static PlotShape of(List<Block.Rate> rates) {
        double most = 0;
        for (Block.Rate rate : rates) {
            most = Math.max(most, Math.max(rate.high(), rate.seen()));
        }
        double end = 1;
        for (int i = ENDS.length - 1; i >= 0 && ENDS[i] >= most; i--) {
            end = ENDS[i];
        }
        return new PlotShape(end, List.of(0.0, end / 4, end / 2, end * 3 / 4, end));
    }

    /** Returns where a share lies, from 0 to 1 of the axis. */
    double at(double share) {
        return Math.clamp(share / end, 0, 1);
    }

    /** Returns what stands at the right of a rate. */
    static String value(Block.Rate rate) {
        return rate.seen() < 0
                ? PercentText.number(rate.low()) + " to " + PercentText.of(rate.high())
                : PercentText.of(rate.seen());
    }
}
