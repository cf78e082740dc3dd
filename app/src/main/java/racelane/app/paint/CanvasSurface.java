package racelane.app.paint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import racelane.app.theme.Fonts;
import racelane.model.scene.FontRole;
import racelane.model.scene.Shape;

/** Draws onto a canvas. JavaFX thread only. Remembers colours and fonts, so keep it as long as the canvas. */
public final class CanvasSurface implements DrawingSurface {
    private final GraphicsContext graphics;
    private final Map<FontRole, String> names = new EnumMap<>(FontRole.class);
    private final Map<FontRole, Map<Double, Font>> fonts = new EnumMap<>(FontRole.class);
    private final Map<Integer, Color> colors = new HashMap<>();

    /** Creates the surface of a canvas and makes the shipped fonts known to the toolkit. */
    public CanvasSurface(GraphicsContext graphics) {
        this.graphics = graphics;
        for (FontRole role : FontRole.values()) {
            try (InputStream in = Fonts.stream(role)) {
                Font font = Font.loadFont(in, 12);
                names.put(role, font == null ? Font.getDefault().getName() : font.getName());
            } catch (IOException e) {
                throw new UncheckedIOException("a shipped font cannot be read; install Racelane again", e);
            }
        }
    }

    @Override
    public void fillRects(float[] boxes, int count, int argb) {
        graphics.setFill(color(argb));
        int next;
        for (int i = 0; i < count; i = next) {
            next = endOfRun(boxes, i, count);
            float right = boxes[4 * next - 4] + boxes[4 * next - 2];
            graphics.fillRect(boxes[4 * i], boxes[4 * i + 1], right - boxes[4 * i], boxes[4 * i + 3]);
        }
    }

    /**
     * Returns the first rectangle from {@code first} on that does not continue the one before it to the right. The dense part
     * of a lane with one operation is one such run: a canvas pays by the rectangle.
     */
    static int endOfRun(float[] boxes, int first, int count) {
        int next = first + 1;
        while (next < count
                && boxes[4 * next] == boxes[4 * next - 4] + boxes[4 * next - 2]
                && boxes[4 * next + 1] == boxes[4 * next - 3]
                && boxes[4 * next + 3] == boxes[4 * next - 1]) {
            next++;
        }
        return next;
    }

    @Override
    public void fillBox(Shape.Box box, int argb) {
        graphics.setFill(color(argb));
        if (box.radius() > 0) {
            double arc = 2 * box.radius();
            graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        } else {
            graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        }
    }

    @Override
    public void strokeBox(Shape.Box box, int argb) {
        graphics.setStroke(color(argb));
        graphics.setLineWidth(box.lineWidth());
        graphics.setLineDashes();
        double arc = 2 * box.radius();
        graphics.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
    }

    @Override
    public void strokeLine(Shape.Line line, int argb) {
        graphics.setStroke(color(argb));
        graphics.setLineWidth(line.width());
        graphics.setLineCap(StrokeLineCap.BUTT);
        if (line.dashed()) {
            graphics.setLineDashes(5, 4);
        } else {
            graphics.setLineDashes();
        }
        double snap = line.width() <= 1 ? 0.5 : 0; // a 1 px line on whole px would be smeared over two
        boolean upright = line.x1() == line.x2();
        boolean level = line.y1() == line.y2();
        double x1 = upright ? Math.floor(line.x1()) + snap : line.x1();
        double x2 = upright ? x1 : line.x2();
        double y1 = level ? Math.floor(line.y1()) + snap : line.y1();
        double y2 = level ? y1 : line.y2();
        graphics.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void strokeCurve(double[] p, int argb, double lineWidth) {
        graphics.setStroke(color(argb));
        graphics.setLineWidth(lineWidth);
        graphics.setLineDashes();
        graphics.beginPath();
        graphics.moveTo(p[0], p[1]);
        graphics.bezierCurveTo(p[2], p[3], p[4], p[5], p[6], p[7]);
        graphics.stroke();
    }

    @Override
    public void strokePath(double[] points, int argb, double lineWidth) {
        graphics.setStroke(color(argb));
        graphics.setLineWidth(lineWidth);
        graphics.setLineDashes();
        int corners = points.length / 2;
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            xs[i] = points[2 * i];
            ys[i] = points[2 * i + 1];
        }
        graphics.strokePolyline(xs, ys, corners);
    }

    @Override
    public void fillPolygon(double[] points, int argb) {
        graphics.setFill(color(argb));
        int corners = points.length / 2;
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            xs[i] = points[2 * i];
            ys[i] = points[2 * i + 1];
        }
        graphics.fillPolygon(xs, ys, corners);
    }

    @Override
    public void fillCircle(double x, double y, double radius, int argb) {
        graphics.setFill(color(argb));
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void text(Shape.Label label, int argb) {
        graphics.setFill(color(argb));
        graphics.setFont(font(label.font(), label.size()));
        graphics.fillText(label.text(), label.x(), label.y());
    }

    private Font font(FontRole role, double size) {
        return fonts.computeIfAbsent(role, key -> new HashMap<>())
                .computeIfAbsent(size, px -> new Font(names.get(role), px));
    }

    private Color color(int argb) {
        return colors.computeIfAbsent(
                argb, key -> Color.rgb((key >> 16) & 0xFF, (key >> 8) & 0xFF, key & 0xFF, (key >>> 24) / 255.0));
    }
}
