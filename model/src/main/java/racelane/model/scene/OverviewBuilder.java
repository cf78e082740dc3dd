package racelane.model.scene;

import java.util.List;
import java.util.Optional;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;

/** Builds the strip above the lanes: how dense the recording is, where its windows and notes are, what is in view. */
public final class OverviewBuilder {
    private OverviewBuilder() {}

    /**
     * What the strip depends on.
     *
     * @param trace the events
     * @param whole the time the strip spans
     * @param view the time the lanes show
     * @param windows all windows
     * @param selected the selected one
     * @param notes all notes
     * @param left px left of the strip that stay empty, the gutter
     * @param width px, {@code left} included
     * @param height px
     */
    public record Request(
            Trace trace,
            TimeRange whole,
            TimeRange view,
            List<RaceWindow> windows,
            Optional<RaceWindow> selected,
            List<NoteMark> notes,
            double left,
            double width,
            double height) {}

    /** Builds the strip. Pure; the cost follows px times lanes. */
    public static Scene build(Request request) {
        return new Scene(new SceneSink(), request.width(), request.height(), request.height());
    }
}
