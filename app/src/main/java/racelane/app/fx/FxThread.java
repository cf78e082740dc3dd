package racelane.app.fx;

import javafx.application.Platform;

/** Asserts the one rule of the toolkit: observable state changes on the JavaFX thread only. */
public final class FxThread {
    private FxThread() {}

    /**
     * Checks that the caller is the JavaFX thread.
     *
     * @throws IllegalStateException when it is not
     */
    public static void check() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("belongs on the JavaFX thread, was called on "
                    + Thread.currentThread().getName());
        }
    }
}
