package racelane.app.sources;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.SectionHeader;

/** The sources with a colour bar, their events and their clock. */
public final class SourcesView extends VBox {
    private static final double ROW = 44;
    private static final int ROWS_SHOWN = 5;

    private final ListView<SourceRow> list = new ListView<>();

    /** What the view asks for. */
    public interface Commands {
        /** Takes a source out. */
        void remove(int table);

        /** Sets a source's clock. */
        void clock(int table);

        /** Reads a source's file anew. */
        void importAgain(int table);

        /** Takes a source that is not what the case was made with as it is. */
        void accept(int table);
    }

    /** Creates the view. */
    public SourcesView(SourcesViewModel model, Commands commands) {
        getStyleClass().add("section");
        list.setItems(model.rows());
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("side-list");
        list.setAccessibleText("Sources");
        list.setId("sources");
        list.setCellFactory(view -> new Cell(commands));
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(ROWS_SHOWN, model.rows().size()) * ROW + 1, model.rows()));
        list.minHeightProperty().bind(list.prefHeightProperty());
        list.maxHeightProperty().bind(list.prefHeightProperty());
        var none = Nodes.label("No file is open", "section-empty");
        none.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        none.managedProperty().bind(none.visibleProperty());
        getChildren().addAll(new SectionHeader("Sources").labelFor(list), none, list);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    private static final class Cell extends ListCell<SourceRow> {
        private final Region bar = new Region();
        private final javafx.scene.control.Label name = Nodes.label("", "item-title");
        private final javafx.scene.control.Label line = Nodes.label("", "item-note");
        private final Button act = new Button();
        private final HBox item;
        private final ContextMenu menu = new ContextMenu();

        Cell(Commands commands) {
            bar.setMinHeight(30);
            bar.setMaxHeight(30);
            VBox words = new VBox(name, line);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            item = Nodes.row("item", bar, Nodes.grow(words), act);
            item.setPrefWidth(0);
            act.getStyleClass().add("link-button");
            act.setMinWidth(Region.USE_PREF_SIZE);
            act.setOnAction(event -> {
                if (getItem() != null && getItem().notice() == SourceRow.Notice.ACCEPT) {
                    commands.accept(getItem().table());
                } else if (getItem() != null) {
                    commands.importAgain(getItem().table());
                }
            });
            MenuItem clock = new MenuItem("Set clock…");
            clock.setOnAction(event -> {
                if (getItem() != null) {
                    commands.clock(getItem().table());
                }
            });
            MenuItem again = new MenuItem("Import again");
            again.setOnAction(event -> {
                if (getItem() != null) {
                    commands.importAgain(getItem().table());
                }
            });
            MenuItem remove = new MenuItem("Remove source");
            remove.setOnAction(event -> {
                if (getItem() != null) {
                    commands.remove(getItem().table());
                }
            });
            menu.getItems().addAll(clock, again, remove);
        }

        @Override
        protected void updateItem(@Nullable SourceRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setContextMenu(null);
                setTooltip(null);
                return;
            }
            bar.getStyleClass().setAll("colour-bar");
            bar.setStyle("-fx-background-color: -rl-source-" + row.colour());
            name.setText(row.name());
            line.setText(row.line());
            boolean told = row.notice() != SourceRow.Notice.NONE;
            Nodes.show(act, told && row.notice() != SourceRow.Notice.TELL);
            act.setText(row.notice() == SourceRow.Notice.ACCEPT ? "Take as it is" : "Import again");
            line.getStyleClass().removeAll("danger-text", "notice-text");
            if (told) {
                line.getStyleClass().add("notice-text");
            }
            if (row.lossy() && !told) {
                line.getStyleClass().add("danger-text");
            }
            setGraphic(item);
            setContextMenu(menu);
            setTooltip(new Tooltip(row.tip()));
            setAccessibleText(row.name() + ", " + row.line());
        }
    }
}
