package racelane.app.stages;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.fx.Nodes;
import racelane.app.fx.SectionHeader;
import racelane.model.investigation.Stage;
import racelane.model.investigation.StageStatus;

/** The four stages with their badges. */
public final class StagesView extends VBox {
    private final CaseViewModel model;
    private final Consumer<Stage> open;
    private final Label title = Nodes.label("", "section-note");
    private final VBox rows = Nodes.column("stage-cell");

    /**
     * Creates the view.
     *
     * @param open opens a stage's form
     */
    public StagesView(CaseViewModel model, Consumer<Stage> open) {
        this.model = model;
        this.open = open;
        getStyleClass().add("section");
        getChildren().addAll(new SectionHeader("Investigation", title), rows);
        model.historyProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        title.setText(model.state().title());
        rows.getChildren().clear();
        for (Stage stage : Stage.values()) {
            rows.getChildren().add(row(stage));
        }
    }

    private HBox row(Stage stage) {
        VBox words = new VBox(Nodes.label(stage.title(), "item-title"), Nodes.label(model.line(stage), "item-note"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox row = Nodes.row("stage-row", badge(stage), words);
        row.setId("stage-" + (stage.ordinal() + 1));
        if (model.current().filter(stage::equals).isPresent()) {
            row.getStyleClass().add("current");
        }
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText("Stage " + (stage.ordinal() + 1) + ", " + stage.title() + ", " + model.line(stage));
        row.setOnMouseClicked(event -> open.accept(stage));
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open.accept(stage);
                event.consume();
            }
        });
        return row;
    }

    private Label badge(Stage stage) {
        StageStatus status = model.state().status(stage);
        Label badge = Nodes.label("", "stage-badge");
        switch (status) {
            case COMPLETE -> {
                badge.setGraphic(new FontIcon(Feather.CHECK));
                badge.getStyleClass().add("complete");
            }
            case IN_PROGRESS -> {
                badge.setText(String.valueOf(stage.ordinal() + 1));
                badge.getStyleClass().add("in-progress");
            }
            case OUTDATED -> {
                badge.setText("!");
                badge.getStyleClass().add("outdated");
            }
            case NOT_STARTED -> badge.setText(String.valueOf(stage.ordinal() + 1));
        }
        return badge;
    }
}
