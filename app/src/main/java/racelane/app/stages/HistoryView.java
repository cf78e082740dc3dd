package racelane.app.stages;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.SectionHeader;
import racelane.app.fx.Texts;
import racelane.model.investigation.EditRecord;

/**
 * Who did what to the case and when, the latest first; what was undone stays, struck through. The slider shows the case as it stood at any
 * edit, and one can go on from there.
 */
public final class HistoryView extends VBox {
    private static final Texts TEXTS = Texts.of(HistoryView.class);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final HistoryViewModel model;
    private final ListView<HistoryViewModel.Row> list = new ListView<>();
    private final Label none = Nodes.label(TEXTS.get("history.none"), "section-empty");
    private final Slider slider = new Slider();
    private final TextField filter = new TextField();
    private final Label past = Nodes.label("", "small");
    private final HBox looking;
    private final Label count = Nodes.label("", "section-note");
    private boolean showing;

    /** Creates the view. */
    public HistoryView(HistoryViewModel model) {
        this.model = model;
        getStyleClass().addAll("section", "last");
        list.setId("history");
        list.setFixedCellSize(20);
        list.setFocusTraversable(false);
        list.setMinHeight(60);
        list.setPrefHeight(120); // the rest of the column goes first; what is left over is given by its parent
        list.setAccessibleText(TEXTS.get("history.name"));
        list.setCellFactory(view -> new Cell());
        list.setItems(model.rows());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        filter.setPromptText(TEXTS.get("history.filter"));
        filter.setAccessibleText(TEXTS.get("history.filter.name"));
        filter.setId("history-filter");
        filter.getStyleClass().add("filter-box");
        filter.textProperty().addListener((property, before, now) -> model.filter(now));
        slider.setId("history-slider");
        slider.setAccessibleText(TEXTS.get("history.slider.name"));
        slider.setTooltip(new Tooltip(TEXTS.get("history.slider")));
        slider.setMinWidth(70);
        slider.setPrefWidth(120);
        slider.valueProperty().addListener((property, before, now) -> {
            if (!showing) {
                model.lookBack((int) Math.round(now.doubleValue()));
            }
        });
        var now = Nodes.link(TEXTS.get("history.now"), model::backToNow);
        now.setId("back-to-now");
        var branch = Nodes.link(TEXTS.get("history.branch"), model::branch);
        branch.setId("branch");
        now.setMinWidth(USE_PREF_SIZE);
        branch.setMinWidth(USE_PREF_SIZE);
        looking = Nodes.row("looking-back", Nodes.grow(past), branch, now);
        looking.setAlignment(Pos.CENTER_LEFT);
        HBox tools = Nodes.row("filter-row", Nodes.grow(filter), slider);
        getChildren().addAll(new SectionHeader(TEXTS.get("history"), count).labelFor(list), tools, looking, none, list);
        tools.visibleProperty().bind(model.emptyProperty().not());
        tools.managedProperty().bind(tools.visibleProperty());
        model.revisionProperty().addListener((property, before, after) -> show());
        show();
    }

    private void show() {
        showing = true;
        slider.setMax(Math.max(1, model.edits()));
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setValue(model.editsShown());
        showing = false;
        Nodes.show(looking, model.isLookingBack());
        past.setText(TEXTS.get("history.after", model.editsShown(), model.edits()));
        past.setMinWidth(0);
        Nodes.show(none, model.emptyProperty().get());
        count.setText(model.edits() == 0 ? "" : TEXTS.count("history.edits", model.edits()));
        list.refresh();
    }

    private final class Cell extends ListCell<HistoryViewModel.Row> {
        private final Region dot = new Region();
        private final Label words = Nodes.label("", "small");
        private final Label who = Nodes.label("", "section-note");
        private final Label when = Nodes.label("", "section-note");
        private final HBox row = Nodes.row("history-row", dot, Nodes.grow(words), who, when);

        Cell() {
            dot.getStyleClass().add("dot");
            words.setMinWidth(0);
            when.setMinWidth(USE_PREF_SIZE);
            who.setMinWidth(0);
            who.setMaxWidth(80);
            row.setPrefWidth(0);
            setOnMouseClicked(event -> {
                HistoryViewModel.Row item = getItem();
                if (item != null && event.getClickCount() == 2) {
                    model.lookBack(item.number());
                }
            });
        }

        @Override
        protected void updateItem(HistoryViewModel.@Nullable Row item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            EditRecord record = item.record();
            String what = model.words(item);
            words.setText(what);
            who.setText(model.severalAuthors() ? record.author() : "");
            when.setText(CLOCK.format(record.at().atZone(ZoneId.systemDefault())));
            setTooltip(new Tooltip(item.number() + "  " + what + "\n" + record.author() + ", " + record.at() + "\n"
                    + TEXTS.get("history.open")));
            row.getStyleClass().removeAll("undone", "later");
            if (!model.isLive(item)) {
                row.getStyleClass().add("undone");
            }
            if (item.number() > model.editsShown()) {
                row.getStyleClass().add("later");
            }
            setGraphic(row);
        }
    }
}
