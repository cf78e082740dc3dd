package racelane.app.stages;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Ctrl+Enter saves from within a text area, where Enter alone breaks the line. */
final class FormKeys {
    private FormKeys() {}

    static void install(TextArea area, Runnable save) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                event.consume();
                save.run();
            }
        });
    }
}
