package racelane.model.scene;

import java.time.ZoneId;
import java.util.List;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeText;

/** The two time axes of a figure: the clock's, and the one that counts from the first step. */
final class FigureAxis {
    static final double HEIGHT = 52;
    private static final double SIZE = 13;
    private static final double CAPTION = 12.5;

    private final LaneArea area;
    private final SceneSink sink;
    private final TimeRange range;
    private final ZoneId zone;
    private final double y;

    FigureAxis(LaneArea area, SceneSink sink, TimeRange range, ZoneId zone, double y) {
        this.area = area;
        this.sink = sink;
        this.range = range;
        this.zone = zone;
        this.y = y;
    }

    void draw() {
        double sample = width("00:00:00.000000", SIZE) + 44;
        long step = TickLadder.step(sample * area.scale.nanosPerPixel());
        List<Long> ticks = TickLadder.ticks(range, step, TickLadder.origin(range, zone));
        int digits = TimeText.digitsFor(step);
        boolean days = step >= 86_400_000_000_000L;
        caption(zone.getId().equals("Z") ? "UTC" : zone.getId(), y + 14);
        for (long tick : ticks) {
            String text = days ? TimeText.day(tick, zone) : TimeText.clock(tick, zone, digits);
            label(tick, text, y + 14, ColorRole.TEXT_MUTED);
            stroke(tick, y + 22, y + 28);
        }
        if (area.focus.isPresent()) {
            caption("from step 1", y + 38);
            long origin = area.focus.get().range().start();
            long off = ticks.isEmpty() ? 1 : Math.floorMod(origin - ticks.getFirst(), Math.max(1, step / 2));
            List<Long> own = off == 0 ? ticks : TickLadder.ticks(range, step, origin);
            for (long tick : own) {
                label(tick, TimeText.offset(tick - origin).replace("-", "−"), y + 38, ColorRole.TEXT_FAINT);
                stroke(tick, y + 46, y + HEIGHT);
            }
        }
    }

    private void caption(String text, double baseline) {
        double room = area.bounds.timeLeft() - area.bounds.left() - 16;
        String shown = area.measure.shortened(text, FontRole.REGULAR, CAPTION, room);
        double width = area.measure.width(shown, FontRole.REGULAR, CAPTION);
        sink.frame.add(new Shape.Label(
                area.bounds.left() + 8, baseline, width, shown, FontRole.REGULAR, CAPTION, ColorRole.TEXT_FAINT));
    }

    private void label(long tick, String text, double baseline, ColorRole color) {
        double width = width(text, SIZE);
        double x = area.x(tick) - width / 2;
        boolean fits = x >= area.bounds.timeLeft() - 4 && x + width <= area.bounds.right() + 4;
        if (fits) {
            sink.frame.add(new Shape.Label(x, baseline, width, text, FontRole.MONO, SIZE, color));
        }
    }

    private void stroke(long tick, double from, double to) {
        double x = area.x(tick);
        if (area.inTime(x)) {
            sink.frame.add(new Shape.Line(x, from, x, to, ColorRole.RULE, 1, false));
        }
    }

    private double width(String text, double size) {
        return area.measure.width(text, FontRole.MONO, size);
    }
}
