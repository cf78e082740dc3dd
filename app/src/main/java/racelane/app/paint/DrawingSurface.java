package racelane.app.paint;

import racelane.model.scene.ColorRole;
import racelane.model.scene.Shape;

/**
 * The few operations that a scene needs. Colours are ARGB, lengths px before the surface's own scale, y grows downwards. One
 * thread; the thread of the surface's toolkit.
 */
public interface DrawingSurface {
    /**
     * Fills many rectangles of one colour at once.
     *
     * @param boxes x, y, width and height of each, one after the other
     * @param count how many rectangles
     */
    void fillRects(float[] boxes, int count, int argb);

    /**
     * Tells whether bars are best filled row by row, each in its colour, with {@link #fillRow}, and not a colour at a time. A surface
     * that changes colour at no cost and keeps its pixels in memory gains much by it.
     */
    default boolean fillsRows() {
        return false;
    }

    /**
     * Fills bars that stand side by side: all have the same top and height.
     *
     * @param boxes x, y, width and height of each, one after the other
     * @param argb the colour of each
     * @param count how many bars
     */
    default void fillRow(float[] boxes, int[] argb, int count) {
        for (int i = 0; i < count; i++) {
            fillBox(new Shape.Box(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]), argb[i]);
        }
    }

    /** Fills a box with its rounded corners; its roles are not looked at. */
    void fillBox(Shape.Box box, int argb);

    /** Draws the outline of a box; the line lies on the edge. */
    void strokeBox(Shape.Box box, int argb);

    /** Draws a straight line; a dashed one is 5 on, 4 off. */
    void strokeLine(Shape.Line line, int argb);

    /** Draws a cubic curve: x and y of the start, of both controls and of the end. */
    void strokeCurve(double[] points, int argb, double lineWidth);

    /** Draws straight lines from point to point: x and y of each. */
    void strokePath(double[] points, int argb, double lineWidth);

    /** Fills a polygon: x and y of each corner. */
    void fillPolygon(double[] points, int argb);

    /** Fills a square that stands on a corner: its middle, and the px from there to each corner. */
    default void fillDiamond(double x, double y, double radius, int argb) {
        fillPolygon(new double[] {x, y - radius, x + radius, y, x, y + radius, x - radius, y}, argb);
    }

    /** Draws lines of 1 px, {@code period} px apart, that rise to the right over a box. */
    default void hatch(Shape.Box box, double period, int argb) {
        double bottom = box.y() + box.height();
        double end = box.x() + box.width();
        double first = Math.ceil(-box.height() / period) * period;
        for (double at = box.x() + first; at < end; at += period) {
            double left = Math.max(at, box.x());
            double right = Math.min(at + box.height(), end);
            if (right > left) {
                double y1 = bottom - (left - at);
                double y2 = bottom - (right - at);
                strokeLine(new Shape.Line(left, y1, right, y2, ColorRole.WAIT_LINE, 1, false), argb);
            }
        }
    }

    /** Fills a disc. */
    void fillCircle(double x, double y, double radius, int argb);

    /** Writes one line of text; its role is not looked at. */
    void text(Shape.Label label, int argb);

    /** Tells whether anything between {@code top} and {@code bottom} px can be seen; what cannot need not be drawn. */
    default boolean shows(double top, double bottom) {
        return bottom >= top;
    }
}
