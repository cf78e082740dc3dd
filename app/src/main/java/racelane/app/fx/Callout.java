package racelane.app.fx;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;

/** Some words below a button, until one clicks elsewhere or presses Escape. JavaFX thread. */
public final class Callout {
    private static final double GAP = 4;

    private Callout() {}

    /** Shows {@code words} below {@code beside}. */
    public static void show(Node words, Node beside) {
        StackPane box = new StackPane(words);
        box.getStyleClass().addAll("root", "callout");
        box.getStylesheets().setAll(beside.getScene().getStylesheets());
        Popup popup = new Popup();
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        Bounds bounds = beside.localToScreen(beside.getBoundsInLocal());
        popup.show(beside, bounds.getMinX(), bounds.getMaxY() + GAP);
    }
}
