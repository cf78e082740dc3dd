package racelane.app.exposure;

import racelane.app.fx.Texts;
import racelane.app.paint.DrawingSurface;
import racelane.app.theme.Palette;
import racelane.model.scene.ColorRole;
import racelane.model.scene.FontRole;
import racelane.model.scene.Shape;
import racelane.model.scene.TextMeasure;
import racelane.model.time.TimeText;
import racelane.model.window.Distributions.Band;

/**
 * Paints what was measured: how wide the windows are over by how much others missed them; and what share is hit, as seen and as
 * widening would have it. Knows no toolkit; the same figures give the same strokes.
 */
final class ExposurePlot {
    private static final Texts TEXTS = Texts.of(ExposurePlot.class);

    /** Room left and right of the chart of chances, so that a slider can be laid exactly below its axis, px. */
    static final double LEFT = 40;

    static final double RIGHT = 16;
    private static final double TOP = 24;
    private static final double BOTTOM = 20;
    private static final double SMALL = 10.5;
    private static final double LEAST_TICK = 46;

    private final DrawingSurface surface;
    private final Palette palette;
    private final TextMeasure measure;
    private final double width;
    private final double height;

    ExposurePlot(DrawingSurface surface, Palette palette, TextMeasure measure, double width, double height) {
        this.surface = surface;
        this.palette = palette;
        this.measure = measure;
        this.width = width;
        this.height = height;
    }

    /** Paints the ground under the chart. */
    void ground() {
        surface.fillBox(new Shape.Box(0, 0, width, height, 0, null, null, 0), palette.background());
    }

    /** Paints how wide the windows are, upwards, and by how much others missed them, downwards, on one axis of time. */
    void spread(Spread spread, long extra) {
        double left = 12;
        double right = width - 12;
        double axis = Math.round(TOP + (height - TOP) * 0.5);
        double room = (right - left) / spread.widths().length;
        double up = axis - 9 - TOP;
        double down = height - 16 - axis - 9;
        text(TEXTS.get("plot.widths"), left, 13, ColorRole.TEXT_MUTED, false);
        text(TEXTS.get("plot.margins"), left, height - 4, ColorRole.TEXT_MUTED, false);
        ticks(spread, left, right, axis);
        int mostWidths = Spread.most(spread.widths());
        int mostMargins = Spread.most(spread.margins());
        for (int i = 0; i < spread.widths().length; i++) {
            double x = left + i * room;
            bar(x, room, axis - 9, -up * spread.widths()[i] / mostWidths, ColorRole.ACCENT);
            boolean caught = extra > 0 && spread.begin(i) < extra;
            double length = down * spread.margins()[i] / mostMargins;
            bar(x, room, axis + 9, length, caught ? ColorRole.WARNING : ColorRole.WAIT_LINE);
        }
        double median = left + spread.place(spread.median()) * (right - left);
        line(median, TOP - 4, median, axis - 9, ColorRole.TEXT, true);
        beside(
                TEXTS.get("plot.median", ExposureWords.shortly(spread.median())),
                median,
                TOP + 4,
                left,
                right,
                ColorRole.TEXT);
        if (extra > 0 && spread.place(extra) > 0) {
            double x = left + spread.place(extra) * (right - left);
            line(x, axis + 9, x, height - 16, ColorRole.WARNING, true);
        }
    }

    /** Labels the decades in the gap between both halves. */
    private void ticks(Spread spread, double left, double right, double axis) {
        double decade = (right - left) / spread.decades();
        int every = (int) Math.max(1, Math.ceil(LEAST_TICK / decade));
        for (int i = 0; i <= spread.decades(); i++) {
            double x = left + i * decade;
            line(x, TOP, x, height - 16, ColorRole.GRID, false);
            if (i % every == 0) {
                String label = TimeText.duration(Math.round(Math.pow(10, spread.first() + i)));
                double wide = measure.width(label, FontRole.REGULAR, SMALL);
                double at = Math.clamp(x - wide / 2, 0, width - wide);
                text(label, at, axis + 4, ColorRole.TEXT_FAINT, false);
            }
        }
    }

    private void bar(double x, double room, double from, double length, ColorRole color) {
        if (length == 0) {
            return;
        }
        double tall = Math.max(1.5, Math.abs(length));
        double top = length < 0 ? from - tall : from;
        surface.fillBox(
                new Shape.Box(x + 0.5, top, Math.max(1, room - 1), tall, 0, color, null, 0), palette.argb(color));
    }

