package racelane.app.export;

import java.util.ArrayList;
import java.util.List;
import racelane.app.paint.DrawingSurface;
import racelane.model.scene.Shape;

/** Draws nothing and remembers what was asked for, in its order. */
final class DrawLog implements DrawingSurface {
    final List<String> lines = new ArrayList<>();
    final List<Shape.Label> texts = new ArrayList<>();

    @Override
    public void fillRects(float[] boxes, int count, int argb) {
        lines.add("rects " + count + " " + color(argb));
    }

    @Override
    public void fillBox(Shape.Box box, int argb) {
        lines.add("box " + color(argb));
    }

    @Override
    public void strokeBox(Shape.Box box, int argb) {
        lines.add("outline " + color(argb));
    }

    @Override
    public void strokeLine(Shape.Line line, int argb) {
        lines.add((line.dashed() ? "dashed " : "line ") + color(argb));
    }

    @Override
    public void strokeCurve(double[] points, int argb, double lineWidth) {
        lines.add("curve " + color(argb));
    }

    @Override
    public void strokePath(double[] points, int argb, double lineWidth) {
        lines.add("path " + color(argb));
    }

    @Override
    public void fillPolygon(double[] points, int argb) {
        lines.add("polygon " + color(argb));
    }

    @Override
    public void fillCircle(double x, double y, double radius, int argb) {
        lines.add("circle " + color(argb));
    }

    @Override
    public void text(Shape.Label label, int argb) {
        texts.add(label);
        lines.add("text " + label.text());
    }

    private static String color(int argb) {
        return Integer.toHexString(argb);
    }
}
