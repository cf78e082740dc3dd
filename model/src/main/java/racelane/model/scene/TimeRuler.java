package racelane.model.scene;

import java.time.ZoneId;
import java.util.OptionalLong;
import racelane.model.time.TimeRange;
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
            OptionalLong cursor,
            TextMeasure measure) {}

    /** Builds the ruler. Pure. */
    public static Scene build(Request request) {
        SceneSink sink = new SceneSink();
        TimeRange view = request.scale().range(Math.max(1, request.width() - request.left()));
        long step = TickLadder.step(TICK_ROOM * request.scale().nanosPerPixel());
        long origin = request.origin().orElse(TickLadder.origin(view, request.zone()));
        double baseline = request.height() - 9;
        double free = request.left() - 1;
        long lastSecond = Long.MIN_VALUE;
        for (long tick : TickLadder.ticks(view, step, origin)) {
            double x = request.left() + request.scale().x(tick);
            sink.under.add(new Shape.Line(x, request.height() - 6, x, request.height(), ColorRole.RULE, 1, false));
            long second = Math.floorDiv(tick, SECOND);
            String text = text(request, tick, step, second != lastSecond);
            double width = request.measure().width(text, FontRole.MONO, SIZE);
            if (x + 4 >= free && x + 4 + width <= request.width()) {
                sink.under.add(
                        new Shape.Label(x + 4, baseline, width, text, FontRole.MONO, SIZE, ColorRole.TEXT_MUTED));
                free = x + 4 + width + 8;
                lastSecond = second;
            }
        }
        request.cursor().ifPresent(time -> cursor(request, time, step, sink));
        return new Scene(sink, request.width(), request.height(), request.height());
    }

    private static String text(Request request, long tick, long step, boolean full) {
        if (request.origin().isPresent()) {
            return TimeText.offset(tick - request.origin().getAsLong()).replace('-', '−');
        }
        if (step >= DAY) {
            return TimeText.day(tick, request.zone());
        }
        String clock = TimeText.clock(tick, request.zone(), TimeText.digitsFor(step));
        return full || step >= SECOND ? clock : clock.substring(clock.indexOf('.'));
    }

    /** Fraction digits in groups of three. */
    private static String clock(long time, ZoneId zone, int leastDigits) {
        int groups = Math.clamp((leastDigits + 2) / 3, 1, 3);
        String text = TimeText.clock(time, zone, groups * 3);
        StringBuilder spaced = new StringBuilder(text.substring(0, text.indexOf('.') + 4));
        for (int group = 1; group < groups; group++) {
            int at = text.indexOf('.') + 1 + 3 * group;
            spaced.append(' ').append(text, at, at + 3);
        }
        return spaced.toString();
    }

    private static void cursor(Request request, long time, long step, SceneSink sink) {
        double x = request.left() + request.scale().x(time);
        if (x < request.left() || x > request.width()) {
            return;
        }
        String text = request.origin().isPresent()
                ? TimeText.offset(time - request.origin().getAsLong()).replace('-', '−')
                : clock(time, request.zone(), TimeText.digitsFor(step) + 1);
        double width = request.measure().width(text, FontRole.MONO_MEDIUM, SIZE);
        double left =
                Math.clamp(x - width / 2 - 7, request.left(), Math.max(request.left(), request.width() - width - 14));
        double height = request.height() - 10;
        sink.over.add(new Shape.Box(left, 5, width + 14, height, 3, ColorRole.ACCENT, null, 0));
        sink.over.add(new Shape.Label(
                left + 7,
                5 + height / 2 + SIZE * 0.36,
                width,
                text,
                FontRole.MONO_MEDIUM,
                SIZE,
                ColorRole.ACCENT_TEXT));
    }
}
