package racelane.model.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import racelane.model.event.Trace;
import racelane.model.time.TimeFolds;
import racelane.model.time.TimeRange;

/** Which gaps of a recording the window draws short. */
public final class WindowFolds {
    /** How long a fold is drawn, as a share of all that is not folded: wide enough for its length to be read. */
    private static final double KEPT = 0.08;

    /** How much all folds take together at most, as a share of all that is not folded. */
    private static final double MOST_KEPT = 0.4;

    /** How many gaps are folded: the longest. */
    private static final int MOST = 12;

    /** What of a gap stays on each side of its fold, as a share of all that is not folded. */
    private static final double MARGIN = 0.008;

    private WindowFolds() {}

    /**
     * Returns the gaps longer than the activity around them, folded. Looks at every lane once in each of a few rounds: to be done in the
     * background.
     */
    public static TimeFolds of(Trace trace, RowIndex rows) {
        TimeRange extent = trace.extent().orElse(new TimeRange(0, 0));
        if (extent.duration() == 0 || !trace.counters().isEmpty()) {
            return TimeFolds.NONE; // a counter tells something all the time
        }
        List<RowIndex.Row> all = new ArrayList<>();
        for (int lane = 0; lane < trace.lanes().size(); lane++) {
            all.addAll(rows.regrouped(null).rows(lane));
        }
        List<TimeRange> gaps = new Gaps(all, extent)
                .find().stream()
                        .sorted(Comparator.comparingLong(TimeRange::duration).reversed())
                        .limit(MOST)
                        .toList();
        double active = extent.duration();
        for (TimeRange gap : gaps) {
            active -= gap.duration();
        }
        long margin = Math.round(active * MARGIN);
        List<TimeRange> inset = new ArrayList<>();
        for (TimeRange gap : gaps) {
            if (gap.duration() > 4 * margin) {
                inset.add(new TimeRange(gap.start() + margin, gap.end() - margin));
            }
        }
        return TimeFolds.of(
                inset, Math.max(1, Math.round(active * Math.min(KEPT, MOST_KEPT / Math.max(1, inset.size())))));
    }
}
