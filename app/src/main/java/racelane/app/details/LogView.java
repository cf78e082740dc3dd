package racelane.app.details;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.Pulses;
import racelane.app.fx.RowMenu;
import racelane.app.fx.Texts;
import racelane.app.session.Settings;
import racelane.model.event.EventRef;
import racelane.model.scene.SourceLine;

/**
 * The quoted lines of all sources in order of time, as many columns of them as one wants; the lines of the selected window carry a red
 * mark. Follows the selection and leads it.
 */
public final class LogView extends StackPane {
    private static final Texts TEXTS = Texts.of(LogView.class);
    private static final PseudoClass IN_WINDOW = PseudoClass.getPseudoClass("in-window");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double ROW = 23;
    private static final int LATER = 4;
    private static final int ROWS_A_PULSE = 4;
    private static final double ANY_HEIGHT = -1;
    private static final String WRAP = "log.wrap";

    private final LogViewModel model;
    private final Consumer<EventRef> pin;
    private final Settings settings;
    private final TableView<LogLine> table = new TableView<>();
    private final LogColumns columns;
    private final LogTools tools;
    private final ContextMenu menu;

    /** The line whose menu was opened last. */
    private @Nullable LogLine asked;

    private boolean following;
    private boolean wrapped;

    /**
     * Creates the view.
     *
     * @param pin pins the event of a line as evidence
     * @param settings remembers columns and wrapping
     */
    public LogView(LogViewModel model, Consumer<EventRef> pin, Settings settings) {
        this.pin = pin;
        this.model = model;
        this.settings = settings;
        this.menu = menu();
        table.setId("log");
        table.getStyleClass().add("log-table");
        table.setFixedCellSize(ROW);
        table.setAccessibleText(TEXTS.get("log.name"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(view -> new Row());
        RowMenu.ofSelected(table);
        this.columns = new LogColumns(model, settings, table);
        this.tools = new LogTools(model, columns, this);
        table.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, now) -> chosen(now.intValue()));
        getChildren().addAll(table, tools);
        StackPane.setAlignment(table, Pos.TOP_LEFT);
        StackPane.setAlignment(tools, Pos.TOP_RIGHT);
        model.indexProperty().addListener((property, before, now) -> show(now));
        model.listingProperty().subscribe(this::placeholder);
        model.markedProperty().addListener((property, before, now) -> marked(now));
        model.quotesRevision().addListener((property, before, now) -> table.refresh());
        model.zoneProperty().addListener((property, before, now) -> table.refresh());
        model.selectionProperty().addListener((property, before, now) -> {
            follow(model.selectedIndex());
            table.refresh();
        });
        wrap(Boolean.parseBoolean(settings.value(WRAP, "false")));
        show(model.indexProperty().get());
    }

    /** Shows long lines whole, on as many rows as they need, or cut to one. */
    public void toggleWrap() {
        wrap(!wrapped);
        settings.set(WRAP, Boolean.toString(wrapped));
    }

    /** Tells whether long lines are shown whole. */
    public boolean isWrapped() {
        return wrapped;
    }

    /** Opens the menu of filters and columns. */
    public void openTools() {
        tools.open();
    }

    /** Shows every line again. */
    public void showAll() {
        model.setFilter(LogFilter.ALL);
    }

    private void wrap(boolean wrap) {
        wrapped = wrap;
        columns.wrap(wrap);
        table.setFixedCellSize(wrap ? ANY_HEIGHT : ROW);
        table.refresh();
    }

    /** Shows other lines; the first ones some pulses after all else that the first evidence brings. */
    private void show(LogIndex index) {
        if (table.getItems().isEmpty() && !index.isEmpty()) {
            Pulses.after(
                    LATER,
                    () -> Pulses.unroll(table, ROWS_A_PULSE * ROW, () -> {
                        fill(model.indexProperty().get());
                        marked(model.markedProperty().get()); // what was marked meanwhile had no rows to scroll to
                    }));
        } else {
            fill(index);
        }
    }

    private void fill(LogIndex index) {
        following = true;
        table.setItems(FXCollections.observableList(index));
        placeholder();
        following = false;
        follow(model.selectedIndex());
    }

    /** Says why there are no rows. */
    private void placeholder() {
        boolean listing = model.listingProperty().get() == LogViewModel.Listing.RUNNING;
        boolean listed = !model.indexProperty().get().isEmpty(); // the rows come some pulses later
        boolean filtered = !model.filterProperty().get().isAll();
        if (model.listingProperty().get() == LogViewModel.Listing.STOPPED) {
            HBox again =
                    new HBox(Nodes.label(TEXTS.get("log.stopped")), Nodes.link(TEXTS.get("log.list"), model::list));
            again.setAlignment(Pos.CENTER);
            table.setPlaceholder(again);
        } else {
            String why = listing || listed ? "log.listing" : filtered ? "log.filtered" : "log.empty";
            table.setPlaceholder(Nodes.label(TEXTS.get(why)));
        }
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

    /** Makes the menu of a line; one for all rows, for each menu has a scene of its own. */
    private ContextMenu menu() {
        ContextMenu made = new ContextMenu();
        made.getItems()
                .addAll(
                        item("log.pin", line -> pin.accept(line.event())),
                        item("log.only.lane", model::onlyLane),
                        item(
                                "log.only.key",
                                line -> model.setFilter(
                                        model.filterProperty().get().withKey(model.key(line)))),
                        item("log.all", line -> showAll()));
        return made;
    }

    private MenuItem item(String text, Consumer<LogLine> body) {
        MenuItem item = new MenuItem(TEXTS.get(text));
        item.setOnAction(event -> {
            if (asked != null) {
                body.accept(asked);
            }
        });
        return item;
    }

    private final class Row extends TableRow<LogLine> {
        Row() {
            RowMenu.of(this, () -> {
                asked = getItem();
                return asked == null ? Optional.empty() : Optional.of(menu);
            });
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
