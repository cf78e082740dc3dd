package racelane.app.timeline;

import racelane.model.scene.Marks;
import racelane.model.scene.Scene;

/** Finds the instant meant by a point: the nearest start or end of a drawn event within a few pixels, else the point itself. */
final class SnapToEvents {
    /** How near, in px, an edge must be to draw the point to itself. */
    static final double REACH = 7;

    private final Scene scene;
    private final TimelineModel model;
    private final boolean off;

    SnapToEvents(Scene scene, TimelineModel model, boolean off) {
        this.scene = scene;
        this.model = model;
        this.off = off;
    }

    /** Returns the instant at (x, y) px of the lanes, ns since the epoch. */
    long time(double x, double y) {
        long plain = model.view().scale().time(x - model.gutter());
        if (off) {
            return plain;
        }
        long best = plain;
        double bestAway = REACH;
        Marks marks = scene.marks();
        for (int i = 0; i < marks.size(); i++) {
            if (marks.kind(i) == Marks.Kind.DENSITY) {
                continue;
            }
            var table = model.trace().tables().get(marks.event(i).table());
            int row = marks.event(i).row();
            for (long edge : new long[] {table.start(row), table.end(row)}) {
                double away = Math.abs(model.view().scale().x(edge) + model.gutter() - x)
                        + (y >= marks.y(i) && y < marks.y(i) + marks.height(i) ? 0 : 1);
                if (away < bestAway) {
                    bestAway = away;
                    best = edge;
                }
            }
        }
        return best;
    }
}
