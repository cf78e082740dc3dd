package racelane.app.session;

import racelane.model.time.TimeFolds;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

/**
 * The time that the timeline shows.
 *
 * @param scale maps time to the timeline's x
 * @param width the timeline's width in px, lane names not counted; more than 0
 */
public record Viewport(TimeScale scale, double width) {
    /** What is shown before anything is open: one second around the epoch. */
    public static final Viewport INITIAL = fit(new TimeRange(0, 1_000_000_000L), 1000);

    /** Returns the viewport that shows {@code range} over {@code width} px. */
    public static Viewport fit(TimeRange range, double width) {
        return new Viewport(TimeScale.fit(range, width), width);
    }

    /** Returns the viewport that shows {@code range} over {@code width} px with these gaps drawn short. */
    public static Viewport fit(TimeRange range, double width, TimeFolds folds) {
        return new Viewport(TimeScale.fit(range, width, folds), width);
    }

    /** Returns the time shown. */
    public TimeRange range() {
        return scale.range(width);
    }
}
