package racelane.model.scene;

import java.time.ZoneId;
import java.util.OptionalLong;
import racelane.model.time.TimeScale;

/** Builds the ruler above the lanes. */
public final class TimeRuler {
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
        return new Scene(new SceneSink(), request.width(), request.height(), request.height());
    }
}
