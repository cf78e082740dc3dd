package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;
import racelane.model.event.EventTable;
import racelane.model.scene.LaneLayout.Placed;

/** Where the bars of one lane will lie, for what is placed among them before they are drawn. One build, one thread. */
final class LaneBars {
    private final List<Rect> bars = new ArrayList<>();

    private LaneBars() {}

    /** Returns the bars of a lane in view. */
    static LaneBars of(LaneArea area, Placed placed, int laneId) {
        LaneBars all = new LaneBars();
        double height = area.layout.barHeight(placed);
        int subRow = 0;
        PixelWalk walk = new PixelWalk(area.scale, area.bounds.timeWidth());
        for (RowIndex.Row row : area.rows.rows(laneId)) {
            all.row(area, walk, row, area.bounds.originY() + area.layout.barTop(placed, subRow++), height);
        }
        return all;
    }

    private void row(LaneArea area, PixelWalk walk, RowIndex.Row row, double top, double height) {
        EventTable events = row.table();
        walk.walk(row, new PixelWalk.Visitor() {
            @Override
            public void event(int event) {
                double half = events.kind(event).hasDuration() ? 0 : height * 0.29;
                double left = area.clampX(area.x(events.start(event)) - half);
                double right = area.clampX(area.x(events.end(event)) + half);
                bars.add(new Rect(left, top, Math.max(1, right - left), height));
            }

            @Override
            public void density(int first, int count, int x) {
                bars.add(new Rect(area.bounds.timeLeft() + x, top, 1, height));
            }
        });
    }

    /** Tells whether no bar lies in {@code box}. */
    boolean leave(Rect box) {
        return bars.stream().noneMatch(box::intersects);
    }
}
