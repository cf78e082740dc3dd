package racelane.app.paint;

import java.util.Arrays;

/**
 * Fills boxes straight into the pixels of a band, with exact coverage at straight edges and sixteen samples a pixel at round
 * corners. Bars are most of a picture; a general rasteriser takes many times as long for them.
 */
final class PixelBand {
    private static final int SAMPLES = 4;
    private static final int OPAQUE = 0xFF000000;
    private static final int RED_BLUE = 0xFF00FF;
    private static final int GREEN = 0x00FF00;
    private static final int ROUNDING_RED_BLUE = 0x800080;
    private static final int ROUNDING_GREEN = 0x008000;
    private static final double HALF = 0.5;

    /** A step of 1 px across moves this far away from a line that rises at 45 degrees. */
    private static final double SLANT = Math.sqrt(0.5);

    private final int[] pixels;
    private final int width;
    private final int height;
    private double rowTop;
    private double rowEnd;
    private int firstWhole;
    private int endWhole;
    private int rowLeft;
    private int rowRight;

    PixelBand(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    /** Fills the box from (x1, y1) to (x2, y2) in device px. */
    void fill(double x1, double y1, double x2, double y2, int argb) {
        double left = Math.max(0, x1);
        double right = Math.min(width, x2);
        int top = (int) Math.max(0, Math.floor(y1));
        int bottom = (int) Math.min(height, Math.ceil(y2));
        if (right <= left || bottom <= top) {
            return;
        }
        int whole = (int) Math.min(bottom, Math.floor(y2)); // the rows before it are covered to their full height
        int y = top;
        if (y1 > y) {
            span(y, left, right, Math.min(y2, y + 1.0) - y1, argb);
            y++;
        }
        if (y < whole) {
            columns(y, whole, left, right, argb);
            y = whole;
        }
        if (y < bottom) {
            span(y, left, right, y2 - y, argb);
        }
    }

    /**
     * Begins a row of bars, all from {@code top} to {@code end}. Where what lies under it is the same in each of its pixel rows, a bar
     * is filled in one of them, and the others are copied at the end.
     *
     * @param left where its first bar begins
     * @param right where its last bar ends
     * @return whether that is so; otherwise nothing has begun
     */
    boolean startRow(double top, double end, double left, double right) {
        rowTop = top;
        rowEnd = end;
        firstWhole = (int) Math.max(0, Math.ceil(top));
        endWhole = (int) Math.min(height, Math.floor(end));
        rowLeft = (int) Math.max(0, Math.floor(left));
        rowRight = (int) Math.min(width, Math.ceil(right));
        if (endWhole <= firstWhole || rowRight <= rowLeft) {
            return false;
        }
        int first = firstWhole * width;
        for (int y = firstWhole + 1; y < endWhole; y++) {
            int row = y * width;
            boolean same =
                    Arrays.equals(pixels, first + rowLeft, first + rowRight, pixels, row + rowLeft, row + rowRight);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Fills a bar of the row that was begun. */
    void fillRowPart(double x1, double x2, int argb) {
        double left = Math.max(0, x1);
        double right = Math.min(width, x2);
        if (right <= left) {
            return;
        }
        if (rowTop < firstWhole && firstWhole > 0) {
            span(firstWhole - 1, left, right, firstWhole - rowTop, argb);
        }
        columns(firstWhole, firstWhole + 1, left, right, argb);
        if (rowEnd > endWhole && endWhole < height) {
            span(endWhole, left, right, rowEnd - endWhole, argb);
        }
    }

    /** Ends the row that was begun. */
    void endRow() {
        int from = firstWhole * width + rowLeft;
        for (int y = firstWhole + 1; y < endWhole; y++) {
            System.arraycopy(pixels, from, pixels, y * width + rowLeft, rowRight - rowLeft);
        }
    }

    /** Fills whole rows: how much of its first and its last pixel a box covers is the same in each. */
    private void columns(int top, int bottom, double left, double right, int argb) {
        int only = (int) left;
        if (only == left
                && right == only + 1) { // a density is just one pixel wide: there are tens of thousands of them
            for (int y = top; y < bottom; y++) {
                pixels[y * width + only] = over(pixels[y * width + only], argb, argb >>> 24);
            }
            return;
        }
        int first = (int) Math.floor(left);
        int last = (int) Math.ceil(right) - 1;
        int begin = alpha(argb, first == last ? right - left : first + 1 - left);
        int middle = argb >>> 24;
        int end = alpha(argb, right - last);
        for (int y = top; y < bottom; y++) {
            int row = y * width;
            pixels[row + first] = over(pixels[row + first], argb, begin);
            if (first < last) {
                if (middle == 0xFF) {
                    Arrays.fill(pixels, row + first + 1, row + last, argb | OPAQUE);
                } else {
                    for (int x = row + first + 1; x < row + last; x++) {
                        pixels[x] = over(pixels[x], argb, middle);
                    }
                }
                pixels[row + last] = over(pixels[row + last], argb, end);
            }
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
            Arrays.fill(pixels, row + first + 1, row + last, argb | OPAQUE);
        } else {
            for (int x = first + 1; x < last; x++) {
                blend(row + x, tall, argb);
            }
        }
        blend(row + last, (right - last) * tall, argb);
    }

    /** Fills the square on its corner around (x, y), {@code radius} px from the middle to each corner. */
    void fillDiamond(double x, double y, double radius, int argb) {
        int top = (int) Math.max(0, Math.floor(y - radius));
        int bottom = (int) Math.min(height, Math.ceil(y + radius));
        int left = (int) Math.max(0, Math.floor(x - radius));
        int right = (int) Math.min(width, Math.ceil(x + radius));
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                double outside = Math.abs(column + 0.5 - x) + Math.abs(row + 0.5 - y) - radius;
                double coverage = HALF - outside * SLANT;
                if (coverage > 0) {
                    blend(row * width + column, coverage, argb);
                }
            }
        }
    }

    /**
     * Draws lines of 1 px that rise to the right over the box from (x1, y1) to (x2, y2).
     *
     * @param box its corners, device px; a line begins at the lower left one
     * @param period px from line to line across
     * @param thickness of a line, px
     */
    void hatch(double[] box, double period, double thickness, int argb) {
        int top = (int) Math.max(0, Math.floor(box[1]));
        int bottom = (int) Math.min(height, Math.ceil(box[3]));
        int left = (int) Math.max(0, Math.ceil(box[0]));
        int right = (int) Math.min(width, Math.floor(box[2]));
        for (int y = top; y < bottom; y++) {
            double tall = Math.min(box[3], y + 1.0) - Math.max(box[1], y);
            double across = left + 0.5 - box[0] + y + 0.5 - box[3];
            double place = across - Math.floor(across / period) * period;
            for (int x = left; x < right; x++) {
                double distance = Math.min(place, period - place) * SLANT;
                double coverage = HALF + thickness / 2 - distance;
                if (coverage > 0) {
                    blend(y * width + x, Math.min(1, coverage) * tall, argb);
                }
                place += 1;
                if (place >= period) {
                    place -= period;
                }
            }
        }
    }

    /** Lays a colour through a glyph whose pen stands at (x, y), whole px. */
    void fillMask(GlyphMasks.Mask mask, int x, int y, int argb) {
        int left = x + mask.left();
        int top = y + mask.top();
        int from = Math.max(0, -left);
        int to = Math.min(mask.width(), width - left);
        int last = Math.min(mask.height(), height - top);
        byte[] coverage = mask.coverage();
        int alpha = argb >>> 24;
        for (int row = Math.max(0, -top); row < last; row++) {
            int at = row * mask.width();
            int pixel = (top + row) * width + left;
            for (int column = from; column < to; column++) {
                int covered = coverage[at + column] & 0xFF;
                if (covered > 0) {
                    blend(pixel + column, (covered * alpha + 127) / 255, argb);
                }
            }
        }
    }

    private void blend(int at, double coverage, int argb) {
        blend(at, alpha(argb, coverage), argb);
    }

    private void blend(int at, int alpha, int argb) {
        pixels[at] = over(pixels[at], argb, alpha);
    }

    private static int alpha(int argb, double coverage) {
        return (int) ((argb >>> 24) * Math.min(1, coverage) + HALF);
    }

    /** Returns the colour {@code argb} with this alpha, 0 to 255, over an opaque one: two channels at a time, rounded. */
    private static int over(int under, int argb, int alpha) {
        if (alpha == 0xFF) {
            return argb | OPAQUE;
        }
        int rest = 255 - alpha;
        int redBlue = (under & RED_BLUE) * rest + (argb & RED_BLUE) * alpha + ROUNDING_RED_BLUE;
        int green = (under & GREEN) * rest + (argb & GREEN) * alpha + ROUNDING_GREEN;
        redBlue = ((redBlue + ((redBlue >>> 8) & RED_BLUE)) >>> 8) & RED_BLUE;
        green = ((green + ((green >>> 8) & GREEN)) >>> 8) & GREEN;
        return OPAQUE | redBlue | green;
    }
}
