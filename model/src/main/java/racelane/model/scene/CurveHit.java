package racelane.model.scene;

import java.util.List;
import java.util.Optional;

/** Finds the arrow whose curve passes a point. Near its ends an arrow gives way to the events it joins. */
final class CurveHit {
    private static final double NEAR = 4;
    private static final double END = 7;
    private static final int STEPS = 24;

    private CurveHit() {}

    static Optional<Hit> of(List<Scene.Traced> arrows, double x, double y) {
        double best = NEAR * NEAR;
        Hit found = null;
        for (Scene.Traced one : arrows) {
            Shape.Arrow a = one.arrow();
            boolean atEnd = Math.hypot(x - a.x1(), y - a.y1()) < END || Math.hypot(x - a.x2(), y - a.y2()) < END;
            if (!atEnd && mayPass(a, x, y)) {
                double distance = distance(a, x, y);
                if (distance < best) {
                    best = distance;
                    found = one.hit();
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean mayPass(Shape.Arrow a, double x, double y) {
        double left = Math.min(Math.min(a.x1(), a.x2()), Math.min(a.cx1(), a.cx2()));
        double right = Math.max(Math.max(a.x1(), a.x2()), Math.max(a.cx1(), a.cx2()));
        double top = Math.min(Math.min(a.y1(), a.y2()), Math.min(a.cy1(), a.cy2()));
        double bottom = Math.max(Math.max(a.y1(), a.y2()), Math.max(a.cy1(), a.cy2()));
        return x > left - NEAR && x < right + NEAR && y > top - NEAR && y < bottom + NEAR;
    }

    /** Returns the square of the distance to the curve, taken as short straight lines. */
    private static double distance(Shape.Arrow a, double x, double y) {
        double least = Double.MAX_VALUE;
        double px = a.x1();
        double py = a.y1();
        for (int i = 1; i <= STEPS; i++) {
            double t = i / (double) STEPS;
            double qx = at(t, a.x1(), a.cx1(), a.cx2(), a.x2());
            double qy = at(t, a.y1(), a.cy1(), a.cy2(), a.y2());
            double dx = qx - px;
            double dy = qy - py;
            double along = Math.clamp(((x - px) * dx + (y - py) * dy) / Math.max(1e-9, dx * dx + dy * dy), 0, 1);
            double ox = x - px - along * dx;
            double oy = y - py - along * dy;
            least = Math.min(least, ox * ox + oy * oy);
            px = qx;
            py = qy;
        }
        return least;
    }

    /** Returns a coordinate of a cubic curve at {@code t}, 0 to 1. */
    static double at(double t, double start, double first, double second, double end) {
        double s = 1 - t;
        return s * s * s * start + 3 * s * s * t * first + 3 * s * t * t * second + t * t * t * end;
    }
}
