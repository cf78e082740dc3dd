package racelane.app.timeline;

import org.jspecify.annotations.Nullable;
import racelane.model.event.Trace;
import racelane.model.lane.Regrouping;
import racelane.model.lane.RowsBy;
import racelane.model.scene.OverviewDensity;
import racelane.model.scene.RowIndex;
import racelane.model.scene.WindowFolds;
import racelane.model.time.TimeFolds;
import racelane.model.time.TimeRange;

/**
 * What is prepared once a trace, in the background.
 *
 * @param rows what the lanes are drawn from
 * @param density what the overview is drawn from
 * @param folded the same with gaps drawn short
 * @param folds the gaps that can be drawn short
 * @param regrouping the rows in the lanes' place, if any
 */
record Drawing(
        RowIndex rows,
        OverviewDensity density,
        OverviewDensity folded,
        TimeFolds folds,
        @Nullable Regrouping regrouping) {
    private static final double AIR = 0.02;

    static Drawing of(Trace trace) {
        RowIndex rows = RowIndex.of(trace);
        TimeFolds folds = WindowFolds.of(trace, rows);
        OverviewDensity density = OverviewDensity.of(trace, wholeOf(trace));
        OverviewDensity folded = folds.isEmpty() ? density : OverviewDensity.of(trace, wholeOf(trace, folds), folds);
        return new Drawing(rows, density, folded, folds, null);
    }

    /** Returns what the rows are by. */
    RowsBy rowsBy() {
        return regrouping == null ? RowsBy.THREAD : regrouping.by();
    }

    /** Returns the same with other rows in the lanes' place, or with the lanes themselves. */
    Drawing regrouped(@Nullable Regrouping rowsInstead) {
        return new Drawing(rows.regrouped(rowsInstead), density, folded, folds, rowsInstead);
    }

    /** Returns the time of a recording with a little air. */
    static TimeRange wholeOf(Trace trace) {
        return trace.extent().orElse(new TimeRange(0, 1_000_000_000L)).padded(AIR, 1);
    }

    /** Returns the time of a recording with a little air at its sides, as a share of what is drawn and not of an idle night. */
    static TimeRange wholeOf(Trace trace, TimeFolds folds) {
        if (folds.isEmpty() || trace.extent().isEmpty()) {
            return wholeOf(trace);
        }
        TimeRange extent = trace.extent().get();
        return extent.padded(0, Math.max(1, Math.round(folds.drawn(extent) * AIR)));
    }
}
