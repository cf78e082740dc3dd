package racelane.model.scene;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import racelane.model.event.EventRef;

/** Says what the marks mean that do not explain themselves; only those that occur. */
final class FigureLegend {
    private static final double SIZE = 12;
    private static final double SWATCH = 22;
    private static final double GAP = 20;
    private static final double LINE = 22;

    private final TextMeasure measure;
    private final List<Marks.Kind> kinds = new ArrayList<>();

    /** Creates the legend of these marks; instants under a step's number are not to be seen and do not count. */
    FigureLegend(Marks marks, Set<EventRef> steps, TextMeasure measure) {
        this.measure = measure;
        Set<Marks.Kind> seen = EnumSet.noneOf(Marks.Kind.class);
        for (int i = 0; i < marks.size(); i++) {
            if (marks.kind(i) != Marks.Kind.INSTANT || !steps.contains(marks.event(i))) {
                seen.add(marks.kind(i));
            }
        }
        for (Marks.Kind kind : Marks.Kind.values()) {
            if (seen.contains(kind) && !text(kind).isEmpty()) {
                kinds.add(kind);
            }
        }
    }

    double width() {
        double width = 0;
        for (Marks.Kind kind : kinds) {
            width += SWATCH + 6 + measure.width(text(kind), FontRole.REGULAR, SIZE) + GAP;
        }
        return Math.max(0, width - GAP);
    }

    /** Draws the legend, in several lines where {@code room} is narrow; returns the middle of the last line. */
    double draw(SceneSink sink, double left, double middle, double room) {
        double x = left;
        double y = middle;
        for (Marks.Kind kind : kinds) {
            String text = text(kind);
            double width = measure.width(text, FontRole.REGULAR, SIZE);
            if (x > left && x + SWATCH + 6 + width > left + room) {
                x = left;
                y += LINE;
            }
            swatch(sink, kind, x, y);
            x += SWATCH + 6;
            sink.over.add(
                    new Shape.Label(x, y + SIZE * 0.36, width, text, FontRole.REGULAR, SIZE, ColorRole.TEXT_MUTED));
            x += width + GAP;
        }
        return y;
    }

    private static void swatch(SceneSink sink, Marks.Kind kind, double x, double middle) {
        switch (kind) {
            case INSTANT -> sink.over.add(new Shape.Diamond(x + SWATCH - 7, middle, 6, ColorRole.OP_0));
            case OPEN -> {
                double[] widths = {9, 3, 2, 1};
                double at = x;
                for (double width : widths) {
                    sink.over.add(new Shape.Box(at, middle - 6, width, 12, 0, ColorRole.OP_0, null, 0));
                    at += width + 2;
                }
            }
            case WAIT -> {
                sink.over.add(new Shape.Box(x, middle - 6, SWATCH, 12, 2, ColorRole.WAIT, null, 0));
                for (double at = 2; at < SWATCH - 8; at += 6) {
                    sink.over.add(
                            new Shape.Line(x + at, middle + 5, x + at + 10, middle - 5, ColorRole.WAIT_LINE, 1, false));
                }
            }
            case DENSITY -> {
                for (int i = 0; i < 4; i++) {
                    sink.over.add(new Shape.Box(x + 2 + i * 5, middle - 6, i + 1, 12, 0, ColorRole.OP_0, null, 0));
                }
            }
            default -> sink.over.add(new Shape.Box(x, middle - 6, SWATCH, 12, 2, ColorRole.WARNING, null, 0));
        }
    }

    private static String text(Marks.Kind kind) {
        return switch (kind) {
            case BAR -> "";
            case OPEN -> "no end seen";
            case WAIT -> "waiting";
            case INTRUDER -> "intruder";
            case INSTANT -> "instant";
            case DENSITY -> "several events in one pixel";
        };
    }
}
