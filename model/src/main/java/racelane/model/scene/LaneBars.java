package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;
import racelane.model.event.EventTable;
import racelane.model.event.Lane;
import racelane.model.event.LaneSlice;
import racelane.model.scene.LaneLayout.Placed;

/** Where the bars of one lane will lie, for what is placed among them before they are drawn. One build, one thread. */
final class LaneBars {
    private final List<Rect> bars = new ArrayList<>();

    private LaneBars() {}

    /** Returns the bars of a lane in view. */
    static LaneBars of(LaneArea area, Placed placed, int laneId) {
        LaneBars all = new LaneBars();
        Lane lane = area.trace.lanes().get(laneId);
        int base = 0;
        for (LaneSlice slice : lane.slices()) {
            int table = area.trace.tables().indexOf(slice.table());
            for (int depth = 0; depth < slice.rows(); depth++) {
                double top = area.bounds.originY() + area.layout.barTop(placed, base + depth);
                all.row(area, slice, table, depth, top);
            }
            base += slice.rows();
        }
        return all;
    }

    private void row(LaneArea area, LaneSlice slice, int table, int depth, double top) {
        double height = area.metrics.barHeight();
        EventTable events = slice.table();
        PixelWalk.walk(
                area.rows.row(table, slice, depth), area.scale, area.bounds.timeWidth(), new PixelWalk.Visitor() {
                    @Override
                    public void event(int row) {
                        double half = events.kind(row).hasDuration() ? 0 : height * 0.29;
                        double left = area.clampX(area.x(events.start(row)) - half);
                        double right = area.clampX(area.x(events.end(row)) + half);
                        bars.add(new Rect(left, top, Math.max(1, right - left), height));
                    }

                    @Override
                    public void density(int row, int count, int x) {
                        bars.add(new Rect(area.bounds.timeLeft() + x, top, 1, height));
                    }
                });
    }

    /** Tells whether no bar lies in {@code box}. */
    boolean leave(Rect box) {
        return bars.stream().noneMatch(box::intersects);
    }
}
