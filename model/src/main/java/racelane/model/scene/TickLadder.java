package racelane.model.scene;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

/** The steps of time axes: 1-2-5 up to a second, then what clocks and calendars use. */
final class TickLadder {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long[] CLOCK = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200
    };
    private static final int MAX_TICKS = 2000;

    private TickLadder() {}

    /** Returns the smallest step of the ladder that is at least {@code atLeast} ns; never less than 1 ns. */
    static long step(double atLeast) {
        for (long unit = 1; unit < SECOND; unit *= 10) {
            for (int factor : new int[] {1, 2, 5}) {
                if (unit * factor >= atLeast) {
                    return unit * factor;
                }
            }
        }
        for (long seconds : CLOCK) {
            if (seconds * SECOND >= atLeast) {
                return seconds * SECOND;
            }
        }
        for (long days = 1; days < 50_000; days *= 10) {
            for (int factor : new int[] {1, 2, 5}) {
                if (days * factor * DAY >= atLeast) {
                    return days * factor * DAY;
                }
            }
        }
        return 50_000 * DAY;
    }

    /** Returns the instants in {@code range} that lie whole steps from {@code origin}, all ns since the epoch. */
    static List<Long> ticks(TimeRange range, long step, long origin) {
        List<Long> ticks = new ArrayList<>();
        long at = range.start() + Math.floorMod(origin - range.start(), step);
        while (at <= range.end() && ticks.size() < MAX_TICKS) {
            ticks.add(at);
            at += step;
        }
        return ticks;
    }

    /**
     * Returns the instants that {@code width} px of a scale show and that lie whole steps from {@code origin}; none inside a fold, where
     * they would stand closer than they are.
     */
    static List<Long> ticks(TimeScale scale, double width, long step, long origin) {
        TimeRange view = scale.range(Math.max(1, width));
        if (scale.folds().isEmpty()) {
            return ticks(view, step, origin);
        }
        List<Long> ticks = new ArrayList<>();
        long from = view.start();
        for (TimeRange gap : scale.folds().gaps()) {
            if (gap.end() > from && gap.start() < view.end()) {
                if (gap.start() > from) {
                    ticks.addAll(ticks(new TimeRange(from, gap.start()), step, origin));
                }
                from = gap.end();
            }
        }
        if (from <= view.end()) {
            ticks.addAll(ticks(new TimeRange(from, view.end()), step, origin));
        }
        return ticks;
    }

    /** Returns an instant from which steps of the absolute axis count, so that a tick of a day lies on a midnight of the zone. */
    static long origin(TimeRange range, ZoneId zone) {
        Instant middle = Instant.ofEpochSecond(Math.floorDiv(range.start(), SECOND));
        return -zone.getRules().getOffset(middle).getTotalSeconds() * SECOND;
    }
}
