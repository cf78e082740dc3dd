package racelane.app.theme;

import java.nio.ByteBuffer;

/** Runs one Type 2 charstring. Hints are skipped: outlines are drawn without them, so that every machine draws the same. */
final class CffPen {
    private static final int MOST_CALLS = 12;

    private final CffGlyphs font;
    private final ByteBuffer data;
    private final GlyphOutline outline;
    private final double[] stack = new double[64];
    private int size;
    private int hints;
    private double x;
    private double y;
    private int calls;
    private boolean done;

    CffPen(CffGlyphs font, GlyphOutline outline) {
        this.font = font;
        this.data = font.data();
        this.outline = outline;
    }

    void run(int from, int to) {
        int at = from;
        while (at < to && !done) {
            int b = data.get(at++) & 0xFF;
            if (b == 28) {
                push(data.getShort(at));
                at += 2;
            } else if (b == 255) {
                push(data.getInt(at) / 65536.0);
                at += 4;
            } else if (b >= 247) {
                int low = data.get(at++) & 0xFF;
                push(b <= 250 ? (b - 247) * 256 + low + 108 : -(b - 251) * 256 - low - 108);
            } else if (b >= 32) {
                push(b - 139);
            } else if (b == 12) {
                flex(data.get(at++) & 0xFF);
            } else if (b == 19 || b == 20) { // hintmask, cntrmask: what is on the stack are vertical hints
                hints += size / 2;
                size = 0;
                at += (hints + 7) / 8;
            } else if (b == 11) {
                return;
            } else {
                operator(b);
            }
        }
    }

    private void push(double value) {
        stack[size++] = value;
    }

    private void operator(int b) {
        switch (b) {
            case 1, 3, 18, 23 -> {
                hints += size / 2;
                size = 0;
            }
            case 10 -> call(font.localSubrs());
            case 29 -> call(font.globalSubrs());
            case 14 -> {
                outline.close();
                done = true;
            }
            case 4 -> move(0, stack[size - 1]);
            case 21 -> move(stack[size - 2], stack[size - 1]);
            case 22 -> move(stack[size - 1], 0);
            default -> {
                draw(b);
                size = 0;
            }
        }
    }

    private void draw(int b) {
        switch (b) {
            case 5 -> lines(0, size);
            case 6 -> alternatingLines(true);
            case 7 -> alternatingLines(false);
            case 8 -> curves(0, size);
            case 24 -> {
                curves(0, size - 2);
                lines(size - 2, size);
            }
            case 25 -> {
                lines(0, size - 6);
                curves(size - 6, size);
            }
            case 26 -> sameDirection(false);
            case 27 -> sameDirection(true);
            case 30 -> alternatingCurves(false);
            case 31 -> alternatingCurves(true);
            default -> {}
        }
    }

    private void call(int[] subrs) {
        int count = subrs.length - 1;
        int bias = count < 1240 ? 107 : count < 33_900 ? 1131 : 32_768;
        int subr = (int) stack[--size] + bias;
        if (subr >= 0 && subr < count && calls < MOST_CALLS) {
            calls++;
            run(subrs[subr], subrs[subr + 1]);
            calls--;
        }
    }

    private void move(double dx, double dy) {
        x += dx;
        y += dy;
        outline.moveTo(x, y);
        size = 0;
    }

    private void line(double dx, double dy) {
        x += dx;
        y += dy;
        outline.lineTo(x, y);
    }

    /** A curve whose controls and end are given relative to each other. */
    private void curve(double dx1, double dy1, double dx2, double dy2, double dx3, double dy3) {
        double x1 = x + dx1;
        double y1 = y + dy1;
        double x2 = x1 + dx2;
        double y2 = y1 + dy2;
        x = x2 + dx3;
        y = y2 + dy3;
        outline.curveTo(x1, y1, x2, y2, new double[] {x, y});
    }

    private void lines(int from, int to) {
        for (int i = from; i + 1 < to; i += 2) {
            line(stack[i], stack[i + 1]);
        }
    }

    private void curves(int from, int to) {
        for (int i = from; i + 5 < to; i += 6) {
            curve(stack[i], stack[i + 1], stack[i + 2], stack[i + 3], stack[i + 4], stack[i + 5]);
        }
    }

    private void alternatingLines(boolean startHorizontal) {
        boolean horizontal = startHorizontal;
        for (int i = 0; i < size; i++) {
            line(horizontal ? stack[i] : 0, horizontal ? 0 : stack[i]);
            horizontal = !horizontal;
        }
    }

    /** hhcurveto and vvcurveto: every curve begins and ends in the same direction. */
    private void sameDirection(boolean horizontal) {
        int i = size % 4 == 1 ? 1 : 0;
        double aside = i == 1 ? stack[0] : 0;
        for (; i + 3 < size; i += 4) {
            if (horizontal) {
                curve(stack[i], aside, stack[i + 1], stack[i + 2], stack[i + 3], 0);
            } else {
                curve(aside, stack[i], stack[i + 1], stack[i + 2], 0, stack[i + 3]);
            }
            aside = 0;
        }
    }

    /** hvcurveto and vhcurveto: curves begin level and end upright, then the other way round. */
    private void alternatingCurves(boolean startHorizontal) {
        boolean horizontal = startHorizontal;
        for (int i = 0; i + 3 < size; i += 4) {
            double last = size - i == 5 ? stack[i + 4] : 0;
            if (horizontal) {
                curve(stack[i], 0, stack[i + 1], stack[i + 2], last, stack[i + 3]);
            } else {
                curve(0, stack[i], stack[i + 1], stack[i + 2], stack[i + 3], last);
            }
            horizontal = !horizontal;
        }
    }

    private void flex(int b) {
        double[] s = stack;
        switch (b) {
            case 34 -> {
                curve(s[0], 0, s[1], s[2], s[3], 0);
                curve(s[4], 0, s[5], -s[2], s[6], 0);
            }
            case 35 -> curves(0, 12);
            case 36 -> {
                curve(s[0], s[1], s[2], s[3], s[4], 0);
                curve(s[5], 0, s[6], s[7], s[8], -(s[1] + s[3] + s[7]));
            }
            case 37 -> {
                double dx = s[0] + s[2] + s[4] + s[6] + s[8];
                double dy = s[1] + s[3] + s[5] + s[7] + s[9];
                boolean level = Math.abs(dx) > Math.abs(dy);
                curve(s[0], s[1], s[2], s[3], s[4], s[5]);
                curve(s[6], s[7], s[8], s[9], level ? s[10] : -dx, level ? -dy : s[10]);
            }
            default -> {}
        }
        size = 0;
    }
}
