package racelane.model.scene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Lane;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.scene.LaneLayout.Placed;
import racelane.model.time.TimeScale;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** Where lanes, time and events lie on the picture that is being built, and what is already taken. One build, one thread. */
final class LaneArea {
    final Trace trace;
    final RowIndex rows;
    final LaneLayout layout;
    final TimeScale scale;
    final Bounds bounds;
    final LaneMetrics metrics;
    final TextMeasure measure;
    final Wording wording;
    final Optional<RaceWindow> focus;
    final Set<EventRef> intruders = new HashSet<>();
    /** What labels must not touch. */
    final List<Rect> taken = new ArrayList<>();

    /**
     * The part of the picture that shows lanes.
     *
     * @param left left edge of the gutter
     * @param timeLeft left edge of the time area, where the scale's x is 0
     * @param right right edge
     * @param top top of what is visible
     * @param bottom bottom of what is visible
     * @param originY where the first lane's top would be
     */
    record Bounds(double left, double timeLeft, double right, double top, double bottom, double originY) {
        double timeWidth() {
            return right - timeLeft;
        }
    }

    LaneArea(SceneRequest request, LaneLayout layout, Bounds bounds) {
        this.wording = new Wording(request.measure());
        this.trace = request.trace();
        this.rows = request.rows();
        this.layout = layout;
        this.scale = request.scale();
        this.bounds = bounds;
        this.metrics = request.metrics();
        this.measure = request.measure();
        this.focus = request.selectedWindow();
        focus.ifPresent(window ->
                window.roles().stream().filter(WindowRole::intruder).forEach(role -> intruders.add(role.event())));
    }

    double x(long time) {
        return bounds.timeLeft() + scale.x(time);
    }

    double clampX(double x) {
        return Math.clamp(x, bounds.timeLeft(), bounds.right());
    }

    boolean inTime(double x) {
        return x >= bounds.timeLeft() && x <= bounds.right();
    }

    double y(Placed row) {
        return bounds.originY() + row.y();
    }

    List<Placed> visible() {
        return layout.between(bounds.top() - bounds.originY(), bounds.bottom() - bounds.originY());
    }

    /** Returns the top of the bar of an event, or nothing when its lane is not shown. */
    Optional<Double> barTop(EventRef ref) {
        if (ref.table() >= trace.tables().size()
                || ref.row() >= trace.tables().get(ref.table()).size()) {
            return Optional.empty(); // a window of an older trace, for the moment until it is matched anew
        }
        return layout.lane(rows.laneOf(ref)).map(lane -> bounds.originY() + layout.barTop(lane, rows.subRow(ref)));
    }

    /** Returns the height of the bar of an event, px. */
    double barHeight(EventRef ref) {
        return layout.lane(rows.laneOf(ref)).map(layout::barHeight).orElse(metrics.barHeight());
    }

    /** Returns the sub-row of an event: those of a lane's sources lie below each other, so that none hides another. */
    static int subRow(Trace trace, int laneId, EventRef ref, EventTable table) {
        int base = 0;
        Lane lane = trace.lanes().get(laneId);
        for (LaneSlice slice : lane.slices()) {
            if (slice.table() == table) {
                break;
            }
            base += slice.rows();
        }
        return base + table.depth(ref.row());
    }

    /** Returns the words of the evidence or of the user as they are drawn. */
    String words(String text) {
        return wording.of(text);
    }

    boolean isFree(Rect box) {
        for (Rect one : taken) {
            if (one.intersects(box)) {
                return false;
            }
        }
        return true;
    }
}
