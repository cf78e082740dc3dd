package racelane.model.scene;

/** A rectangle in px. */
record Rect(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    boolean intersects(Rect other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    Rect grown(double by) {
        return new Rect(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    static Rect around(double x, double y, double radius) {
        return new Rect(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
