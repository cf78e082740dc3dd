package racelane.app.fx;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes small nodes in one line. */
public final class Nodes {
    private Nodes() {}

    /** Returns a label with style classes. */
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Returns a label that breaks its lines instead of cutting its text. */
    public static Label paragraph(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Returns a row. */
    public static HBox row(String style, Node... children) {
        HBox row = new HBox(children);
        row.getStyleClass().add(style);
        return row;
    }

    /** Returns a column. */
    public static VBox column(String style, Node... children) {
        VBox column = new VBox(children);
        column.getStyleClass().add(style);
        return column;
    }

    /** Returns an empty region that takes the room its row or column has left. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Returns a button that shows only an icon, named for screen readers and by its tooltip. */
    public static Button iconButton(Ikon icon, String name, Runnable body) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(event -> body.run());
        return button;
    }

    /** Returns a text link. */
    public static Button link(String text, Runnable body) {
        Button button = new Button(text);
        button.getStyleClass().add("link-button");
        button.setOnAction(event -> body.run());
        return button;
    }

    /** Gives a node room to grow in its row. */
    public static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return node;
    }

    /** Shows or hides a node; a hidden one takes no room. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
