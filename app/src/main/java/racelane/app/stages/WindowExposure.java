package racelane.app.stages;

import java.util.Optional;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.window.Exposure;
import racelane.model.window.RaceWindow;

/** Measures how exposed the windows of a window's kind are. */
@FunctionalInterface
public interface WindowExposure {
    /** Returns the exposure of the window's pattern and kind of key; empty when it cannot be measured. Long; off the JavaFX thread. */
    Optional<Exposure> of(Trace trace, RaceWindow window, Progress progress);
}
