package racelane.model.scene;

import java.util.List;
import java.util.OptionalLong;
import racelane.model.event.CounterTrack;
import racelane.model.lane.PlanRow.PlannedCounter;
import racelane.model.scene.LaneLayout.Placed;
import racelane.model.time.TimeRange;

/** Draws the visible counter tracks as areas, with their range at the left and the value under the cursor. */
final class CounterMarks {
    private static final double PAD = 5;
    /** A curve that moves by less than this share of its greatest value is drawn from its least value, else from 0. */
    private static final double FLAT = 0.1;

    private final LaneArea area;
    private final SceneSink sink;
    private final OptionalLong cursor;
    private final List<CounterTrack> tracks;
    private final long until;

    CounterMarks(LaneArea area, SceneSink sink, OptionalLong cursor) {
        this.area = area;
        this.sink = sink;
        this.cursor = cursor;
        this.tracks = area.trace.counters();
        this.until =
                tracks.isEmpty() ? 0 : area.trace.extent().map(TimeRange::end).orElse(0L);
    }

    /** How values become y. */
    private record Axis(double low, double high, double top, double bottom) {
        double y(double value) {
            double share = high > low ? (Math.clamp(value, low, high) - low) / (high - low) : 0;
            return bottom - share * (bottom - top);
        }
    }

    void draw() {
        if (tracks.isEmpty()) {
            return;
        }
        for (Placed placed : area.visible()) {
            if (placed.row() instanceof PlannedCounter counter && counter.counter() < tracks.size()) {
                track(placed, tracks.get(counter.counter()));
            }
        }
    }

    private void track(Placed placed, CounterTrack track) {
        double min = finite(track.min());
        double max = finite(track.max());
        boolean flat = min > 0 && max - min < FLAT * max && max > min;
        double low = flat ? min : Math.min(0, min);
        double high = Math.max(max, min > 0 || max > 0 ? max : 0);
        double top = area.y(placed) + PAD;
        double bottom = area.y(placed) + placed.height() - PAD;
        Axis axis = new Axis(low, Math.max(high, low), top, bottom);
        ColorRole role = ColorRole.ofOperation(track.name().name());
        double left = area.bounds.timeLeft();
        CounterWalk.walk(track, area.scale, area.bounds.timeWidth(), until, (upper, lower) -> {
            toPixels(upper, left, axis);
            toPixels(lower, left, axis);
            sink.under.add(new Shape.Area(upper, lower, axis.y(Math.max(low, Math.min(0, axis.high()))), role));
        });
        String unit = track.name().unit();
        if (left > area.bounds.left()) {
            range(CounterText.brief(axis.high(), unit), top + area.metrics.captionSize() * 0.72);
            range(CounterText.brief(axis.low(), unit), bottom);
        }
        cursor.ifPresent(time -> atCursor(track, axis, time, role));
    }

    private static double finite(double value) {
        return Double.isNaN(value) ? 0 : Math.clamp(value, -Double.MAX_VALUE / 4, Double.MAX_VALUE / 4);
    }

    private static void toPixels(double[] corners, double left, Axis axis) {
        for (int i = 0; i < corners.length; i += 2) {
            corners[i] += left;
            corners[i + 1] = axis.y(corners[i + 1]);
        }
    }

    private void range(String text, double baseline) {
        double size = area.metrics.captionSize();
        double width = area.measure.width(text, FontRole.REGULAR, size);
        sink.counterRanges.add(new Shape.Label(
                area.bounds.timeLeft() - 6 - width,
                baseline,
                width,
                text,
                FontRole.REGULAR,
                size,
                ColorRole.TEXT_FAINT));
    }

    /** A dot on the curve and the value beside it, on the ground of a note so that the area does not shine through. */
    private void atCursor(CounterTrack track, Axis axis, long time, ColorRole role) {
        int sample = track.at(time);
        double x = area.x(time);
        if (sample < 0 || time > until || !area.inTime(x) || Double.isNaN(track.value(sample))) {
            return;
        }
        double y = axis.y(track.value(sample));
        String text = CounterText.brief(track.value(sample), track.name().unit());
        double size = area.metrics.captionSize() + 0.5;
        double width = area.measure.width(text, FontRole.SEMI_BOLD, size);
        boolean before = x + width + 20 > area.bounds.right();
        double left = before ? x - width - 14 : x + 14;
        double middle =
                Math.clamp(y, axis.top() + size * 0.6, Math.max(axis.top() + size * 0.6, axis.bottom() - size * 0.6));
        sink.over.add(new Shape.Badge(x, y, 3.5, "", role, ColorRole.MARK_TEXT));
        sink.over.add(new Shape.Box(
                left - 5, middle - size * 0.8, width + 10, size * 1.6, 4, ColorRole.NOTE, ColorRole.RULE, 1));
        sink.over.add(
                new Shape.Label(left, middle + size * 0.36, width, text, FontRole.SEMI_BOLD, size, ColorRole.TEXT));
    }
}
