package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeText;

/** Draws the folds of a figure as if the paper were torn: a blank strip between two jagged edges, with the time that is missing. */
final class FoldMarks {
    /** How wide a fold is drawn, px. */
    static final double WIDTH = 64;

    private static final double TOOTH = 9;
    private static final double DEEP = 4;
    private static final double SIZE = 11.5;

    private final LaneArea area;
    private final SceneSink sink;

    FoldMarks(LaneArea area, SceneSink sink) {
        this.area = area;
        this.sink = sink;
    }

    /** Tells whether anything is folded. */
    static boolean any(LaneArea area) {
        return !area.scale.folds().isEmpty();
    }

    /** Draws the folds over what stands in the lanes, and keeps words away from them. */
    void draw() {
        for (TimeRange gap : area.scale.folds().gaps()) {
            double left = area.clampX(area.x(gap.start()));
            double right = area.clampX(area.x(gap.end()));
            double top = area.bounds.top();
            double bottom = area.bounds.bottom();
            if (right - left < 4 * DEEP) {
                continue;
            }
            sink.torn.add(new Shape.Box(left, top, right - left, bottom - top, 0, ColorRole.BACKGROUND, null, 0));
            edge(left + DEEP, top, bottom, 1);
            edge(right - DEEP, top, bottom, -1);
            area.taken.add(new Rect(left, top, right - left, bottom - top));
            label(gap, (left + right) / 2, right - left - 2 * DEEP - 6, top);
        }
    }

    private void edge(double x, double top, double bottom, int towards) {
        List<Shape> lines = new ArrayList<>();
        double side = -DEEP;
        double fromX = x + towards * side;
        for (double y = top; y < bottom; y += TOOTH) {
            double next = Math.min(bottom, y + TOOTH);
            side = -side;
            double toX = x + towards * side;
            lines.add(new Shape.Line(fromX, y, toX, next, ColorRole.RULE, 1.2, false));
            fromX = toX;
        }
        sink.torn.addAll(lines);
    }

    /** The time left out, in the first lane's height, where it fits; the legend says what a fold is. */
    private void label(TimeRange gap, double middle, double room, double top) {
        String text = TimeText.duration(gap.duration());
        double width = area.measure.width(text, FontRole.MEDIUM, SIZE);
        if (width > room) {
            text = "≈ " + TimeText.duration(rounded(gap.duration()));
            width = area.measure.width(text, FontRole.MEDIUM, SIZE);
        }
        if (width <= room) {
            sink.torn.add(new Shape.Label(
                    middle - width / 2, top + 20, width, text, FontRole.MEDIUM, SIZE, ColorRole.TEXT_MUTED));
        }
    }

    /** Returns the duration to two digits. */
    private static long rounded(long nanos) {
        long unit = 1;
        while (nanos / unit >= 100) {
            unit *= 10;
        }
        long coarse = nanos / unit * unit;
        long minute = 60_000_000_000L;
        return coarse >= 2 * minute ? coarse / minute * minute : coarse;
    }
}
