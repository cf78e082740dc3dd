package racelane.app.paint;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.HashMap;
import java.util.Map;
import racelane.app.theme.Fonts;
import racelane.model.scene.FontRole;

/**
 * Glyphs as coverage masks, each drawn once and then only copied: filling an outline costs some hundred times as much. A glyph is
 * kept at four places within a pixel across and at one down, for text stands on whole rows. Holds some MB at most. One thread.
 */
public final class GlyphMasks {
    private static final int PHASES = 4;
    private static final int SIZE_STEPS = 64;
    private static final int MOST_BYTES = 8 << 20;
    private static final double MOST_PIXELS = 512;

    private final Fonts fonts;
    private final Map<Long, Mask> masks = new HashMap<>();
    private long bytes;

    /**
     * How much of each pixel a glyph covers.
     *
     * @param left of the mask, px from the pen's whole pixel
     * @param top of the mask, px below the baseline
     * @param width in px; 0 for a glyph without ink
     * @param coverage row by row, 0 to 255
     */
    record Mask(int left, int top, int width, byte[] coverage) {
        private static final Mask BLANK = new Mask(0, 0, 0, new byte[0]);

        /** Returns the height in px. */
        int height() {
            return width == 0 ? 0 : coverage.length / width;
        }
    }

    /** Receives the masks of a text, from left to right. */
    interface Ink {
        /** Draws a mask whose pen stands on pixel {@code x} of its row. */
        void draw(Mask mask, int x);
    }

    /** Creates an empty store of these fonts' glyphs. */
    public GlyphMasks(Fonts fonts) {
        this.fonts = fonts;
    }

    /** Returns about how many bytes are kept. */
    long bytes() {
        return bytes;
    }

    /** Tells whether text of this size is worth keeping; larger letters are drawn anew. */
    boolean keeps(double size) {
        return size <= MOST_PIXELS;
    }

    /**
     * Lays a text out.
     *
     * @param size of an em, device px
     * @param x where it begins, device px
     */
    void write(String text, FontRole role, double size, double x, Ink ink) {
        int steps = (int) Math.round(size * SIZE_STEPS);
        double pen = x;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            long quarter = Math.round(pen * PHASES);
            Mask mask = mask(role, codePoint, steps, (int) Math.floorMod(quarter, (long) PHASES));
            if (mask.width() > 0) {
                ink.draw(mask, (int) Math.floorDiv(quarter, (long) PHASES));
            }
            pen += fonts.advance(codePoint, role) * size;
            at += Character.charCount(codePoint);
        }
    }

    private Mask mask(FontRole role, int codePoint, int steps, int phase) {
        long key = (((long) steps << 21 | codePoint) << 2 | phase) << 3 | role.ordinal();
        Mask known = masks.get(key);
        if (known == null) {
            if (bytes > MOST_BYTES) {
                masks.clear();
                bytes = 0;
            }
            known = draw(fonts.glyph(codePoint, role), (double) steps / SIZE_STEPS, (double) phase / PHASES);
            masks.put(key, known);
            bytes += known.coverage().length + 64;
        }
        return known;
    }

    private static Mask draw(Path2D glyph, double size, double shift) {
        AffineTransform place = new AffineTransform(size, 0, 0, size, shift, 0);
        Path2D outline = new Path2D.Double(glyph, place);
        Rectangle2D bounds = outline.getBounds2D();
        int left = (int) Math.floor(bounds.getMinX());
        int top = (int) Math.floor(bounds.getMinY());
        int width = (int) Math.ceil(bounds.getMaxX()) - left;
        int height = (int) Math.ceil(bounds.getMaxY()) - top;
        if (width <= 0 || height <= 0) {
            return Mask.BLANK;
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.translate(-left, -top);
        graphics.fill(outline);
        graphics.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] coverage = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            coverage[i] = (byte) (pixels[i] >>> 24);
        }
        return new Mask(left, top, width, coverage);
    }
}
