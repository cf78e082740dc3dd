package racelane.app.open;

import java.util.function.Consumer;
import racelane.app.session.WindowList;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;

/** Finds the windows of a trace. */
@FunctionalInterface
public interface Detector {
    /**
     * Returns the windows of {@code trace}, best first. Long; never on the JavaFX thread.
     *
     * @param soFar told on the way, on the working thread, what was found until then, best first
     */
    WindowList detect(Trace trace, Progress progress, Consumer<WindowList> soFar);

    /** Lets go of what earlier searches left behind: the trace they looked at is to be freed. */
    default void forget() {}

    /** Returns one that looks for the same and shares no memory with this one: each window of the program has its own. */
    default Detector another() {
        return this;
    }
}
