package racelane.app.paint;

import java.util.Arrays;

/**
 * Fills boxes straight into the pixels of a band, with exact coverage at straight edges and sixteen samples a pixel at round
 * corners. Bars are most of a picture; a general rasteriser takes many times as long for them.
 */
final class PixelBand {
    private static final int SAMPLES = 4;

    private final int[] pixels;
    private final int width;
    private final int height;

    PixelBand(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    /** Fills the box from (x1, y1) to (x2, y2) in device px. */
    void fill(double x1, double y1, double x2, double y2, int argb) {
        int top = (int) Math.max(0, Math.floor(y1));
        int bottom = (int) Math.min(height, Math.ceil(y2));
        for (int y = top; y < bottom; y++) {
            double tall = Math.min(y2, y + 1.0) - Math.max(y1, y);
            span(y, x1, x2, tall, argb);
        }
    }

    /** Fills the box with corners of this radius. */
    void fillRound(double[] box, double radius, int argb) {
        double r = Math.min(radius, Math.min(box[2] - box[0], box[3] - box[1]) / 2);
        int top = (int) Math.max(0, Math.floor(box[1]));
        int bottom = (int) Math.min(height, Math.ceil(box[3]));
        for (int y = top; y < bottom; y++) {
            if (y >= box[1] + r && y + 1 <= box[3] - r) {
                span(y, box[0], box[2], 1, argb);
                continue;
            }
            double tall = Math.min(box[3], y + 1.0) - Math.max(box[1], y);
            int innerLeft = (int) Math.ceil(box[0] + r);
            int innerRight = (int) Math.floor(box[2] - r);
            if (innerRight > innerLeft) {
                span(y, innerLeft, innerRight, tall, argb);
            }
            corner(box, r, y, (int) Math.floor(box[0]), Math.min(innerLeft, (int) Math.ceil(box[2])), argb);
            corner(box, r, y, Math.max(innerRight, innerLeft), (int) Math.ceil(box[2]), argb);
        }
    }

    private void corner(double[] box, double r, int y, int from, int to, int argb) {
        for (int x = Math.max(0, from); x < Math.min(width, to); x++) {
            int inside = 0;
            for (int sy = 0; sy < SAMPLES; sy++) {
                for (int sx = 0; sx < SAMPLES; sx++) {
                    double px = x + (sx + 0.5) / SAMPLES;
                    double py = y + (sy + 0.5) / SAMPLES;
                    inside += covers(box, r, px, py) ? 1 : 0;
                }
            }
            if (inside > 0) {
                blend(y * width + x, inside / (double) (SAMPLES * SAMPLES), argb);
            }
        }
    }

    private static boolean covers(double[] box, double r, double x, double y) {
        if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) {
            return false;
        }
        double dx = Math.max(Math.max(box[0] + r - x, x - box[2] + r), 0);
        double dy = Math.max(Math.max(box[1] + r - y, y - box[3] + r), 0);
        return dx * dx + dy * dy <= r * r;
    }

    private void span(int y, double x1, double x2, double tall, int argb) {
        double left = Math.max(0, x1);
        double right = Math.min(width, x2);
        if (right <= left || tall <= 0) {
            return;
        }
        int first = (int) Math.floor(left);
        int last = (int) Math.ceil(right) - 1;
        int row = y * width;
        if (first == last) {
            blend(row + first, (right - left) * tall, argb);
            return;
        }
        blend(row + first, (first + 1 - left) * tall, argb);
        if (tall >= 1 && argb >>> 24 == 0xFF) {
            Arrays.fill(pixels, row + first + 1, row + last, argb & 0xFFFFFF);
        } else {
            for (int x = first + 1; x < last; x++) {
                blend(row + x, tall, argb);
            }
        }
        blend(row + last, (right - last) * tall, argb);
    }

    private void blend(int at, double coverage, int argb) {
        int alpha = (int) Math.round((argb >>> 24) * Math.min(1, coverage));
        if (alpha == 0xFF) {
            pixels[at] = argb & 0xFFFFFF;
            return;
        }
        int under = pixels[at];
        int red = mixed((under >> 16) & 0xFF, (argb >> 16) & 0xFF, alpha);
        int green = mixed((under >> 8) & 0xFF, (argb >> 8) & 0xFF, alpha);
        int blue = mixed(under & 0xFF, argb & 0xFF, alpha);
        pixels[at] = (red << 16) | (green << 8) | blue;
    }

    private static int mixed(int under, int over, int alpha) {
        return (under * (255 - alpha) + over * alpha + 127) / 255;
    }
}
