package racelane.app.timeline;

import java.util.function.Consumer;
import racelane.app.session.Viewport;

/** Moves the view from one place to another. */
@FunctionalInterface
public interface Flight {
    /** Jumps. */
    Flight JUMP = (from, to, show) -> show.accept(to);

    /**
     * Flies.
     *
     * @param from what is shown now
     * @param to what is to be shown in the end
     * @param show shows a step of the way; the last one is {@code to}
     */
    void fly(Viewport from, Viewport to, Consumer<Viewport> show);

    /** Stays where it is now, when a flight is under way: whoever moves the view by hand is not to be pulled away again. */
    default void stop() {}
}
