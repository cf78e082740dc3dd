package racelane.model.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
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
    private static final int BINS = 2000;
    private static final int LEAST_BINS = BINS / 10;
    private static final int MOST = 12;
    private static final int ROUNDS = 4;
    /** Room beside a fold, px: what ends there has its name to the right of it. */
    private static final double ROOM_BEFORE = 90;

    private static final double ROOM_AFTER = 16;

    private final FigureRequest request;
    private final TimeRange range;
    private final List<RowIndex.Row> shown = new ArrayList<>();
    private final List<TimeRange> gaps;

    private FigureFolds(FigureRequest request, RowIndex rows, FigureLanes lanes, TimeRange range) {
        this.request = request;
        this.range = range;
        Trace trace = request.trace();
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
        this.gaps =
                worthIt && request.counters().isEmpty() ? gaps() : List.of(); // a counter tells something all the time
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

    /** Looks again at what is left after each round: a burst that took a pixel may have gaps of its own. */
    private List<TimeRange> gaps() {
        List<TimeRange> found = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<TimeRange> more = free(TimeScale.folding(range, BINS, found, 1));
            more.removeIf(gap -> found.stream().anyMatch(gap::intersects));
            if (more.isEmpty()) {
                break;
            }
            found.addAll(more);
        }
        found.sort(Comparator.comparingLong(TimeRange::start));
        while (dropOneShorterThanItsNeighbours(found)) {
            // what is not folded joins the activity on its two sides
        }
        return found;
    }

    private boolean dropOneShorterThanItsNeighbours(List<TimeRange> gaps) {
        for (int i = 0; i < gaps.size(); i++) {
            long before = i == 0 ? range.start() : gaps.get(i - 1).end();
            long after = i + 1 == gaps.size() ? range.end() : gaps.get(i + 1).start();
            TimeRange gap = gaps.get(i);
            if (gap.duration() < Math.max(gap.start() - before, after - gap.end())) {
                gaps.remove(i);
                return true;
            }
        }
        return false;
    }

    /** Returns the stretches without activity that are a tenth of the view at least; none at its edges. */
    private List<TimeRange> free(TimeScale scale) {
        boolean[] busy = new boolean[BINS];
        shown.forEach(row -> mark(row, scale, busy));
        List<TimeRange> free = new ArrayList<>();
        int from = -1;
        for (int bin = 0; bin < BINS; bin++) {
            if (busy[bin]) {
                if (from >= 0 && bin - from > LEAST_BINS) {
                    free.add(exact(scale.time((from + bin) / 2.0)));
                }
                from = bin + 1;
            }
        }
        return free;
    }

    private void mark(RowIndex.Row row, TimeScale scale, boolean[] busy) {
        EventTable table = row.table();
        PixelWalk.walk(row, scale, BINS, new PixelWalk.Visitor() {
            @Override
            public void event(int event) {
                long start = table.start(event);
                mark(scale, start, table.kind(event) == EventKind.OPEN ? start : table.end(event), busy);
            }

            @Override
            public void density(int event, int count, int x) {
                busy[Math.clamp(x, 0, BINS - 1)] = true;
            }
        });
    }

    private static void mark(TimeScale scale, long start, long end, boolean[] busy) {
        int last = (int) Math.clamp(scale.x(end), 0, BINS - 1);
        for (int bin = (int) Math.clamp(scale.x(start), 0, BINS - 1); bin <= last; bin++) {
            busy[bin] = true;
        }
    }

    /** Returns the free stretch around an instant at which nothing runs. */
    private TimeRange exact(long instant) {
        long start = range.start();
        long end = range.end();
        for (RowIndex.Row row : shown) {
            int next = row.firstStartingFrom(instant);
            if (next < row.to()) {
                end = Math.min(end, row.start(next));
            }
            if (next > row.from()) {
                int last = row.event(next - 1);
                boolean open = row.table().kind(last) == EventKind.OPEN;
                start = Math.max(
                        start, open ? row.table().start(last) : row.table().end(last));
            }
        }
        return TimeRange.between(Math.min(start, instant), Math.max(end, instant));
    }
}
