package racelane.app.timeline;

import java.util.Optional;
import racelane.model.lane.LanePlan;
import racelane.model.scene.LaneLayout.Placed;

/** Drags the lower edge of a lane or counter track, so that it becomes higher or lower. JavaFX thread. */
final class LaneEdge {
    private static final double REACH = 3;

    private final LanePane pane;
    private final TimelineModel model;
    private int key;
    private double height;
    private double from;
    private boolean dragging;

    LaneEdge(LanePane pane, TimelineModel model) {
        this.pane = pane;
        this.model = model;
    }

    /** Tells whether the lower edge of a lane can be taken hold of at (x, y) px: beside its name. */
    boolean isAt(double x, double y) {
        return at(x, y).isPresent();
    }

    private Optional<Placed> at(double x, double y) {
        return x < model.gutter()
                ? pane.layout().get().endingNear(y + pane.scrolled().getAsDouble(), REACH)
                : Optional.empty();
    }

    /** Takes hold of the edge at (x, y) px, when there is one. */
    boolean press(double x, double y) {
        Optional<Placed> found = at(x, y);
        dragging = found.isPresent();
        found.ifPresent(placed -> {
            key = LanePlan.heightKey(placed.row());
            height = placed.height();
            from = y;
        });
        return dragging;
    }

    /** Moves the edge that was taken hold of; returns whether there is one. */
    boolean drag(double y) {
        if (dragging) {
            model.acts().setPlan(model.plan().withHeight(key, Math.max(1, height + y - from)));
        }
        return dragging;
    }

    /** Lets go of the edge; returns whether there was one. */
    boolean release() {
        boolean was = dragging;
        dragging = false;
        return was;
    }

    /** Gives the lane that ends at (x, y) px the height back that its events need. */
    void reset(double x, double y) {
        at(x, y).ifPresent(placed ->
                model.acts().setPlan(model.plan().withHeight(LanePlan.heightKey(placed.row()), 0)));
    }
}
