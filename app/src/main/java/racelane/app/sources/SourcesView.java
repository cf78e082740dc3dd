package racelane.app.sources;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.Pulses;
import racelane.app.fx.SectionHeader;
import racelane.app.fx.Texts;
import racelane.model.source.LanesBy;

/** The sources with a colour bar, their events and their clock. */
public final class SourcesView extends VBox {
    private static final Texts TEXTS = Texts.of(SourcesView.class);

    private static final double ROW = 58;
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

        /** Tells the lanes of a source apart by another rule. */
        void lanesBy(int table, LanesBy rule);

        /** Makes a format from a source, or changes its own. */
        void format(int table);
    }

    /** Creates the view. */
    public SourcesView(SourcesViewModel model, Commands commands) {
        getStyleClass().add("section");
        if (model.rows().isEmpty()) {
            model.rows().addListener(first(model));
        } else {
            list.setItems(model.rows());
        }
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("side-list");
        list.setAccessibleText(TEXTS.get("sources"));
        list.setId("sources");
        list.setCellFactory(view -> new Cell(commands));
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(ROWS_SHOWN, model.rows().size()) * ROW + 1, model.rows()));
        list.minHeightProperty().bind(list.prefHeightProperty());
        list.maxHeightProperty().bind(list.prefHeightProperty());
        var none = Nodes.label(TEXTS.get("sources.none"), "section-empty");
        none.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        none.managedProperty().bind(none.visibleProperty());
        getChildren().addAll(new SectionHeader(TEXTS.get("sources")).labelFor(list), none, list);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /** Fills the list with the first sources a pulse after the timeline that shows them, and is not heard of again. */
    private InvalidationListener first(SourcesViewModel model) {
        return new InvalidationListener() {
            @Override
            public void invalidated(Observable rows) {
                model.rows().removeListener(this);
                Pulses.after(1, () -> list.setItems(model.rows()));
            }
        };
    }

    private static final class Cell extends ListCell<SourceRow> {
        private final Region bar = new Region();
        private final javafx.scene.control.Label name = Nodes.label("", "item-title");
        private final javafx.scene.control.Label line = Nodes.label("", "item-note");
        private final Button act = new Button();
        private final HBox item;
        private final ContextMenu menu = new ContextMenu();
        private final MenuButton lanes = new MenuButton();
        private final javafx.scene.control.Label trust = Nodes.label("", "pill", "trust");
        private final HBox below = new HBox(8, lanes, trust);
        private final MenuItem format = new MenuItem();
        private final Menu rules = new Menu(TEXTS.get("sources.lanes.by"));

        Cell(Commands commands) {
            bar.setMinHeight(44);
            bar.setMaxHeight(44);
            VBox words = new VBox(name, line, below);
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
            MenuItem clock = new MenuItem(TEXTS.get("sources.clock"));
            clock.setOnAction(event -> {
                if (getItem() != null) {
                    commands.clock(getItem().table());
                }
            });
            MenuItem again = new MenuItem(TEXTS.get("sources.again"));
            again.setOnAction(event -> {
                if (getItem() != null) {
                    commands.importAgain(getItem().table());
                }
            });
            MenuItem remove = new MenuItem(TEXTS.get("sources.remove"));
            remove.setOnAction(event -> {
                if (getItem() != null) {
                    commands.remove(getItem().table());
                }
            });
            format.setOnAction(event -> {
                if (getItem() != null) {
                    commands.format(getItem().table());
                }
            });
            rules(lanes.getItems(), commands);
            rules(rules.getItems(), commands);
            lanes.getStyleClass().add("lane-rule");
            below.setAlignment(Pos.CENTER_LEFT);
            trust.setMinWidth(Region.USE_PREF_SIZE);
            menu.getItems().addAll(format, rules, clock, again, remove);
        }

        private void rules(List<MenuItem> items, Commands commands) {
            for (LanesBy rule : LanesBy.values()) {
                CheckMenuItem item = new CheckMenuItem(rule.title() + "  ·  " + rule.words());
                item.setId("lanes-" + rule.id());
                item.setOnAction(event -> {
                    item.setSelected(getItem() != null && getItem().lanes().by() == rule);
                    if (getItem() != null) {
                        commands.lanesBy(getItem().table(), rule);
                    }
                });
                items.add(item);
            }
        }

        private static void check(List<MenuItem> items, LanesBy rule) {
            for (MenuItem item : items) {
                ((CheckMenuItem) item).setSelected(item.getId().equals("lanes-" + rule.id()));
            }
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
            act.setText(
                    row.notice() == SourceRow.Notice.ACCEPT ? TEXTS.get("sources.accept") : TEXTS.get("sources.again"));
            line.getStyleClass().removeAll("danger-text", "notice-text");
            if (told) {
                line.getStyleClass().add("notice-text");
            }
            if (row.lossy() && !told) {
                line.getStyleClass().add("danger-text");
            }
            boolean choice = !row.lanes().words().isEmpty();
            Nodes.show(lanes, choice);
            Nodes.show(trust, !row.trust().isEmpty());
            Nodes.show(below, choice || !row.trust().isEmpty());
            trust.setText(row.trust());
            rules.setVisible(choice);
            lanes.setText(TEXTS.get("sources.lanes", row.lanes().words()));
            lanes.setAccessibleText(
                    TEXTS.get("sources.lanes.name", row.name(), row.lanes().words()));
            check(lanes.getItems(), row.lanes().by());
            check(rules.getItems(), row.lanes().by());
            format.setText(row.lanes().own() ? TEXTS.get("sources.format.change") : TEXTS.get("sources.format.new"));
            format.setVisible(row.lanes().log());
            setGraphic(item);
            setContextMenu(menu);
            setTooltip(new Tooltip(row.tip()));
            setAccessibleText(row.name() + ", " + row.line()
                    + (choice ? ", " + TEXTS.get("sources.lanes", row.lanes().words()) : "")
                    + (row.trust().isEmpty() ? "" : ", " + row.trust()));
        }
    }
}
