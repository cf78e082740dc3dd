package racelane.app.paint;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.app.theme.Palette;
import racelane.model.scene.ColorRole;
import racelane.model.scene.FontRole;
import racelane.model.scene.Marks;
import racelane.model.scene.Scene;
import racelane.model.scene.Shape;
import racelane.model.scene.TextMeasure;

/** Paints a scene onto any surface, from back to front. One use, one thread. */
public final class ScenePainter {
    private static final double ARROW_LENGTH = 5.5;
    private static final double HATCH = 7;
    private static final double ROUND_FROM = 6;
    private static final double GROUND = 0.38;
    private static final double BAND = 0.55;
    private static final double EDGE = 1.4;
    private static final double INK = 0.35;

    private final Scene scene;
    private final DrawingSurface surface;
    private final Palette palette;
    private final TextMeasure measure;

    private ScenePainter(Scene scene, DrawingSurface surface, Palette palette, TextMeasure measure) {
        this.scene = scene;
        this.surface = surface;
        this.palette = palette;
        this.measure = measure;
    }

    /** Paints the scene and, under it, the palette's ground. */
    public static void paint(Scene scene, DrawingSurface surface, Palette palette, TextMeasure measure) {
        surface.fillBox(new Shape.Box(0, 0, scene.width(), scene.height(), 0, null, null, 0), palette.background());
        ScenePainter painter = new ScenePainter(scene, surface, palette, measure);
        painter.shapes(scene.under());
        painter.marks();
        painter.shapes(scene.over());
        painter.shapes(scene.frame());
    }

    /**
     * Fills the marks: the plain ones a colour at a time, since a surface that changes colour for each would be many times slower, or
     * row by row where the surface likes that better.
     */
    private void marks() {
        Marks marks = scene.marks();
        RectBatches batches = new RectBatches();
        BarRow row = new BarRow(surface);
        int[] shown = shown(marks);
        int[] colors = new int[ColorRole.values().length * Marks.LEVELS];
        boolean rows = surface.fillsRows();
        int others = 0;
        for (int i : shown) {
            if (!isPlain(marks, i)) {
                shown[others++] = i;
                continue;
            }
            int at = marks.role(i).ordinal() * Marks.LEVELS + marks.level(i);
            if (colors[at] == 0) {
                colors[at] = faded(palette.argb(marks.role(i)), marks.opacity(i));
            }
            if (rows) {
                row.add(colors[at], marks, i);
            } else {
                batches.add(colors[at], marks, i);
            }
        }
        row.flush();
        batches.flush(surface);
        for (int i = 0; i < others; i++) {
            if (marks.kind(shown[i]) != Marks.Kind.INSTANT) {
                rounded(marks, shown[i]);
            }
        }
        for (int i = 0; i < others; i++) { // diamonds lie over the bars they touch, whichever comes first
            onTop(marks, shown[i]);
        }
    }

    /** Returns the marks that the surface shows: asked once, for a picture is painted in many bands. */
    private int[] shown(Marks marks) {
        int[] shown = new int[marks.size()];
        int count = 0;
        for (int i = 0; i < shown.length; i++) {
            if (surface.shows(marks.y(i) - 1, marks.y(i) + marks.height(i) + 1)) {
                shown[count++] = i;
            }
        }
        return count == shown.length ? shown : Arrays.copyOf(shown, count);
    }

    /** Tells whether a mark is a sharp-cornered bar and nothing else. */
    private static boolean isPlain(Marks marks, int i) {
        boolean diamond = marks.kind(i) == Marks.Kind.INSTANT && marks.width(i) > 3;
        return !diamond && marks.width(i) < ROUND_FROM;
    }

    private void rounded(Marks marks, int i) {
        double gap = marks.width(i) > 12 ? 0.5 : 0; // neighbours without a gap in time still read as two
        surface.fillBox(
                new Shape.Box(marks.x(i), marks.y(i), marks.width(i) - gap, marks.height(i), 3, null, null, 0),
                faded(palette.argb(marks.role(i)), marks.opacity(i)));
    }

    private void onTop(Marks marks, int i) {
        switch (marks.kind(i)) {
            case INSTANT -> {
                if (marks.width(i) > 3) {
                    double r = marks.width(i) / 2;
                    surface.fillDiamond(marks.x(i) + r, marks.y(i) + r, r + 1.5, palette.background());
                    surface.fillDiamond(marks.x(i) + r, marks.y(i) + r, r, palette.argb(marks.role(i)));
                }
            }
            case WAIT -> {
                if (marks.width(i) >= HATCH) {
                    surface.hatch(
                            new Shape.Box(marks.x(i), marks.y(i), marks.width(i), marks.height(i), 0, null, null, 0),
                            HATCH,
                            palette.argb(ColorRole.WAIT_LINE));
                }
            }
            default -> {}
        }
    }

