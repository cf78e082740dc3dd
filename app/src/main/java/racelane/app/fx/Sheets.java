package racelane.app.fx;

import javafx.scene.Node;

/** Shows a small form or list above the window, until it is closed by Escape, a click beside it, or itself. JavaFX thread. */
public interface Sheets {
    /**
     * Shows a sheet in place of another one.
     *
     * @param focus what takes the keyboard
     * @param closed called once when the sheet goes away, however that happens
     */
    void show(Node sheet, Node focus, Runnable closed);

    /**
     * Shows a sheet in place of another one.
     *
     * @param focus what takes the keyboard
     */
    default void show(Node sheet, Node focus) {
        show(sheet, focus, () -> {});
    }

    /** Closes the sheet, if one is shown, and gives the keyboard back. */
    void close();
}
