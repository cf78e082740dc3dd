package racelane.app;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;

/** Tells on standard error when the first frame was drawn, counted from the start of the process; for measurements only. */
final class FirstFrame {
    private static final String ASKED = "racelane.firstFrame";

    private FirstFrame() {}

    /** Tells it when the system property {@code racelane.firstFrame} is true. JavaFX thread, once a window is shown. */
    static void tell() {
        if (Boolean.getBoolean(ASKED)) {
            new Waiting().start();
        }
    }

    /** The timer runs before a frame is drawn: when it runs for the third time, two have been. */
    private static final class Waiting extends AnimationTimer {
        private int frames;

        @Override
        public void handle(long now) {
            frames++;
            if (frames == 3) {
                stop();
                Instant start = ProcessHandle.current().info().startInstant().orElse(Instant.now());
                System.err.println("first frame after "
                        + Duration.between(start, Instant.now()).toMillis() + " ms");
            }
        }
    }
}