    private void shapes(List<Shape> shapes) {
        for (Shape shape : shapes) {
            switch (shape) {
                case Shape.Box box -> box(box);
                case Shape.Line line -> {
                    double top = Math.min(line.y1(), line.y2()) - line.width();
                    if (surface.shows(top, Math.max(line.y1(), line.y2()) + line.width())) {
                        surface.strokeLine(line, palette.argb(line.color()));
                    }
                }
                case Shape.Arrow arrow -> arrow(arrow);
                case Shape.Area area -> area(area);
                case Shape.Badge badge -> badge(badge);
                case Shape.Diamond diamond ->
                    surface.fillDiamond(diamond.x(), diamond.y(), diamond.radius(), palette.argb(diamond.fill()));
                case Shape.Label label -> {
                    if (surface.shows(label.y() - label.size(), label.y() + label.size() * 0.5)) {
                        surface.text(label, palette.argb(label.color()));
                    }
                }
            }
        }
    }

    private void box(Shape.Box box) {
        if (!surface.shows(box.y() - 2, box.y() + box.height() + 2)) {
            return;
        }
        @Nullable ColorRole fill = box.fill();
        @Nullable ColorRole line = box.line();
        if (fill != null) {
            surface.fillBox(box, palette.argb(fill));
        }
        if (line != null) {
            surface.strokeBox(box, palette.argb(line));
        }
    }

    private void arrow(Shape.Arrow a) {
        double dx = a.x2() - a.cx2();
        double dy = a.y2() - a.cy2();
        double length = Math.max(1e-6, Math.hypot(dx, dy));
        double ux = dx / length;
        double uy = dy / length;
        double head = ARROW_LENGTH * a.width();
        double half = head * 0.46;
        double baseX = a.x2() - ux * head;
        double baseY = a.y2() - uy * head;
        int color = palette.argb(a.color());
        double[] curve = {a.x1(), a.y1(), a.cx1(), a.cy1(), a.cx2() - ux * head, a.cy2() - uy * head, baseX, baseY};
        surface.strokeCurve(curve, color, a.width());
        surface.fillPolygon(
                new double[] {a.x2(), a.y2(), baseX - uy * half, baseY + ux * half, baseX + uy * half, baseY - ux * half
                },
                color);
    }

    /** A calm ground up to the upper edge, more of it in the band between the edges, and the upper edge as a line. */
    private void area(Shape.Area area) {
        double[] upper = area.upper();
        double[] lower = area.lower();
        double top = area.bottom();
        double bottom = area.bottom();
        for (int i = 1; i < upper.length; i += 2) {
            top = Math.min(top, upper[i]);
            bottom = Math.max(bottom, lower[i]);
        }
        if (!surface.shows(top - 2, bottom + 2)) {
            return;
        }
        int color = palette.argb(area.color());
        double last = upper[upper.length - 2];
        double[] ground = Arrays.copyOf(upper, upper.length + 4);
        ground[upper.length] = last;
        ground[upper.length + 1] = area.bottom();
        ground[upper.length + 2] = upper[0];
        ground[upper.length + 3] = area.bottom();
        surface.fillPolygon(ground, faded(color, GROUND));
        double[] band = Arrays.copyOf(upper, 2 * upper.length);
        for (int i = 0; i < lower.length; i += 2) {
            band[2 * upper.length - 2 - i] = lower[i];
            band[2 * upper.length - 1 - i] = lower[i + 1];
        }
        surface.fillPolygon(band, faded(color, BAND));
        surface.strokePath(upper, inked(color, palette.argb(ColorRole.TEXT)), EDGE);
    }

    private void badge(Shape.Badge badge) {
        double size = badge.radius() * 1.25;
        if (badge.text().isEmpty()) {
            surface.fillCircle(badge.x(), badge.y(), badge.radius(), palette.argb(badge.fill()));
            return;
        }
        surface.fillCircle(badge.x(), badge.y(), badge.radius() + 1.5, palette.background());
        surface.fillCircle(badge.x(), badge.y(), badge.radius(), palette.argb(badge.fill()));
        double width = measure.width(badge.text(), FontRole.BOLD, size);
        Shape.Label label = new Shape.Label(
                badge.x() - width / 2, badge.y() + size * 0.36, width, badge.text(), FontRole.BOLD, size, badge.ink());
        surface.text(label, palette.argb(badge.ink()));
    }

    /** A colour drawn nearer to the ink, so that a thin line of a pale hue still reads on its ground. */
    private static int inked(int argb, int ink) {
        int mixed = argb & 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int part = (int) Math.round((argb >> shift & 0xFF) * (1 - INK) + (ink >> shift & 0xFF) * INK);
            mixed |= part << shift;
        }
        return mixed;
    }

    private static int faded(int argb, double opacity) {
        int alpha = (int) Math.round((argb >>> 24) * opacity);
        return (argb & 0xFFFFFF) | (alpha << 24);
    }
}
