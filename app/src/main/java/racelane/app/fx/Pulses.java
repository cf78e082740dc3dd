package racelane.app.fx;

import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;

/**
 * Spreads over several pulses what could be done in one, so that the window answers in between: the first rows of a list cost tens of
 * milliseconds, for their classes are loaded and their styles resolved then, and the first evidence fills all lists at once.
 */
public final class Pulses {
    /** Marks a list that is being unrolled. */
    private static final Object UNROLLING = new Object();

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

    /**
     * Fills an empty list and lets it grow by so many pixels a pulse until it has its height, for it makes only the rows that it has room
     * for. It is made low a pulse before, for it lays out its first rows before it hears of its new height. A list that is being unrolled
     * is filled again and goes on. JavaFX thread.
     */
    public static void unroll(Region list, double step, Runnable fill) {
        FxThread.check();
        if (list.getProperties().putIfAbsent(UNROLLING, true) != null) {
            after(1, fill);
            return;
        }
        double whole = list.getHeight();
        double most = list.getMaxHeight();
        list.setMaxHeight(Math.min(step, whole));
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                double height = (pulses - 1) * step;
                if (pulses == 2) {
                    fill.run();
                } else if (height < whole) {
                    list.setMaxHeight(Math.max(height, Math.min(step, whole)));
                } else if (pulses > 2) {
                    stop();
                    list.setMaxHeight(most);
                    list.getProperties().remove(UNROLLING);
                }
            }
        }.start();
    }
}
