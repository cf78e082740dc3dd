package racelane.model.scene;

import java.time.ZoneId;
import java.util.OptionalLong;
import racelane.model.time.TimeScale;
import racelane.model.time.TimeText;

/** Builds the ruler above the lanes. */
public final class TimeRuler {
    private static final double TICK_ROOM = SceneBuilder.TICK_ROOM;
    private static final double SIZE = 12;
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private TimeRuler() {}

    /**
     * What the ruler depends on.
     *
     * @param scale time to x; x = 0 at {@code left}
     * @param left width of the gutter, px
     * @param width px, gutter included
     * @param height px
     * @param zone zone of absolute times
     * @param origin the instant that relative times count from, ns since the epoch; absolute times when absent
     * @param prefix what stands before each relative time: "T" for those from the mark
     * @param cursor the instant to mark with its time, ns since the epoch
     * @param measure widths of text
     */
    public record Request(
            TimeScale scale,
            double left,
            double width,
            double height,
            ZoneId zone,
            OptionalLong origin,
            String prefix,
            OptionalLong cursor,
            TextMeasure measure) {}

    /** Builds the ruler. Pure. */
    public static Scene build(Request request) {
        SceneSink sink = new SceneSink();
        double inner = Math.max(1, request.width() - request.left());
        long step = TickLadder.step(TICK_ROOM * request.scale().nanosPerPixel());
        long origin = ticksFrom(request.scale(), inner, request.zone(), request.origin());
        double baseline = request.height() - 9;
        double free = request.left() - 1;
        long lastSecond = Long.MIN_VALUE;
        Badge badge = Badge.of(request, step);
        for (long tick : TickLadder.ticks(request.scale(), inner, step, origin)) {
            double x = request.left() + request.scale().x(tick);
            sink.under.add(new Shape.Line(x, request.height() - 6, x, request.height(), ColorRole.RULE, 1, false));
            long second = Math.floorDiv(tick, SECOND);
            String text = text(request, tick, step, second != lastSecond);
            double width = request.measure().width(text, FontRole.MONO, SIZE);
            if (x + 4 >= free && x + 4 + width <= request.width() && !badge.touches(x + 4, x + 4 + width)) {
                sink.under.add(
                        new Shape.Label(x + 4, baseline, width, text, FontRole.MONO, SIZE, ColorRole.TEXT_MUTED));
                free = x + 4 + width + 8;
                lastSecond = second;
            }
        }
        badge.draw(request, sink);
        return new Scene(sink, request.width(), request.height(), request.height());
    }

    /** Returns the instant from which the ticks of a ruler count, ns since the epoch: its origin, else a midnight of the zone. */
    public static long ticksFrom(TimeScale scale, double width, ZoneId zone, OptionalLong origin) {
        return origin.orElse(TickLadder.origin(scale.range(width), zone));
    }

    private static String text(Request request, long tick, long step, boolean full) {
        if (request.origin().isPresent()) {
            return relative(request, tick);
        }
        if (step >= DAY) {
            return TimeText.day(tick, request.zone());
        }
        String clock = TimeText.clock(tick, request.zone(), TimeText.digitsFor(step));
        return full || step >= SECOND ? clock : clock.substring(clock.indexOf('.'));
    }

    private static String relative(Request request, long time) {
        long apart = time - request.origin().orElse(0);
        return apart == 0
                ? request.prefix() + "0"
                : request.prefix() + TimeText.offset(apart).replace('-', '−');
    }

    /** The cursor's time in a box over the ruler; an empty text where the cursor is out of view. */
    private record Badge(double left, double width, String text) {
        private static final double PADDING = 7;
        private static final double ROOM = 6;

        static Badge of(Request request, long step) {
            double x = request.cursor().isPresent()
                    ? request.left() + request.scale().x(request.cursor().getAsLong())
                    : -1;
            if (x < request.left() || x > request.width()) {
                return new Badge(0, 0, "");
            }
            long time = request.cursor().getAsLong();
            String text = request.origin().isPresent()
                    ? relative(request, time)
                    : TimeText.grouped(time, request.zone(), TimeText.digitsFor(step) + 1);
            double width = request.measure().width(text, FontRole.MONO_MEDIUM, SIZE) + 2 * PADDING;
            double most = Math.max(request.left(), request.width() - width);
            return new Badge(Math.clamp(x - width / 2, request.left(), most), width, text);
        }

        /** Tells whether a label would be covered, wholly or in part. */
        boolean touches(double from, double to) {
            return !text.isEmpty() && from < left + width + ROOM && to > left - ROOM;
        }

        void draw(Request request, SceneSink sink) {
            if (text.isEmpty()) {
                return;
            }
            double height = request.height() - 10;
            sink.over.add(new Shape.Box(left, 5, width, height, 3, ColorRole.ACCENT, null, 0));
            sink.over.add(new Shape.Label(
                    left + PADDING,
                    5 + height / 2 + SIZE * 0.36,
                    width - 2 * PADDING,
                    text,
                    FontRole.MONO_MEDIUM,
                    SIZE,
                    ColorRole.ACCENT_TEXT));
        }
    }
}
