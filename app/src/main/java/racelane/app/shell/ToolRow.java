package racelane.app.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.action.Action;
import racelane.app.action.Actions;
import racelane.app.fx.Nodes;

/** The toolbar: what is done most, made from the registry, with the search field in the middle. */
final class ToolRow extends StackPane {
    ToolRow(Actions actions, SearchBox search) {
        HBox left = new HBox(
                6,
                words(actions.get("file.open.open"), "Open…"),
                words(actions.get("file.open.add"), "Add source…"),
                gap(),
                icon(actions.get("edit.undo.undo"), Feather.CORNER_UP_LEFT),
                icon(actions.get("edit.undo.redo"), Feather.CORNER_UP_RIGHT),
                gap(),
                icon(actions.get("view.zoom.out"), Feather.MINUS),
                icon(actions.get("view.zoom.in"), Feather.PLUS),
                words(actions.get("view.zoom.fit"), "Fit"));
        left.setAlignment(Pos.CENTER_LEFT);
        HBox right = new HBox(
                6,
                words(actions.get("file.export.png"), "Export PNG"),
                primary(actions.get("file.export.report"), "RCA report…"));
        right.setAlignment(Pos.CENTER_RIGHT);
        HBox sides = Nodes.row("tool-bar-row", left, Nodes.spring(), right);
        getChildren().addAll(sides, search);
        search.setMaxSize(430, Region.USE_PREF_SIZE);
        StackPane.setAlignment(search, Pos.CENTER);
        StackPane.setMargin(search, new javafx.geometry.Insets(0, 0, 5, 0));
        widthProperty().addListener((property, before, now) -> {
            double room = now.doubleValue() - 2 * Math.max(left.prefWidth(-1), right.prefWidth(-1)) - 60;
            search.setMaxWidth(Math.clamp(room, 160, 430));
        });
    }

    private static Button words(Action action, String text) {
        Button button = new Button(text);
        return dressed(button, action);
    }

    private static Button primary(Action action, String text) {
        Button button = words(action, text);
        button.getStyleClass().add("primary");
        return button;
    }

    private static Button icon(Action action, Ikon icon) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("square");
        return dressed(button, action);
    }

    private static Button dressed(Button button, Action action) {
        button.getStyleClass().add("tool-button");
        button.setId("tool-" + action.id().replace('.', '-'));
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setOnAction(event -> action.run());
        button.setFocusTraversable(true);
        button.setAccessibleText(action.title());
        String keys = action.keyText();
        button.setTooltip(new Tooltip(keys.isEmpty() ? action.title() : action.title() + "  " + keys));
        return button;
    }

    private static Node gap() {
        Region gap = new Region();
        gap.getStyleClass().add("tool-gap");
        HBox.setMargin(gap, new javafx.geometry.Insets(0, 3, 0, 3));
        return gap;
    }
}
