package racelane.app.theme;

import java.nio.ByteBuffer;

/** The glyphs of {@code glyf} and {@code loca} tables, composite ones included. After the OpenType specification 1.9. */
final class TrueTypeGlyphs {
    private static final int MOST_NESTED = 6;

    private final ByteBuffer glyf;
    private final ByteBuffer loca;
    private final boolean longOffsets;

    TrueTypeGlyphs(ByteBuffer glyf, ByteBuffer loca, boolean longOffsets) {
        this.glyf = glyf;
        this.loca = loca;
        this.longOffsets = longOffsets;
    }

    void draw(int glyph, GlyphOutline outline) {
        draw(glyph, outline, new double[] {1, 0, 0, 1, 0, 0}, 0);
    }

    private int offset(int glyph) {
        return longOffsets ? loca.getInt(glyph * 4) : (loca.getShort(glyph * 2) & 0xFFFF) * 2;
    }

    private void draw(int glyph, GlyphOutline outline, double[] transform, int nested) {
        int at = offset(glyph);
        if (offset(glyph + 1) == at || nested > MOST_NESTED) {
            return;
        }
        int contours = glyf.getShort(at);
        if (contours >= 0) {
            simple(at + 10, contours, outline, transform);
        } else {
            composite(at + 10, outline, transform, nested);
        }
    }

    private void composite(int start, GlyphOutline outline, double[] outer, int nested) {
        int at = start;
        int flags;
        do {
            flags = glyf.getShort(at);
            int glyph = glyf.getShort(at + 2) & 0xFFFF;
            at += 4;
            boolean words = (flags & 1) != 0;
            double dx = words ? glyf.getShort(at) : glyf.get(at);
            double dy = words ? glyf.getShort(at + 2) : glyf.get(at + 1);
            at += words ? 4 : 2;
            double[] own = {1, 0, 0, 1, dx, dy};
            if ((flags & 0x08) != 0) {
                own[0] = own[3] = fraction(at);
                at += 2;
            } else if ((flags & 0x40) != 0) {
                own[0] = fraction(at);
                own[3] = fraction(at + 2);
                at += 4;
            } else if ((flags & 0x80) != 0) {
                for (int i = 0; i < 4; i++) {
                    own[i] = fraction(at + 2 * i);
                }
                at += 8;
            }
            draw(glyph, outline, product(outer, own), nested + 1);
        } while ((flags & 0x20) != 0);
    }

    private double fraction(int at) {
        return glyf.getShort(at) / 16384.0;
    }

    private static double[] product(double[] a, double[] b) {
        return new double[] {
            a[0] * b[0] + a[2] * b[1],
            a[1] * b[0] + a[3] * b[1],
            a[0] * b[2] + a[2] * b[3],
            a[1] * b[2] + a[3] * b[3],
            a[0] * b[4] + a[2] * b[5] + a[4],
            a[1] * b[4] + a[3] * b[5] + a[5]
        };
    }

    private void simple(int start, int contours, GlyphOutline outline, double[] transform) {
        int points = contours == 0 ? 0 : (glyf.getShort(start + 2 * (contours - 1)) & 0xFFFF) + 1;
        int at = start + 2 * contours;
        at += 2 + (glyf.getShort(at) & 0xFFFF);
        byte[] flags = new byte[points];
        for (int i = 0; i < points; i++) {
            byte flag = glyf.get(at++);
            flags[i] = flag;
            if ((flag & 8) != 0) {
                int repeats = glyf.get(at++) & 0xFF;
                while (repeats-- > 0) {
                    flags[++i] = flag;
                }
            }
        }
        int[] xs = new int[points];
        at = coordinates(at, flags, xs, 2, 16);
        int[] ys = new int[points];
        coordinates(at, flags, ys, 4, 32);
        double[] px = new double[points];
        double[] py = new double[points];
        for (int i = 0; i < points; i++) {
            px[i] = transform[0] * xs[i] + transform[2] * ys[i] + transform[4];
            py[i] = transform[1] * xs[i] + transform[3] * ys[i] + transform[5];
        }
        int first = 0;
        for (int c = 0; c < contours; c++) {
            int last = glyf.getShort(start + 2 * c) & 0xFFFF;
            contour(new Contour(px, py, flags, first, last), outline);
            first = last + 1;
        }
    }

    private int coordinates(int start, byte[] flags, int[] into, int shortBit, int sameBit) {
        int at = start;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean same = (flags[i] & sameBit) != 0;
            if ((flags[i] & shortBit) != 0) {
                int delta = glyf.get(at++) & 0xFF;
                value += same ? delta : -delta;
            } else if (!same) {
                value += glyf.getShort(at);
                at += 2;
            }
            into[i] = value;
        }
        return at;
    }

    private record Contour(double[] x, double[] y, byte[] flags, int first, int last) {
        int wrap(int i) {
            return i > last ? first : i;
        }

        boolean on(int i) {
            return (flags[i] & 1) != 0;
        }
    }

    /** Between two controls lies an end that is not written: their middle. */
    private static void contour(Contour c, GlyphOutline outline) {
        if (c.last() <= c.first()) {
            return;
        }
        int start = c.first();
        while (start <= c.last() && !c.on(start)) {
            start++;
        }
        boolean noEnds = start > c.last();
        start = noEnds ? c.first() : start;
        int next = c.wrap(start + 1);
        double startX = noEnds ? (c.x()[start] + c.x()[next]) / 2 : c.x()[start];
        double startY = noEnds ? (c.y()[start] + c.y()[next]) / 2 : c.y()[start];
        outline.moveTo(startX, startY);
        int count = c.last() - c.first() + 1;
        int i = start;
        for (int step = 0; step < count; step++) {
            i = c.wrap(i + 1);
            if (c.on(i)) {
                outline.lineTo(c.x()[i], c.y()[i]);
                continue;
            }
            int after = c.wrap(i + 1);
            if (step == count - 1) {
                outline.quadTo(c.x()[i], c.y()[i], startX, startY);
            } else if (c.on(after)) {
                outline.quadTo(c.x()[i], c.y()[i], c.x()[after], c.y()[after]);
                i = after;
                step++;
            } else {
                double middleX = (c.x()[i] + c.x()[after]) / 2;
                double middleY = (c.y()[i] + c.y()[after]) / 2;
                outline.quadTo(c.x()[i], c.y()[i], middleX, middleY);
            }
        }
        outline.close();
    }
}
