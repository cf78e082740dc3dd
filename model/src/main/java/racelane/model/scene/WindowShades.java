package racelane.model.scene;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;

/** Shades the windows across the lanes. However far one zooms out, each leaves at least a stroke. */
final class WindowShades {
    private static final double LEAST_WIDTH = 2;
    private static final double STRIP = 2;

    private final LaneArea area;
    private final SceneSink sink;
    private final double top;
    private final double bottom;
    private final BitSet shaded = new BitSet();

    /**
     * Creates it.
     *
     * @param top where the shade begins, px
     * @param bottom where it ends, px
     */
    WindowShades(LaneArea area, SceneSink sink, double top, double bottom) {
        this.area = area;
        this.sink = sink;
        this.top = top;
        this.bottom = bottom;
    }

    void draw(List<RaceWindow> windows) {
        double lastX = Double.NEGATIVE_INFINITY;
        for (RaceWindow window : windows) {
            if (area.focus.isPresent() && area.focus.get().id().equals(window.id())) {
                continue;
            }
            Optional<Rect> band = band(window);
            if (band.isPresent()
                    && (band.get().width() > LEAST_WIDTH || band.get().x() >= lastX + 1)) {
                lastX = band.get().x();
                faint(window, band.get());
            }
        }
        area.focus.ifPresent(window -> band(window).ifPresent(band -> full(window, band)));
    }

    /** Returns the words of a window's pill. */
    static String pillText(RaceWindow window) {
        return "window " + TimeText.duration(window.range().duration()) + " · "
                + window.verdict().word() + " · " + window.evidence().word();
    }

    /** Draws a pill of this height around {@code middle}, kept between the edges of the time area; returns its place. */
    Rect pill(RaceWindow window, double middle, double y, double height) {
        double size = height * 0.47;
        String text = pillText(window);
        double textWidth = area.measure.width(text, FontRole.SEMI_BOLD, size);
        double width = textWidth + height;
        double x = Math.max(area.bounds.timeLeft(), Math.min(middle - width / 2, area.bounds.right() - width));
        sink.over.add(new Shape.Box(x, y, width, height, height / 2, ColorRole.WARNING, null, 0));
        sink.over.add(new Shape.Label(
                x + height / 2,
                y + height / 2 + size * 0.36,
                textWidth,
                text,
                FontRole.SEMI_BOLD,
                size,
                ColorRole.WARNING_TEXT));
        Rect place = new Rect(x, y, width, height);
        area.taken.add(place);
        sink.regions.add(new Scene.Region(x, y, width, height, hit(window)));
        return place;
    }

    /** Draws a window that is not in focus: beside one that is, only as a strip on top, so that one story is told at a time. */
    private void faint(RaceWindow window, Rect band) {
        if (area.focus.isPresent()) {
            Rect strip = new Rect(band.x(), top, band.width(), STRIP);
            sink.over.add(box(strip, ColorRole.WARNING));
            sink.regions.add(new Scene.Region(band.x() - 2, top, band.width() + 4, STRIP + 4, hit(window)));
            return;
        }
        shade(band);
        for (double x : new double[] {band.x(), band.right()}) {
            sink.under.add(new Shape.Line(x, top, x, bottom, ColorRole.WINDOW_SHADE, 1, false));
        }
        sink.regions.add(new Scene.Region(band.x() - 2, top, band.width() + 4, bottom - top, hit(window)));
    }

    /** Shades what of a band is not shaded yet: where many windows overlap, their shades must not add up and drown the events. */
    private void shade(Rect band) {
        int from = (int) Math.floor(band.x() - area.bounds.timeLeft());
        int to = (int) Math.ceil(band.right() - area.bounds.timeLeft());
        int next = shaded.nextSetBit(from);
        if (next < 0 || next >= to) {
            sink.under.add(box(band, ColorRole.WINDOW_FAINT));
        } else {
            for (int left = shaded.nextClearBit(from); left < to; left = shaded.nextClearBit(next)) {
                next = shaded.nextSetBit(left);
                next = next < 0 ? to : Math.min(next, to);
                double x = area.bounds.timeLeft() + left;
                sink.under.add(box(new Rect(x, band.y(), next - left, band.height()), ColorRole.WINDOW_FAINT));
            }
        }
        shaded.set(from, to);
    }

    private void full(RaceWindow window, Rect band) {
        sink.under.add(box(band, ColorRole.WINDOW_SHADE));
        for (long time : new long[] {window.range().start(), window.range().end()}) {
            double x = area.x(time);
            if (area.inTime(x)) {
                sink.over.add(
                        new Shape.Line(x, top, x, bottom, ColorRole.WARNING, area.metrics.lineWidth() * 0.9, true));
            }
        }
        sink.regions.add(new Scene.Region(band.x(), top, band.width(), bottom - top, hit(window)));
    }

    private Shape.Box box(Rect band, ColorRole role) {
        return new Shape.Box(band.x(), band.y(), band.width(), band.height(), 0, role, null, 0);
    }

    private Optional<Rect> band(RaceWindow window) {
        double x1 = area.x(window.range().start());
        double x2 = area.x(window.range().end());
        if (x2 < area.bounds.timeLeft() || x1 > area.bounds.right()) {
            return Optional.empty();
        }
        double left = area.clampX(x1);
        double width = Math.max(LEAST_WIDTH, area.clampX(x2) - left);
        return Optional.of(new Rect(left, top, width, bottom - top));
    }

    private static Hit hit(RaceWindow window) {
        return new Hit(Hit.What.WINDOW, Optional.empty(), 0, window.id(), -1);
    }
}