    /** Paints the share of windows hit against their widening, with its band, the share seen, and the widening thought of. */
    void chances(Measures measures, long extra) {
        double top = TOP;
        double bottom = height - BOTTOM;
        text(TEXTS.get("plot.chances"), LEFT, 13, ColorRole.TEXT_MUTED, false);
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0, top, bottom);
            line(LEFT, y, width - RIGHT, y, percent == 0 ? ColorRole.RULE : ColorRole.GRID, false);
            if (percent % 50 == 0) {
                String label = percent + " %";
                text(
                        label,
                        LEFT - 6 - measure.width(label, FontRole.REGULAR, SMALL),
                        y + 4,
                        ColorRole.TEXT_FAINT,
                        false);
            }
        }
        axis(measures.range(), bottom);
        curve(measures.curve(), top, bottom);
        if (extra > 0) {
            thought(measures, extra, top, bottom);
        }
        seen(measures, top, bottom);
    }

    private void axis(WhatIf range, double bottom) {
        text("0", LEFT - 3, bottom + 14, ColorRole.TEXT_FAINT, false);
        double last = LEFT + 10;
        for (long decade = range.least(); decade <= range.most() && decade > 0; decade *= 10) {
            double x = x(range.step(decade));
            String label = TimeText.duration(decade);
            double wide = measure.width(label, FontRole.REGULAR, SMALL);
            double at = Math.min(x - wide / 2, width - wide);
            line(x, bottom, x, bottom + 3, ColorRole.RULE, false);
            if (at > last + 8) {
                text(label, at, bottom + 14, ColorRole.TEXT_FAINT, false);
                last = at + wide;
            }
        }
    }

    private void curve(Curve curve, double top, double bottom) {
        int points = curve.points();
        double[] band = new double[4 * points];
        double[] path = new double[2 * points];
        for (int i = 0; i < points; i++) {
            double x = x((double) i * Curve.STRIDE);
            path[2 * i] = x;
            path[2 * i + 1] = y(curve.share()[i], top, bottom);
            band[2 * i] = x;
            band[2 * i + 1] = y(curve.high()[i], top, bottom);
            band[4 * points - 2 * i - 2] = x;
            band[4 * points - 2 * i - 1] = y(curve.low()[i], top, bottom);
        }
        surface.fillPolygon(band, palette.argb(ColorRole.ACCENT_SHADE));
        surface.strokePath(path, palette.argb(ColorRole.ACCENT), 1.6);
    }

    /** Paints what was seen, with its interval, over widening by nothing. */
    private void seen(Measures measures, double top, double bottom) {
        Band band = measures.exposure().observed();
        double share = (double) measures.exposure().hits()
                / Math.max(1, measures.exposure().windows());
        double y = y(share, top, bottom);
        line(LEFT, y(band.low(), top, bottom), LEFT, y(band.high(), top, bottom), ColorRole.WARNING, 2);
        surface.fillCircle(LEFT, y, 4, palette.argb(ColorRole.WARNING));
        onGround(TEXTS.get("plot.seen", ExposureWords.share(share)), LEFT + 9, y + (share > 0.9 ? 14 : -6));
    }

    private void thought(Measures measures, long extra, double top, double bottom) {
        double x = x(measures.range().step(extra));
        double share = measures.exposure().predicted(extra);
        double y = y(share, top, bottom);
        line(x, top, x, bottom, ColorRole.TEXT_FAINT, true);
        surface.fillCircle(x, y, 4, palette.argb(ColorRole.ACCENT));
        beside(ExposureWords.share(share), x, y + (share > 0.85 ? 14 : -6), LEFT, width - RIGHT, ColorRole.TEXT);
    }

    private double x(double step) {
        return LEFT + step / WhatIf.STEPS * (width - RIGHT - LEFT);
    }

    private static double y(double share, double top, double bottom) {
        return bottom - Math.clamp(share, 0, 1) * (bottom - top);
    }

    private void line(double x1, double y1, double x2, double y2, ColorRole color, boolean dashed) {
        surface.strokeLine(new Shape.Line(x1, y1, x2, y2, color, 1, dashed), palette.argb(color));
    }

    private void line(double x1, double y1, double x2, double y2, ColorRole color, double thick) {
        surface.strokeLine(new Shape.Line(x1, y1, x2, y2, color, thick, false), palette.argb(color));
    }

    /** Writes over whatever lies there. */
    private void onGround(String words, double x, double y) {
        double wide = measure.width(words, FontRole.SEMI_BOLD, SMALL);
        Shape.Box ground = new Shape.Box(x - 2, y - SMALL + 1, wide + 4, SMALL + 3, 2, ColorRole.BACKGROUND, null, 0);
        surface.fillBox(ground, palette.argb(ColorRole.BACKGROUND));
        text(words, x, y, ColorRole.TEXT, true);
    }

    /** Writes beside an upright line, on the side that has room. */
    private void beside(String words, double x, double y, double left, double right, ColorRole color) {
        double wide = measure.width(words, FontRole.SEMI_BOLD, SMALL);
        double at = x + 6 + wide <= right ? x + 6 : Math.max(left, x - 6 - wide);
        text(words, at, y, color, true);
    }

    private void text(String words, double x, double y, ColorRole color, boolean strong) {
        FontRole font = strong ? FontRole.SEMI_BOLD : FontRole.REGULAR;
        double wide = measure.width(words, font, SMALL);
        surface.text(new Shape.Label(x, y, wide, words, font, SMALL, color), palette.argb(color));
    }
}
