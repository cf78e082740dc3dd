package racelane.app.theme;

import java.awt.geom.Path2D;

/** Receives the outline of a glyph in font units, y upwards, and keeps it in px of an em of 1, y downwards. */
final class GlyphOutline {
    private final double scale;
    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private boolean open;

    GlyphOutline(int unitsPerEm) {
        this.scale = 1.0 / unitsPerEm;
    }

    void moveTo(double x, double y) {
        close();
        path.moveTo(x * scale, -y * scale);
        open = true;
    }

    void lineTo(double x, double y) {
        path.lineTo(x * scale, -y * scale);
    }

    void quadTo(double cx, double cy, double x, double y) {
        path.quadTo(cx * scale, -cy * scale, x * scale, -y * scale);
    }

    void curveTo(double x1, double y1, double x2, double y2, double[] end) {
        path.curveTo(x1 * scale, -y1 * scale, x2 * scale, -y2 * scale, end[0] * scale, -end[1] * scale);
    }

    void close() {
        if (open) {
            path.closePath();
            open = false;
        }
    }

    Path2D.Double path() {
        close();
        return path;
    }
}
