package racelane.app.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import racelane.app.paint.PixelPane;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.scene.Marks;
import racelane.model.scene.Scene;
import racelane.model.scene.Shape;

/** Tells tests where on the screen the timeline has drawn an event. JavaFX thread. */
public final class DrawnEvents {
    private static final double TOP = TimelineModel.OVERVIEW_HEIGHT + TimelineModel.RULER_HEIGHT;

    private DrawnEvents() {}

    /** Tells whether the timeline is out of sight, or drawn as things stand. */
    public static boolean settled(TimelineView view) {
        for (Node node = view; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return true;
            }
        }
        return view.getScene() == null || view.settled();
    }

    /** Returns the trace that is drawn. */
    public static Trace trace(TimelineView view) {
        return view.model().trace();
    }

    /** Returns the box of an event's mark in px of the timeline's node; nothing when it is not drawn, or not by itself. */
    public static Optional<Rectangle2D> box(TimelineView view, EventRef event) {
        Marks marks = view.scene().marks();
        for (int i = marks.size() - 1; i >= 0; i--) {
            if (marks.event(i).equals(event) && marks.kind(i) != Marks.Kind.DENSITY) {
                return Optional.of(
                        new Rectangle2D(marks.x(i), TOP + marks.y(i), Math.max(1, marks.width(i)), marks.height(i)));
            }
        }
        return Optional.empty();
    }

    /** Returns what a drawn event looks like. */
    public static Optional<Marks.Kind> kind(TimelineView view, EventRef event) {
        Marks marks = view.scene().marks();
        for (int i = marks.size() - 1; i >= 0; i--) {
            if (marks.event(i).equals(event)) {
                return Optional.of(marks.kind(i));
            }
        }
        return Optional.empty();
    }

    /** Returns the point of the lanes at an instant, {@code down} px below the ruler, in px of the screen. */
    public static Point2D at(TimelineView view, long time, double down) {
        double x = view.model().view().scale().x(time) + view.model().gutter();
        return view.localToScreen(x, TOP + down);
    }

    /** Returns the point of a scrolled lane's lower edge beside its name, in px of the screen. */
    public static Point2D edge(TimelineView view, int laneId) {
        double bottom = view.model().layout().lane(laneId).orElseThrow().bottom();
        return view.localToScreen(
                20, TOP + view.model().pinnedHeight() + bottom - view.model().scrollY());
    }

    /** Returns what stands on the ruler. */
    public static List<String> rulerTexts(TimelineView view) {
        Scene ruler = view.model().frame().ruler();
        return Stream.concat(ruler.under().stream(), ruler.over().stream())
                .filter(Shape.Label.class::isInstance)
                .map(shape -> ((Shape.Label) shape).text())
                .toList();
    }

    /** Returns the node on which the lanes are drawn. */
    public static Node lanes(TimelineView view) {
        return view.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof PixelPane && node.getLayoutY() == TOP)
                .findFirst()
                .orElseThrow();
    }

    /** Returns how many arrows are drawn. */
    public static long arrows(TimelineView view) {
        return view.scene().over().stream()
                .filter(shape -> shape instanceof Shape.Arrow)
                .count();
    }

    /** Returns how many pieces of counters are drawn. */
    public static long areas(TimelineView view) {
        return view.scene().under().stream()
                .filter(shape -> shape instanceof Shape.Area)
                .count();
    }

    /** Returns how high the lanes that hold something are, in px. */
    public static double lanesHeight(TimelineView view) {
        return Math.min(view.scene().contentHeight(), view.getHeight() - TOP);
    }
}
