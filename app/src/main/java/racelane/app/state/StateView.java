package racelane.app.state;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;

/** The lanes at the left, the keys at the right, the steps through time above them. JavaFX thread. */
public final class StateView extends StackPane {
    private static final Texts TEXTS = Texts.of(StateView.class);

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
    private static final double ROW = 23;

    private final StateViewModel model;
    private final ObservableList<LaneRow> lanes = FXCollections.observableArrayList();
    private final FilteredList<LaneRow> lanesShown = new FilteredList<>(lanes);
    private final ObservableList<KeyRow> keys = FXCollections.observableArrayList();
    private final Label title = Nodes.label("", "state-time");
    private final Label news = Nodes.label("", "subtle");
    private final Label more = Nodes.label("", "subtle", "state-more");
    private final TableView<LaneRow> laneTable;
    private final TableView<KeyRow> keyTable;

    /** Creates the view; it asks for states only while it is on the screen. */
    public StateView(StateViewModel model) {
        this.model = model;
        this.laneTable = table("state-lanes", TEXTS.get("lanes"), TEXTS.get("lanes.none"));
        laneTable.setItems(lanesShown);
        laneTable.getColumns().add(column(TEXTS.get("column.lane"), 120, "lane-cell", LaneRow::lane));
        laneTable.getColumns().add(column(TEXTS.get("column.doing"), 300, "message-cell", LaneRow::doing));
        laneTable.getColumns().add(column(TEXTS.get("column.for"), 108, "time-cell", LaneRow::since));
        leads(
                laneTable,
                LaneRow::changed,
                row -> !row.busy(),
                row -> row.event().ifPresent(model::choose));
        this.keyTable = table("state-keys", TEXTS.get("keys"), TEXTS.get("keys.none"));
        keyTable.setItems(keys);
        keyTable.getColumns().add(column(TEXTS.get("column.key"), 120, "message-cell", KeyRow::key));
        keyTable.getColumns().add(column(TEXTS.get("column.field"), 110, "lane-cell", KeyRow::field));
        keyTable.getColumns().add(column(TEXTS.get("column.value"), 170, "message-cell", KeyRow::value));
        keyTable.getColumns().add(column(TEXTS.get("column.ago"), 108, "time-cell", KeyRow::since));
        keyTable.getColumns().add(column(TEXTS.get("column.by"), 110, "lane-cell", KeyRow::lane));
        leads(keyTable, KeyRow::changed, row -> false, row -> model.choose(row.event()));
        Label none = Nodes.label(TEXTS.get("none"), "subtle");
        Node content = content();
        getChildren().addAll(content, none);
        getStyleClass().add("state");
        model.shownProperty().subscribe(now -> {
            content.setVisible(now != null);
            none.setVisible(now == null);
            show(now);
        });
        sceneProperty().subscribe(this::look);
        visibleProperty().subscribe(this::look);
        parentProperty().flatMap(Node::visibleProperty).subscribe(visible -> look());
    }

    private void look() {
        boolean tabShown = getParent() != null && getParent().isVisible();
        model.setWanted(getScene() != null && isVisible() && tabShown);
    }

    private Node content() {
        Button back = Nodes.iconButton(Feather.CHEVRON_LEFT, TEXTS.get("back"), () -> model.step(-1));
        back.setId("state-back");
        Button forward = Nodes.iconButton(Feather.CHEVRON_RIGHT, TEXTS.get("forward"), () -> model.step(1));
        forward.setId("state-forward");
        CheckBox busy = new CheckBox(TEXTS.get("busy.only"));
        busy.selectedProperty().subscribe(only -> lanesShown.setPredicate(row -> !only || row.busy() || row.changed()));
        HBox bar = Nodes.row("state-bar", back, title, forward, Nodes.grow(news), busy);
        Nodes.show(more, false);
        VBox known = new VBox(keyTable, more);
        VBox.setVgrow(keyTable, Priority.ALWAYS);
        SplitPane both = new SplitPane(laneTable, known);
        both.setOrientation(Orientation.HORIZONTAL);
        both.setDividerPositions(0.46);
        VBox content = new VBox(bar, both);
        VBox.setVgrow(both, Priority.ALWAYS);
        return content;
    }

    private void show(@Nullable StateShown now) {
        if (now == null) {
            lanes.clear();
            keys.clear();
            return;
        }
        title.setText(now.title());
        news.setText(now.news());
        lanes.setAll(now.lanes());
        keys.setAll(now.keys());
        more.setText(now.more());
        Nodes.show(more, !now.more().isEmpty());
        for (int i = 0; i < lanesShown.size(); i++) {
            if (lanesShown.get(i).changed()) {
                laneTable.scrollTo(Math.max(0, i - 1));
                break;
            }
        }
        keyTable.scrollTo(0);
    }

    private static <R> TableView<R> table(String id, String name, String empty) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        table.getStyleClass().add("log-table");
        table.setFixedCellSize(ROW);
        table.setAccessibleText(name);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Nodes.label(empty));
        return table;
    }

    private static <R> TableColumn<R, String> column(
            String title, double width, String style, Function<R, String> words) {
        TableColumn<R, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(60);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(words.apply(features.getValue())));
        column.setCellFactory(view -> {
            TableCell<R, String> cell = new TableCell<>() {
                @Override
                protected void updateItem(@Nullable String text, boolean empty) {
                    super.updateItem(text, empty);
                    setText(empty || text == null ? null : text);
                }
            };
            cell.getStyleClass().add(style);
            return cell;
        });
        return column;
    }

    /** Has a row show whether it changed, and lead to its event by click or Enter. */
    private static <R> void leads(TableView<R> table, Predicate<R> changed, Predicate<R> idle, Consumer<R> choose) {
        table.setRowFactory(view -> {
            StateRow<R> row = new StateRow<>(changed, idle);
            row.setOnMouseClicked(event -> {
                if (row.getItem() != null) {
                    choose.accept(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            R row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                choose.accept(row);
                event.consume();
            }
        });
    }

    /** A row that shows whether it changed at the last moment, and whether it is idle. */
    private static final class StateRow<R> extends TableRow<R> {
        private final Predicate<R> changed;
        private final Predicate<R> idle;

        StateRow(Predicate<R> changed, Predicate<R> idle) {
            this.changed = changed;
            this.idle = idle;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            boolean filled = !empty && row != null;
            pseudoClassStateChanged(CHANGED, filled && changed.test(row));
            pseudoClassStateChanged(IDLE, filled && idle.test(row));
        }
    }
}
