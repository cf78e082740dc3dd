package racelane.model.scene;

import org.jspecify.annotations.Nullable;

/** One drawn thing beside the events' marks. All lengths are px, y grows downwards. */
public sealed interface Shape {
    /**
     * A rectangle.
     *
     * @param radius of its corners, 0 for sharp ones
     * @param fill colour of its inside, or null
     * @param line colour of its outline, or null
     * @param lineWidth width of the outline
     */
    record Box(
            double x,
            double y,
            double width,
            double height,
            double radius,
            @Nullable ColorRole fill,
            @Nullable ColorRole line,
            double lineWidth)
            implements Shape {
        /** Creates a plain rectangle whose colour is said elsewhere. */
        public Box(double x, double y, double width, double height) {
            this(x, y, width, height, 0, null, null, 0);
        }
    }

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, ColorRole color, double width, boolean dashed)
            implements Shape {}

    /** A cubic curve from (x1, y1) to (x2, y2) with an arrow head at its end. */
    record Arrow(
            double x1,
            double y1,
            double cx1,
            double cy1,
            double cx2,
            double cy2,
            double x2,
            double y2,
            ColorRole color,
            double width)
            implements Shape {}

    /**
     * A filled area under a curve, with the band in which the curve moves and its upper edge drawn stronger.
     *
     * @param upper x and y of the upper edge's corners, from left to right; one after the other
     * @param lower the same of the lower edge: where several values share a pixel it lies below the upper edge
     * @param bottom y to which the area is filled
     */
    record Area(double[] upper, double[] lower, double bottom, ColorRole color) implements Shape {}

    /** A disc with a short text in its middle. */
    record Badge(double x, double y, double radius, String text, ColorRole fill, ColorRole ink) implements Shape {}

    /** A filled diamond around (x, y). */
    record Diamond(double x, double y, double radius, ColorRole fill) implements Shape {}

    /**
     * A line of text.
     *
     * @param x left end
     * @param y baseline
     * @param width advance width as measured
     * @param size font size in px
     */
    record Label(double x, double y, double width, String text, FontRole font, double size, ColorRole color)
            implements Shape {}
}
