package racelane.model.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import racelane.model.event.Lane;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

/**
 * Finds the gaps that a figure folds: stretches in which no event of the lanes shown begins, runs or ends, longer than the activity on
 * either side, and a tenth of the picture at least. An event without an end counts where it begins. The explained window is never folded.
 */
final class FigureFolds {
    private static final int MOST = 12;
    /** Room beside a fold, px: what ends there has its name to the right of it. */
    private static final double ROOM_BEFORE = 90;

    private static final double ROOM_AFTER = 16;

    private final FigureRequest request;
    private final TimeRange range;
    private final List<TimeRange> gaps;

    private FigureFolds(FigureRequest request, RowIndex rows, FigureLanes lanes, TimeRange range) {
        this.request = request;
        this.range = range;
        Trace trace = request.trace();
        List<RowIndex.Row> shown = new ArrayList<>();
        for (PlannedLane planned : lanes.plan().lanes()) {
            Lane lane = trace.lanes().get(planned.laneId());
            for (LaneSlice slice : lane.slices()) {
                int table = trace.tables().indexOf(slice.table());
                for (int depth = 0; depth < slice.rows(); depth++) {
                    shown.add(rows.row(table, slice, depth));
                }
            }
        }
        boolean worthIt = request.style().folds() && range.duration() > 0;
        this.gaps = worthIt && request.counters().isEmpty()
                ? new Gaps(shown, range).find()
                : List.of(); // a counter tells something all the time
    }

    /** Finds the gaps of a figure that would show {@code range}. */
    static FigureFolds of(FigureRequest request, RowIndex rows, FigureLanes lanes, TimeRange range) {
        FigureFolds folds = new FigureFolds(request, rows, lanes, range);
        return folds.gaps.isEmpty() || request.range().isPresent()
                ? folds
                : new FigureFolds(request, rows, lanes, folds.trimmed());
    }

    /** Returns the time to be seen with the room at its ends that suits what is left of it. */
    private TimeRange trimmed() {
        TimeRange activity = FigureLayout.activity(request);
        long drawn = activity.duration();
        for (TimeRange gap : gaps) {
            drawn -= gap.duration();
        }
        return FigureLayout.withRoom(activity, Math.max(1, drawn));
    }

    /** Returns the time that is shown. */
    TimeRange range() {
        return range;
    }

    /**
     * Returns the scale of a figure {@code width} px wide.
     *
     * @param foldWidth how wide each fold is drawn, px
     */
    TimeScale scale(double width, double foldWidth) {
        List<TimeRange> longest = gaps.stream()
                .sorted(Comparator.comparingLong(TimeRange::duration).reversed())
                .limit(Math.min((int) (width / (4 * foldWidth)), MOST))
                .toList();
        TimeScale bare = TimeScale.folding(range, width, longest, foldWidth);
        List<TimeRange> inset = new ArrayList<>();
        for (TimeRange gap : longest) {
            long start = gap.start() + Math.round(ROOM_BEFORE * bare.nanosPerPixel());
            long end = gap.end() - Math.round(ROOM_AFTER * bare.nanosPerPixel());
            if (end - start > gap.duration() / 2) {
                inset.add(new TimeRange(start, end));
            }
        }
        return TimeScale.folding(range, width, inset, foldWidth);
    }
}
