package racelane.model.scene;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import racelane.model.scene.FigureStyle.Axes;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeText;

/**
 * The time axes of a figure: the clock's, and the one that counts from the first step, or from the first event where there are no
 * steps. Labels keep clear of each other and of folds.
 */
final class FigureAxis {
    private static final double ROW = 24;
    private static final double SIZE = 13;
    private static final double CAPTION = 12.5;
    private static final double APART = 26;
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private final LaneArea area;
    private final SceneSink sink;
    private final TimeRange range;
    private final FigureRequest request;
    private final long origin;
    private final double y;

    FigureAxis(LaneArea area, SceneSink sink, TimeRange range, FigureRequest request, double y) {
        this.area = area;
        this.sink = sink;
        this.range = range;
        this.request = request;
        this.y = y;
        this.origin = origin(request, range);
    }

    /** Returns the room that the axes of a style take, px. */
    static double height(FigureStyle style) {
        return 4 + ROW * (style.axes() == Axes.BOTH ? 2 : 1);
    }

    /** Returns the instant from which offsets count. */
    static long origin(FigureRequest request, TimeRange range) {
        long first = request.trace().extent().map(TimeRange::start).orElse(range.start());
        return request.focus().map(window -> window.range().start()).orElse(Math.max(first, range.start()));
    }

    /** Returns what the axis of offsets is called. */
    static String offsetName(FigureRequest request) {
        return request.focus().isPresent() ? "from step 1" : "from start";
    }

    void draw() {
        double top = y;
        boolean both = request.style().axes() == Axes.BOTH;
        if (request.style().axes() != Axes.OFFSET) {
            ZoneId zone = request.zone();
            long anchor = TickLadder.origin(range, zone);
            row(zone.getId().equals("Z") ? "UTC" : zone.getId(), top, anchor, this::clock, ColorRole.TEXT_MUTED);
            top += ROW;
        }
        if (request.style().axes() != Axes.CLOCK) {
            row(offsetName(request), top, origin, this::offset, both ? ColorRole.TEXT_FAINT : ColorRole.TEXT_MUTED);
        }
    }

    private LongFunction<String> clock(long step) {
        int digits = TimeText.digitsFor(step);
        return tick -> step >= DAY ? TimeText.day(tick, request.zone()) : TimeText.clock(tick, request.zone(), digits);
    }

    /** Offsets with one unit and as many digits as the step needs, so that neighbours never read alike. */
    private LongFunction<String> offset(long step) {
        long most = Math.max(Math.abs(range.start() - origin), Math.abs(range.end() - origin));
        if (step >= SECOND && most >= 120 * SECOND) {
            return tick -> TimeText.offset(tick - origin).replace('-', '−');
        }
        long unit = most >= SECOND ? SECOND : most >= 1_000_000 ? 1_000_000 : most >= 1_000 ? 1_000 : 1;
        String name = unit == SECOND ? " s" : unit == 1_000_000 ? " ms" : unit == 1_000 ? " µs" : " ns";
        int digits = 0;
        for (long covered = unit; covered > 1 && step % covered != 0; covered /= 10) {
            digits++;
        }
        String format = "%+." + digits + "f";
        return tick -> tick == origin
                ? "0"
                : String.format(Locale.ROOT, format, (tick - origin) / (double) unit)
                                .replace('-', '−')
                        + name;
    }

    private void row(
            String caption, double top, long anchor, LongFunction<LongFunction<String>> words, ColorRole color) {
        double room = area.bounds.timeLeft() - area.bounds.left() - 16;
        String shown = area.measure.shortened(caption, FontRole.REGULAR, CAPTION, room);
        sink.frame.add(new Shape.Label(
                area.bounds.left() + 8,
                top + 14,
                area.measure.width(shown, FontRole.REGULAR, CAPTION),
                shown,
                FontRole.REGULAR,
                CAPTION,
                ColorRole.TEXT_FAINT));
        long step = step(words);
        LongFunction<String> text = words.apply(step);
        double free = area.bounds.timeLeft() - 4;
        for (TimeRange part : parts()) {
            double end = part.end() == range.end() ? area.bounds.right() + 4 : area.x(part.end());
            double begin = part.start() == range.start() ? free : Math.max(free, area.x(part.start()));
            for (long tick : TickLadder.ticks(part, step, anchor)) {
                String words1 = text.apply(tick);
                double width = width(words1);
                double x = area.x(tick) - width / 2;
                if (x >= begin && x >= free && x + width <= end) {
                    sink.frame.add(new Shape.Label(x, top + 14, width, words1, FontRole.MONO, SIZE, color));
                    free = x + width + APART / 2;
                }
                stroke(tick, top + 19, top + ROW + 1);
            }
        }
    }

    /** Returns the smallest step whose labels do not touch each other. */
    private long step(LongFunction<LongFunction<String>> words) {
        long step = TickLadder.step(50 * area.scale.nanosPerPixel());
        for (int tries = 0; tries < 40; tries++) {
            LongFunction<String> text = words.apply(step);
            double widest = Math.max(
                    Math.max(width(text.apply(range.start())), width(text.apply(range.end()))),
                    width(text.apply(range.middle())));
            if (step >= (widest + APART) * area.scale.nanosPerPixel()) {
                return step;
            }
            step = TickLadder.step(step + 1.0);
        }
        return step;
    }

    /** Returns the stretches between the folds. */
    private List<TimeRange> parts() {
        List<TimeRange> parts = new ArrayList<>();
        long from = range.start();
        for (TimeRange gap : area.scale.folds().gaps()) {
            parts.add(TimeRange.between(from, Math.max(from, gap.start())));
            from = gap.end();
        }
        parts.add(TimeRange.between(from, Math.max(from, range.end())));
        return parts;
    }

    private void stroke(long tick, double from, double to) {
        double x = area.x(tick);
        if (area.inTime(x)) {
            sink.frame.add(new Shape.Line(x, from, x, to, ColorRole.RULE, 1, false));
        }
    }

    private double width(String text) {
        return area.measure.width(text, FontRole.MONO, SIZE);
    }
}
