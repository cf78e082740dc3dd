package racelane.app.details;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.model.event.EventRef;
import racelane.model.scene.SourceLine;

/** The quoted lines of all sources in order of time; the lines of the selected window carry a red mark. */
public final class LogView extends StackPane {
    private static final PseudoClass IN_WINDOW = PseudoClass.getPseudoClass("in-window");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final LogViewModel model;
    private final Consumer<EventRef> pin;
    private final TableView<LogLine> table = new TableView<>();
    private boolean following;

    /**
     * Creates the view.
     *
     * @param pin pins the event of a line as evidence
     */
    public LogView(LogViewModel model, Consumer<EventRef> pin) {
        this.pin = pin;
        this.model = model;
        table.setId("log");
        table.getStyleClass().add("log-table");
        table.setFixedCellSize(23);
        table.setAccessibleText("Log lines of all sources in order of time");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label empty = Nodes.label("Lines appear here, in order of time over all sources, once a file is open");
        table.setPlaceholder(empty);
        table.setRowFactory(view -> new Row());
        table.getColumns().add(narrow(column("time", 165, "time-cell", model::time)));
        table.getColumns().add(narrow(column("lane", 110, "lane-cell", model::lane)));
        table.getColumns().add(narrow(column("source", 150, "place-cell", model::place)));
        table.getColumns().add(column("message", 480, "message-cell", model::message));
        table.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, now) -> chosen(now.intValue()));
        getChildren().add(table);
        model.indexProperty().addListener((property, before, now) -> show(now));
        model.markedProperty().addListener((property, before, now) -> marked(now));
        model.quotesRevision().addListener((property, before, now) -> table.refresh());
        model.zoneProperty().addListener((property, before, now) -> table.refresh());
        model.selectionProperty().addListener((property, before, now) -> {
            follow(model.selectedIndex());
            table.refresh();
        });
        show(model.indexProperty().get());
    }

    private void show(LogIndex index) {
        following = true;
        table.setItems(FXCollections.observableList(index));
        following = false;
        follow(model.selectedIndex());
    }

    private void marked(Set<SourceLine> lines) {
        table.refresh();
        if (!lines.isEmpty()) {
            int first = model.firstMarkedIndex();
            if (first >= 0) {
                table.scrollTo(Math.max(0, first - 1));
            }
        }
    }

    private void chosen(int index) {
        if (!following && index >= 0 && index < table.getItems().size()) {
            following = true;
            model.choose(table.getItems().get(index));
            following = false;
        }
    }

    private void follow(int index) {
        if (following) {
            return;
        }
        following = true;
        if (index < 0 || index >= table.getItems().size()) {
            table.getSelectionModel().clearSelection();
        } else if (table.getSelectionModel().getSelectedIndex() != index) {
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 3));
        }
        following = false;
    }

    /** Keeps a column from taking room that the message needs when the window grows. */
    private static TableColumn<LogLine, String> narrow(TableColumn<LogLine, String> column) {
        column.setMaxWidth(column.getPrefWidth() * 1.3);
        return column;
    }

    private TableColumn<LogLine, String> column(
            String title, double width, String style, Function<LogLine, String> words) {
        TableColumn<LogLine, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(60);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(words.apply(features.getValue())));
        column.setCellFactory(view -> {
            TableCell<LogLine, String> cell = new TableCell<>() {
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

    private final class Row extends TableRow<LogLine> {
        Row() {
            MenuItem pinning = new MenuItem("Pin this line as evidence");
            pinning.setOnAction(event -> {
                LogLine line = getItem();
                if (line != null) {
                    pin.accept(line.event());
                }
            });
            ContextMenu menu = new ContextMenu(pinning);
            emptyProperty().addListener((property, before, now) -> setContextMenu(now ? null : menu));
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                LogLine line = getItem();
                if (line != null && event.isShortcutDown() && event.getButton() == MouseButton.PRIMARY) {
                    event.consume();
                    model.toggle(line);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable LogLine line, boolean empty) {
            super.updateItem(line, empty);
            boolean inWindow =
                    !empty && line != null && model.markedProperty().get().contains(line.line());
            pseudoClassStateChanged(IN_WINDOW, inWindow);
            pseudoClassStateChanged(CHOSEN, !empty && line != null && model.chosen(line));
        }
    }
}
