package racelane.model.window;

import racelane.model.clock.Moment;
import racelane.model.pattern.Point.Edge;
import racelane.model.time.TimeRange;

/** From when to when a match lasts. */
final class Extent {
    private Extent() {}

    /** Returns the time from the first to the last moment of a cast that was seen. */
    static TimeRange of(Cast cast) {
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (int role = 0; role < cast.items.length; role++) {
            TimeRange one = of(cast, role);
            start = Math.min(start, one.start());
            end = Math.max(end, one.end());
        }
        return new TimeRange(start, end);
    }

    /** Returns the time that one role lasts; one whose end was never seen lasts until its source ends. */
    static TimeRange of(Cast cast, int role) {
        Moment start = cast.readFrom(role, Edge.START);
        Moment end = cast.latest(role, Edge.END);
        return TimeRange.between(start.time(), end.open() ? cast.events(role).sourceEnd(start.source()) : end.time());
    }

    /** Returns the window to be shown: the anchor's own interval, or the whole match where the anchor is but an event. */
    static TimeRange shown(Cast cast) {
        return cast.items[0].shape() == Shape.INTERVAL ? of(cast, 0) : of(cast);
    }
}
