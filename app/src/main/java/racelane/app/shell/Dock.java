package racelane.app.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.Sheets;

/** Holds a sheet at the right of the window that leaves the rest of it free to work in. */
final class Dock extends StackPane implements Sheets {
    private @Nullable Node before;
    private Runnable closed = () -> {};
    private Runnable told = () -> {};

    Dock() {
        setPadding(new Insets(78, 12, 36, 12));
        setAlignment(Pos.TOP_RIGHT);
        setPickOnBounds(false);
        Nodes.show(this, false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
    }

    /** Says what happens when the sheet is closed. */
    void onClosed(Runnable body) {
        closed = body;
    }

    @Override
    public void show(Node sheet, Node focus, Runnable whenClosed) {
        leave();
        if (!isVisible() && getScene() != null) {
            before = getScene().getFocusOwner();
        }
        getChildren().setAll(sheet);
        told = whenClosed;
        Nodes.show(this, true);
        focus.requestFocus();
    }

    @Override
    public void close() {
        if (!isVisible()) {
            return;
        }
        Nodes.show(this, false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
        }
        before = null;
        leave();
        closed.run();
    }

    /** Tells the sheet that it goes away; once. */
    private void leave() {
        Runnable once = told;
        told = () -> {};
        once.run();
    }
}
