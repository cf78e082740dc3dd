package racelane.app.shell;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.Sheets;

/** The layer above the window on which sheets lie. */
final class Overlay extends StackPane implements Sheets {
    private @Nullable Node before;
    private Runnable closed = () -> {};

    Overlay() {
        getStyleClass().add("scrim");
        setPadding(new Insets(90, 20, 20, 20));
        Nodes.show(this, false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
    }

    @Override
    public void show(Node sheet, Node focus, Runnable whenClosed) {
        leave();
        if (!isVisible() && getScene() != null) {
            before = getScene().getFocusOwner();
        }
        getChildren().setAll(sheet);
        closed = whenClosed;
        Nodes.show(this, true);
        focus.requestFocus();
    }

    @Override
    public void close() {
        if (!isVisible()) {
            return;
        }
        Nodes.show(this, false);
        leave();
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
        }
        before = null;
    }

    /** Tells the sheet that it goes away; once. */
    private void leave() {
        Runnable told = closed;
        closed = () -> {};
        told.run();
    }
}
