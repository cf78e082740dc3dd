package racelane.app.open;

import racelane.app.session.WindowList;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;

/** Finds the windows of a trace. */
@FunctionalInterface
public interface Detector {
    /** Returns the windows of {@code trace}, best first. Long; never on the JavaFX thread. */
    WindowList detect(Trace trace, Progress progress);
}
