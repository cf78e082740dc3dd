package racelane.app.fx;

import javafx.scene.Node;

/** Shows a small form or list above the window, until it is closed by Escape, a click beside it, or itself. JavaFX thread. */
public interface Sheets {
    /**
     * Shows a sheet in place of another one.
     *
     * @param focus what takes the keyboard
     */
    void show(Node sheet, Node focus);

    /** Closes the sheet, if one is shown, and gives the keyboard back. */
    void close();
}
