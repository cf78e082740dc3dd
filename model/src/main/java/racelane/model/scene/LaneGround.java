package racelane.model.scene;

import java.util.Optional;
import racelane.model.lane.PlanRow;
import racelane.model.scene.LaneLayout.Placed;

/** Draws what lies around the events: the lanes' grounds, their names and the group headers. */
final class LaneGround {
    private final LaneArea area;
    private final SceneSink sink;

    LaneGround(LaneArea area, SceneSink sink) {
        this.area = area;
        this.sink = sink;
    }

    /** Draws the grounds of the visible rows. */
    void grounds() {
        LaneArea.Bounds bounds = area.bounds;
        for (Placed placed : area.visible()) {
            double y = area.y(placed);
            if (placed.index() % 2 == 0) {
                sink.under.add(new Shape.Box(
                        bounds.left(), y, bounds.right() - bounds.left(), placed.height(), 0, ColorRole.LANE, null, 0));
            }
            double bottom = y + placed.height();
            sink.under.add(new Shape.Line(bounds.left(), bottom, bounds.right(), bottom, ColorRole.GRID, 1, false));
        }
    }

    /** Draws the column with the names; {@code ground} also covers what lies under it. */
    void names(boolean ground) {
        LaneArea.Bounds bounds = area.bounds;
        double gutter = bounds.timeLeft() - bounds.left();
        if (ground && gutter > 0) {
            double height = bounds.bottom() - bounds.top();
            sink.frame.add(new Shape.Box(bounds.left(), bounds.top(), gutter, height, 0, ColorRole.GUTTER, null, 0));
        }
        for (Placed placed : area.visible()) {
            double y = area.y(placed);
            switch (placed.row()) {
                case PlanRow.PlannedLane lane -> {
                    if (gutter > 0) {
                        lane(placed, lane, ground, gutter);
                    }
                    region(y, placed, new Hit(Hit.What.LANE, Optional.empty(), 0, "", lane.laneId()));
                }
                case PlanRow.PlannedCounter counter -> {
                    if (gutter > 0) {
                        name(placed, counter.name(), counter.caption(), ground, area.metrics.rangeRoom());
                    }
                    region(
                            y,
                            placed,
                            new Hit(Hit.What.COUNTER, Optional.empty(), 0, Integer.toString(counter.counter()), -1));
                }
                case PlanRow.GroupHeader header -> {
                    group(placed, header, ground);
                    sink.regions.addFirst(new Scene.Region(
                            bounds.left(),
                            y,
                            bounds.right() - bounds.left(),
                            placed.height(),
                            new Hit(Hit.What.GROUP, Optional.empty(), 0, header.group(), -1)));
                }
            }
        }
        if (ground && gutter > 0) {
            sink.frame.add(new Shape.Line(
                    bounds.timeLeft(), bounds.top(), bounds.timeLeft(), bounds.bottom(), ColorRole.GRID, 1, false));
        }
    }

    /** Writes a group's name: on the screen with a sign to fold it by, on paper over the whole width. */
    private void group(Placed placed, PlanRow.GroupHeader header, boolean screen) {
        double left = area.bounds.left() + 8;
        double baseline = area.y(placed) + placed.height() / 2 + 4;
        if (screen) {
            String text = (header.collapsed() ? "▸ " : "▾ ") + area.words(header.group()) + "  " + header.lanes();
            write(left, baseline, text, ColorRole.TEXT_MUTED, false, 0);
            return;
        }
        double size = area.metrics.captionSize() + 0.5;
        String text = area.measure.shortened(
                area.words(header.group()), FontRole.SEMI_BOLD, size, area.bounds.right() - left - 8);
        double width = area.measure.width(text, FontRole.SEMI_BOLD, size);
        sink.frame.add(new Shape.Label(left, baseline, width, text, FontRole.SEMI_BOLD, size, ColorRole.TEXT_MUTED));
    }

    private void lane(Placed placed, PlanRow.PlannedLane lane, boolean ruled, double gutter) {
        LaneArea.Bounds bounds = area.bounds;
        double y = area.y(placed);
        name(placed, lane.name(), lane.caption(), ruled, 0);
        sink.regions.addFirst(new Scene.Region(bounds.left(), y, gutter, placed.height(), Hit.laneName(lane.laneId())));
    }

    /** Writes a name and the line under it, and leaves {@code kept} px free at the right. */
    private void name(Placed placed, String name, String caption, boolean ruled, double kept) {
        LaneArea.Bounds bounds = area.bounds;
        double y = area.y(placed);
        if (ruled) {
            double bottom = y + placed.height();
            sink.frame.add(new Shape.Line(bounds.left(), bottom, bounds.timeLeft(), bottom, ColorRole.GRID, 1, false));
        }
        double baseline = y + area.metrics.padTop() + area.metrics.nameSize() * 0.92;
        write(bounds.left() + 8, baseline, area.words(name), ColorRole.TEXT, true, kept);
        double below = baseline + area.metrics.captionSize() * 1.4;
        if (below + 2 > y + placed.height()) {
            return; // made so low by hand that only the name has room
        }
        write(bounds.left() + 8, below, area.words(caption), ColorRole.TEXT_FAINT, false, kept);
    }

    private void region(double y, Placed placed, Hit hit) {
        sink.regions.add(new Scene.Region(
                area.bounds.left(), y, area.bounds.right() - area.bounds.left(), placed.height(), hit));
    }

    private void write(double x, double baseline, String text, ColorRole color, boolean name, double kept) {
        double size = name ? area.metrics.nameSize() : area.metrics.captionSize();
        FontRole font = name ? FontRole.SEMI_BOLD : FontRole.REGULAR;
        double room = Math.max(20, area.bounds.timeLeft() - x - 8 - kept);
        String shown = name
                ? area.measure.shortenedInside(text, font, size, room)
                : area.measure.shortened(text, font, size, room);
        double width = area.measure.width(shown, font, size);
        sink.frame.add(new Shape.Label(x, baseline, width, shown, font, size, color));
    }
}
