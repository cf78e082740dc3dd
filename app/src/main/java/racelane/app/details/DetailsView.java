package racelane.app.details;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.model.event.EventRef;

/** All fields of the selected event beside its entry as it stands in the file. */
public final class DetailsView extends StackPane {
    private static final Texts TEXTS = Texts.of(DetailsView.class);

    private final GridPane grid = new GridPane();
    private final Label none = Nodes.label(TEXTS.get("details.none"), "subtle");
    private final HBox both;

    /** Creates the view. */
    public DetailsView(DetailsViewModel model) {
        grid.getStyleClass().add("details");
        ColumnConstraints names = new ColumnConstraints(96);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        ScrollPane left = new ScrollPane(grid);
        left.setFitToWidth(true);
        left.setPrefWidth(480);
        left.setMinWidth(280);
        TextArea entry = new TextArea();
        entry.getStyleClass().add("raw-entry");
        entry.setEditable(false);
        entry.setAccessibleText(TEXTS.get("details.entry.name"));
        entry.textProperty().bind(model.entryProperty());
        VBox right = new VBox(6, Nodes.label(TEXTS.get("details.entry"), "field-name"), entry);
        right.setPadding(new javafx.geometry.Insets(12, 16, 12, 4));
        VBox.setVgrow(entry, Priority.ALWAYS);
        both = new HBox(left, Nodes.grow(right));
        getChildren().addAll(both, none);
        model.fieldsProperty().addListener((property, before, now) -> show(model, now));
        show(model, model.fieldsProperty().get());
    }

    private void show(DetailsViewModel model, List<DetailsViewModel.Field> fields) {
        none.setVisible(fields.isEmpty());
        both.setVisible(!fields.isEmpty());
        grid.getChildren().clear();
        for (int i = 0; i < fields.size(); i++) {
            EventRef event = fields.get(i).event();
            if (event != null) {
                Hyperlink jump = new Hyperlink(fields.get(i).value());
                jump.getStyleClass().add("field-jump");
                jump.setAccessibleText(TEXTS.get(
                        "details.go", fields.get(i).name(), fields.get(i).value()));
                jump.setOnAction(click -> model.goTo(event));
                grid.addRow(i, Nodes.label(fields.get(i).name(), "field-name"), jump);
                continue;
            }
            TextField value = new TextField(fields.get(i).value());
            value.setEditable(false);
            value.getStyleClass().add("field-value");
            value.setAccessibleText(fields.get(i).name());
            grid.addRow(i, Nodes.label(fields.get(i).name(), "field-name"), value);
        }
    }
}
