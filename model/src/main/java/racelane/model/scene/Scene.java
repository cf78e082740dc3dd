package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture as data: what to draw, in what order, in which colour roles; and what lies where. Immutable once built; any thread.
 * Drawn from back to front: {@link #under}, {@link #marks}, {@link #over}, {@link #frame}.
 */
public final class Scene {
    private final double width;
    private final double height;
    private final double contentHeight;
    private final List<Shape> under;
    private final Marks marks;
    private final List<Shape> over;
    private final List<Shape> frame;
    private final List<Region> regions;
    private final List<Traced> traced;
    private final PixelColumns columns;

    /** A rectangle that answers a hit unless a mark or a region before it does. */
    record Region(double x, double y, double width, double height, Hit hit) {
        boolean contains(double px, double py) {
            return px >= x && px < x + width && py >= y && py < y + height;
        }
    }

    /** An arrow that answers a hit along its curve. */
    record Traced(Shape.Arrow arrow, Hit hit) {}

    Scene(SceneSink sink, double width, double height, double contentHeight) {
        this.width = width;
        this.height = height;
        this.contentHeight = contentHeight;
        this.under = List.copyOf(sink.under);
        this.marks = sink.marks;
        List<Shape> above = new ArrayList<>(sink.torn);
        above.addAll(sink.over);
        this.over = List.copyOf(above);
        this.frame = List.copyOf(sink.frame);
        this.regions = List.copyOf(sink.regions);
        this.traced = List.copyOf(sink.traced);
        this.columns = sink.columns;
    }

    /** Returns what was found for its marks, for the picture that comes next. */
    public PixelColumns columns() {
        return columns;
    }

    /** Returns the width in px. */
    public double width() {
        return width;
    }

    /** Returns the height in px. */
    public double height() {
        return height;
    }

    /** Returns the height in px that all lanes would take: what a scroll bar needs. */
    public double contentHeight() {
        return contentHeight;
    }

    /** Returns what lies behind the events: grounds, grid, shaded windows. */
    public List<Shape> under() {
        return under;
    }

    /** Returns the marks of events. */
    public Marks marks() {
        return marks;
    }

    /** Returns what lies over the events: labels, steps, arrows, call-outs. */
    public List<Shape> over() {
        return over;
    }

    /** Returns what covers all: the column with the lanes' names. */
    public List<Shape> frame() {
        return frame;
    }

    /** Returns what lies at (x, y), in px, from the same geometry that is painted. */
    public Optional<Hit> hit(double x, double y) {
        Optional<Region> region =
                regions.stream().filter(one -> one.contains(x, y)).findFirst();
        boolean onTop = region.isPresent()
                && region.get().hit().what() != Hit.What.LANE
                && region.get().hit().what() != Hit.What.COUNTER
                && region.get().hit().what() != Hit.What.WINDOW;
        if (onTop) {
            return region.map(Region::hit);
        }
        Optional<Hit> link = CurveHit.of(traced, x, y);
        if (link.isPresent()) {
            return link;
        }
        int mark = marks.at(x, y, 0);
        mark = mark < 0 ? marks.at(x, y, 3) : mark; // thin marks are forgiven three px, but never against an exact one
        if (mark < 0) {
            return region.map(Region::hit);
        }
        boolean density = marks.kind(mark) == Marks.Kind.DENSITY;
        int lane = regions.stream()
                .filter(one -> one.hit().what() == Hit.What.LANE && one.contains(x, y))
                .mapToInt(one -> one.hit().laneId())
                .findFirst()
                .orElse(-1);
        return Optional.of(new Hit(
                density ? Hit.What.DENSITY : Hit.What.EVENT,
                Optional.of(marks.event(mark)),
                marks.count(mark),
                "",
                lane));
    }

    /** Returns the scene as text, one line a mark or shape, px to a tenth: what golden tests compare. */
    public String dump() {
        return SceneDump.of(this);
    }
}
