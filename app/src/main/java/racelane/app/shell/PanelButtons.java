package racelane.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import racelane.app.action.Action;
import racelane.app.action.Actions;
import racelane.app.shell.Panels.Place;

/** Three small buttons at the end of the menu row that show and hide the panels; each is a picture of the window with its panel. */
final class PanelButtons {
    private PanelButtons() {}

    static Node of(Panels panels, Actions actions) {
        HBox row = new HBox(
                2,
                button(panels, Place.LEFT, Pos.CENTER_LEFT, actions, "view.panel.left"),
                button(panels, Place.BOTTOM, Pos.BOTTOM_CENTER, actions, "view.panel.bottom"),
                button(panels, Place.RIGHT, Pos.CENTER_RIGHT, actions, "view.panel.right"));
        row.getStyleClass().add("panel-buttons");
        row.setAlignment(Pos.CENTER_RIGHT);
        row.setMaxWidth(Region.USE_PREF_SIZE);
        StackPane.setAlignment(row, Pos.CENTER_RIGHT);
        return row;
    }

    private static ToggleButton button(Panels panels, Place place, Pos side, Actions actions, String id) {
        Region bar = new Region();
        bar.getStyleClass().addAll("panel-part", place == Place.BOTTOM ? "low" : "tall");
        StackPane picture = new StackPane(bar);
        picture.getStyleClass().add("panel-picture");
        StackPane.setAlignment(bar, side);
        ToggleButton button = new ToggleButton();
        button.setGraphic(picture);
        button.getStyleClass().add("panel-button");
        button.setId("toggle-" + id.replace('.', '-'));
        Action action = actions.get(id);
        button.setAccessibleText(action.title());
        Tooltip tip = new Tooltip();
        button.setTooltip(tip);
        actions.whenBound(
                () -> tip.setText(action.title() + "  " + actions.get(id).keyText()));
        button.selectedProperty().bindBidirectional(panels.shown(place));
        return button;
    }
}
