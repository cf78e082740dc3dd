package racelane.app.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import racelane.app.theme.Fonts;
import racelane.model.scene.Shape;

/**
 * Draws into a band of an image with Java2D. Text is filled from the shipped fonts' outlines, so neither a display nor a font of
 * the machine is needed, and the bytes do not depend on them.
 */
public final class ImageSurface implements DrawingSurface {
    static { // images need no display, and beside JavaFX there must not be a second toolkit that looks for one
        System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
    }

    private static final int CURVE_STEPS = 96;
    private static final float DASH_ON = 5;
    private static final float DASH_OFF = 4;

    private final Graphics2D graphics;
    private final Fonts fonts;
    private final GlyphMasks glyphs;
    private final PixelBand band;
    private final double scale;
    private final int firstRow;
    private final double top;
    private final double bottom;

    /**
     * Creates the surface of a band.
     *
     * @param image the band, of type {@link BufferedImage#TYPE_INT_RGB} or {@link BufferedImage#TYPE_INT_ARGB_PRE}; its row 0 is row
     *     {@code firstRow} of the whole picture
     * @param firstRow in device px
     * @param scale device px per px
     * @param glyphs what was drawn of {@code fonts} before; kept from band to band and from frame to frame
     */
    public ImageSurface(BufferedImage image, int firstRow, double scale, Fonts fonts, GlyphMasks glyphs) {
        this.fonts = fonts;
        this.glyphs = glyphs;
        this.scale = scale;
        this.firstRow = firstRow;
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.band = new PixelBand(pixels, image.getWidth(), image.getHeight());
        this.graphics = image.createGraphics();
        this.top = firstRow / scale;
        this.bottom = (firstRow + image.getHeight()) / scale;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.translate(0, -firstRow);
        graphics.scale(scale, scale);
    }

    /** Frees what the toolkit holds. */
    public void dispose() {
        graphics.dispose();
    }

    @Override
    public boolean shows(double from, double to) {
        return to >= top && from <= bottom;
    }

    @Override
    public void fillRects(float[] boxes, int count, int argb) {
        for (int i = 0; i < count; i++) {
            double x = boxes[4 * i] * scale;
            double y = boxes[4 * i + 1] * scale - firstRow;
            band.fill(x, y, x + boxes[4 * i + 2] * scale, y + boxes[4 * i + 3] * scale, argb);
        }
    }

    @Override
    public boolean fillsRows() {
        return true;
    }

    @Override
    public void fillRow(float[] boxes, int[] argb, int count) {
        double top = boxes[1] * scale - firstRow;
        double end = top + boxes[3] * scale;
        if (band.startRow(top, end, boxes[0] * scale, (boxes[4 * count - 4] + boxes[4 * count - 2]) * scale)) {
            for (int i = 0; i < count; i++) {
                band.fillRowPart(boxes[4 * i] * scale, (boxes[4 * i] + boxes[4 * i + 2]) * scale, argb[i]);
            }
            band.endRow();
            return;
        }
        for (int i = 0; i < count; i++) {
            double x = boxes[4 * i] * scale;
            band.fill(x, top, x + boxes[4 * i + 2] * scale, end, argb[i]);
        }
    }

    @Override
    public void fillBox(Shape.Box box, int argb) {
        double x = box.x() * scale;
        double y = box.y() * scale - firstRow;
        double right = x + box.width() * scale;
        double end = y + box.height() * scale;
        if (box.radius() > 0) {
            band.fillRound(new double[] {x, y, right, end}, box.radius() * scale, argb);
        } else {
            band.fill(x, y, right, end, argb);
        }
    }

    @Override
    public void strokeBox(Shape.Box box, int argb) {
        color(argb);
        graphics.setStroke(new BasicStroke((float) box.lineWidth()));
        graphics.draw(shape(box));
    }

