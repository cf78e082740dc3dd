package racelane.app.fx;

import javafx.animation.AnimationTimer;

/**
 * Spreads over several pulses what could be done in one, so that the window answers in between: the first rows of a list cost tens of
 * milliseconds, for their classes are loaded and their styles resolved then, and the first evidence fills all lists at once.
 */
public final class Pulses {
    private Pulses() {}

    /**
     * Runs {@code body} when so many pulses have passed; what was given first for the same pulse runs first. JavaFX thread.
     *
     * @param pulses 1 for the pulse after the next
     */
    public static void after(int pulses, Runnable body) {
        FxThread.check();
        new AnimationTimer() {
            private int left = pulses;

            @Override
            public void handle(long now) {
                if (left-- == 0) {
                    stop();
                    body.run();
                }
            }
        }.start();
    }
}
