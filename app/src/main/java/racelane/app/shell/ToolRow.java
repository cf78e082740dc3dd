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
import racelane.app.fx.Texts;

/** The toolbar: what is done most, made from the registry, with the search field in the middle. */
final class ToolRow extends StackPane {
    private static final Texts TEXTS = Texts.of(ToolRow.class);

    private final Actions actions;

    ToolRow(Actions actions, SearchBox search) {
        this.actions = actions;
        HBox left = new HBox(
                6,
                words("file.open.open"),
                words("file.open.add"),
                gap(),
                icon("edit.undo.undo", Feather.CORNER_UP_LEFT),
                icon("edit.undo.redo", Feather.CORNER_UP_RIGHT),
                gap(),
                icon("view.zoom.out", Feather.MINUS),
                icon("view.zoom.in", Feather.PLUS),
                words("view.zoom.fit"));
        left.setAlignment(Pos.CENTER_LEFT);
        HBox right = new HBox(6, words("file.export.png"), primary("file.export.report"));
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

    private Button words(String action) {
        return dressed(new Button(TEXTS.get("tool." + action)), action);
    }

    private Button primary(String action) {
        Button button = words(action);
        button.getStyleClass().add("primary");
        return button;
    }

    private Button icon(String action, Ikon icon) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("square");
        return dressed(button, action);
    }

    private Button dressed(Button button, String id) {
        Action action = actions.get(id);
        button.getStyleClass().add("tool-button");
        button.setId("tool-" + id.replace('.', '-'));
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setOnAction(event -> action.run());
        button.setFocusTraversable(true);
        button.setAccessibleText(action.title());
        Tooltip tip = new Tooltip();
        button.setTooltip(tip);
        actions.whenBound(() -> {
            String keys = actions.get(id).keyText();
            tip.setText(keys.isEmpty() ? action.title() : action.title() + "  " + keys);
        });
        return button;
    }

    private static Node gap() {
        Region gap = new Region();
        gap.getStyleClass().add("tool-gap");
        HBox.setMargin(gap, new javafx.geometry.Insets(0, 3, 0, 3));
        return gap;
    }
}