    @Override
    public void strokeLine(Shape.Line line, int argb) {
        if (line.x1() == line.x2() || line.y1() == line.y2()) {
            straight(line, argb);
            return;
        }
        color(argb);
        float width = (float) line.width();
        graphics.setStroke(
                line.dashed()
                        ? new BasicStroke(
                                width,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_MITER,
                                10,
                                new float[] {DASH_ON, DASH_OFF},
                                0)
                        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
    }

    /** An upright or level line, on whole pixels so that it is sharp. */
    private void straight(Shape.Line line, int argb) {
        boolean upright = line.x1() == line.x2();
        double thick = Math.max(1, Math.rint(line.width() * scale));
        double middle = upright ? line.x1() * scale : line.y1() * scale - firstRow;
        double edge = Math.floor(middle - (thick - 1) / 2);
        double from = upright ? Math.min(line.y1(), line.y2()) : Math.min(line.x1(), line.x2());
        double to = upright ? Math.max(line.y1(), line.y2()) : Math.max(line.x1(), line.x2());
        double dash = line.dashed() ? DASH_ON : Math.max(to - from, 1e-9);
        double step = line.dashed() ? DASH_ON + DASH_OFF : dash;
        for (double at = from; at < to; at += step) {
            double end = Math.min(at + dash, to);
            if (upright) {
                band.fill(edge, at * scale - firstRow, edge + thick, end * scale - firstRow, argb);
            } else {
                band.fill(at * scale, edge, end * scale, edge + thick, argb);
            }
        }
    }

    @Override
    public void strokeCurve(double[] p, int argb, double lineWidth) {
        color(argb);
        graphics.setStroke(new BasicStroke((float) lineWidth, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(flattened(p));
    }

    /** The curve as short straight lines: the toolkit breaks curves differently in each band, and the seam would show. */
    private static Path2D flattened(double[] p) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        for (int i = 1; i <= CURVE_STEPS; i++) {
            double t = i / (double) CURVE_STEPS;
            double s = 1 - t;
            double a = s * s * s;
            double b = 3 * s * s * t;
            double c = 3 * s * t * t;
            double d = t * t * t;
            path.lineTo(a * p[0] + b * p[2] + c * p[4] + d * p[6], a * p[1] + b * p[3] + c * p[5] + d * p[7]);
        }
        return path;
    }

    @Override
    public void strokePath(double[] points, int argb, double lineWidth) {
        color(argb);
        graphics.setStroke(new BasicStroke((float) lineWidth, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
        graphics.draw(path(points));
    }

    @Override
    public void fillPolygon(double[] points, int argb) {
        color(argb);
        Path2D path = path(points);
        path.closePath();
        graphics.fill(path);
    }

    private static Path2D path(double[] points) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i + 1 < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    @Override
    public void fillCircle(double x, double y, double radius, int argb) {
        color(argb);
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(Shape.Label label, int argb) {
        double size = label.size() * scale;
        if (glyphs.keeps(size) && fonts.covers(label.text())) { // other scripts join their letters
            int baseline = (int) Math.rint(label.y() * scale) - firstRow;
            glyphs.write(
                    label.text(),
                    label.font(),
                    size,
                    label.x() * scale,
                    (mask, pen) -> band.fillMask(mask, pen, baseline, argb));
        } else {
            color(argb);
            graphics.fill(fonts.outline(label.text(), label.font(), label.size(), label.x(), label.y()));
        }
    }

    @Override
    public void fillDiamond(double x, double y, double radius, int argb) {
        band.fillDiamond(x * scale, y * scale - firstRow, radius * scale, argb);
    }

    @Override
    public void hatch(Shape.Box box, double period, int argb) {
        double x = box.x() * scale;
        double y = box.y() * scale - firstRow;
        double[] corners = {x, y, x + box.width() * scale, y + box.height() * scale};
        band.hatch(corners, period * scale, scale, argb);
    }

    private void color(int argb) {
        graphics.setColor(new Color(argb, true));
    }

    private static java.awt.Shape shape(Shape.Box box) {
        double arc = 2 * Math.min(box.radius(), Math.min(box.width(), box.height()) / 2);
        return arc > 0
                ? new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), arc, arc)
                : new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }
}
