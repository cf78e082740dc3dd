package racelane.app.stages;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.SectionHeader;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.EditText;
import racelane.model.investigation.History;

/** Who did what to the case and when, the latest first; what was undone stays, struck through. */
public final class HistoryView extends VBox {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final CaseViewModel model;
    private final ListView<EditRecord> list = new ListView<>();
    private final Label none = Nodes.label("Every edit is kept here", "section-empty");

    /** Creates the view. */
    public HistoryView(CaseViewModel model) {
        this.model = model;
        getStyleClass().addAll("section", "last");
        list.setId("history");
        list.setFixedCellSize(20);
        list.setFocusTraversable(false);
        list.setMinHeight(60);
        list.setPrefHeight(120); // the rest of the column goes first; what is left over is given by its parent
        list.setAccessibleText("History of the case, latest first");
        list.setCellFactory(view -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().addAll(new SectionHeader("History").labelFor(list), none, list);
        model.historyProperty().addListener((property, before, now) -> show(now));
        show(model.historyProperty().get());
    }

    private void show(History history) {
        List<EditRecord> latestFirst = history.records().reversed();
        Nodes.show(none, latestFirst.isEmpty());
        list.getItems().setAll(latestFirst);
    }

    private final class Cell extends ListCell<EditRecord> {
        private final Region dot = new Region();
        private final Label words = Nodes.label("", "small");
        private final Label when = Nodes.label("", "section-note");
        private final HBox row = Nodes.row("history-row", dot, Nodes.grow(words), when);

        Cell() {
            dot.getStyleClass().add("dot");
            words.setMinWidth(0);
            when.setMinWidth(USE_PREF_SIZE);
            row.setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable EditRecord record, boolean empty) {
            super.updateItem(record, empty);
            if (empty || record == null) {
                setGraphic(null);
                return;
            }
            words.setText(EditText.of(record.edit(), model.state()));
            when.setText(CLOCK.format(record.at().atZone(ZoneId.systemDefault())));
            row.getStyleClass().remove("undone");
            if (!model.historyProperty().get().isLive(record.id())) {
                row.getStyleClass().add("undone");
            }
            setGraphic(row);
        }
    }
}
