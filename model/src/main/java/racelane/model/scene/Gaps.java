package racelane.model.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

/** Finds the stretches of time in which nothing happens and that are longer than the activity around them. One use, one thread. */
final class Gaps {
    private static final int BINS = 2000;
    private static final int LEAST_BINS = BINS / 10;
    private static final int ROUNDS = 4;

    private final List<RowIndex.Row> shown;
    private final TimeRange range;

    /** Looks at these sub-rows over this time. */
    Gaps(List<RowIndex.Row> shown, TimeRange range) {
        this.shown = shown;
        this.range = range;
    }

    /** Returns the gaps in their order. Looks again at what is left after each round: a burst that took a pixel may have gaps of its own. */
    List<TimeRange> find() {
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
        PixelWalk walk = new PixelWalk(scale, BINS);
        shown.forEach(row -> mark(row, walk, scale, busy));
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

    private void mark(RowIndex.Row row, PixelWalk walk, TimeScale scale, boolean[] busy) {
        EventTable table = row.table();
        walk.walk(row, new PixelWalk.Visitor() {
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
