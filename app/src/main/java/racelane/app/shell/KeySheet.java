package racelane.app.shell;

import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import racelane.app.action.Action;
import racelane.app.action.ActionGroup;
import racelane.app.action.Actions;
import racelane.app.action.Key;
import racelane.app.fx.Nodes;
import racelane.app.fx.Sheets;
import racelane.app.fx.Texts;

/** All keys on one sheet, made from the registry. */
final class KeySheet {
    private static final Texts TEXTS = Texts.of(KeySheet.class);
    private static final double COLUMN = 285;

    private KeySheet() {}

    static void show(Actions actions, Sheets sheets) {
        FlowPane columns = new FlowPane(javafx.geometry.Orientation.VERTICAL, 28, 4);
        columns.setPrefWrapLength(560);
        for (ActionGroup group : ActionGroup.values()) {
            var keyed = actions.of(group).stream()
                    .filter(action -> !action.keys().isEmpty())
                    .toList();
            if (!keyed.isEmpty()) {
                var heading = Nodes.label(group.title().toUpperCase(java.util.Locale.ROOT), "section-title");
                heading.setPadding(new Insets(8, 0, 2, 0));
                columns.getChildren().add(heading);
                keyed.forEach(action -> columns.getChildren().add(row(action)));
            }
        }
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(600);
        Action change = actions.get("help.keys.change");
        HBox head = new HBox(
                Nodes.label(TEXTS.get("help.keys.sheet"), "sheet-title"),
                Nodes.spring(),
                Nodes.link(change.title(), change::run));
        VBox sheet = Nodes.column("floating-sheet", head, scroll);
        sheet.getStyleClass().add("form");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        sheets.show(sheet, scroll);
    }

    private static HBox row(Action action) {
        HBox row = new HBox(4, Nodes.label(action.title()), Nodes.spring());
        action.keys().forEach(key -> row.getChildren().add(cap(key)));
        row.setPrefWidth(COLUMN);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private static javafx.scene.Node cap(Key key) {
        var cap = Nodes.label(key.text(), "key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }
}
