package racelane.app.windows;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import racelane.app.fx.Nodes;
import racelane.app.fx.SectionHeader;
import racelane.model.window.RaceWindow;

/** The overlap windows, ranked. */
public final class WindowsView extends VBox {
    private static final double ROW = 44;
    private static final int ROWS_SHOWN = 7;
    private static final int FILTERED = 4;

    private final ListView<RaceWindow> list = new ListView<>();

    /** What the view asks for. */
    public interface Commands {
        /** Pins a window as evidence. */
        void pin(RaceWindow window);

        /** Links a window to a hypothesis. */
        void link(RaceWindow window);
    }

    /** Creates the view. */
    public WindowsView(WindowsViewModel model, Commands commands) {
        getStyleClass().add("section");
        list.setId("windows");
        list.setItems(model.rows());
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("side-list");
        list.setAccessibleText("Overlap windows, best first");
        list.setCellFactory(view -> new Cell(model::choose, commands));
        list.setOnKeyPressed(event -> {
            RaceWindow window = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && window != null) {
                model.choose(window);
                event.consume();
            }
        });
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(ROWS_SHOWN, model.rows().size()) * ROW + 1, model.rows()));
        list.maxHeightProperty().bind(list.prefHeightProperty());
        list.setMinHeight(0);
        Label badge = Nodes.label("", "badge");
        badge.textProperty().bind(model.badgeProperty());
        badge.visibleProperty().bind(badge.textProperty().isNotEmpty());
        badge.textProperty().addListener((property, before, now) -> {
            badge.getStyleClass().remove("none");
            if (now.equals("0")) {
                badge.getStyleClass().add("none");
            }
        });
        Label hint = Nodes.paragraph("", "section-empty");
        hint.textProperty().bind(model.hintProperty());
        hint.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        hint.managedProperty().bind(hint.visibleProperty());
        Button notes = Nodes.iconButton(Feather.INFO, "Notes on the search", () -> {});
        notes.setOnAction(event -> tell(notes, model.notesProperty().get()));
        notes.visibleProperty().bind(model.notesProperty().isNotEmpty());
        notes.managedProperty().bind(notes.visibleProperty());
        FilterRow filter = new FilterRow(model);
        model.badgeProperty().subscribe(() -> Nodes.show(filter, model.all().size() >= FILTERED));
        getChildren().addAll(new SectionHeader("Overlap windows", notes, badge).labelFor(list), filter, hint, list);
        model.selectedProperty().addListener((property, before, now) -> select(now));
    }

    /** Shows the notes beside the button that asked for them. */
    private static void tell(Button beside, String notes) {
        Label words = Nodes.paragraph(notes.replace("\n", "\n\n"), "small");
        words.setMaxWidth(380);
        PopOver over = new PopOver(words);
        words.setPadding(new Insets(10, 12, 10, 12));
        over.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        over.show(beside);
    }

    private void select(@Nullable RaceWindow window) {
        if (window == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(window);
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        }
    }

    private static final class Cell extends ListCell<RaceWindow> {
        private final Region severity = new Region();
        private final Label steps = Nodes.label("", "item-title");
        private final Label line = Nodes.label("", "item-note");
        private final Label score = Nodes.label("", "item-score");
        private final HBox item;
        private final ContextMenu menu = new ContextMenu();

        Cell(Consumer<RaceWindow> choose, Commands commands) {
            VBox words = new VBox(steps, line);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            score.setMinWidth(USE_PREF_SIZE);
            score.setMaxHeight(Double.MAX_VALUE);
            score.setAlignment(Pos.TOP_RIGHT);
            item = Nodes.row("item", severity, Nodes.grow(words), score);
            item.setPrefWidth(0);
            MenuItem pin = new MenuItem("Pin as evidence");
            pin.setOnAction(event -> onItem(commands::pin));
            MenuItem link = new MenuItem("Link to a hypothesis…");
            link.setOnAction(event -> onItem(commands::link));
            menu.getItems().addAll(pin, link);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    onItem(choose);
                }
            });
        }

        private void onItem(Consumer<RaceWindow> body) {
            RaceWindow window = getItem();
            if (window != null) {
                body.accept(window);
            }
        }

        @Override
        protected void updateItem(@Nullable RaceWindow window, boolean empty) {
            super.updateItem(window, empty);
            if (empty || window == null) {
                setGraphic(null);
                setContextMenu(null);
                setTooltip(null);
                return;
            }
            severity.getStyleClass().setAll("severity", WindowsViewModel.severity(window));
            steps.setText(window.steps());
            line.setText(WindowsViewModel.line(window));
            score.setText(WindowsViewModel.score(window));
            setGraphic(item);
            setContextMenu(menu);
            Tooltip tip = new Tooltip(window.title() + "\n" + window.explanation() + "\n"
                    + window.verdict().word() + ", " + window.evidence().word()
                    + (window.holdsIf().isEmpty() ? "" : "; holds if " + window.holdsIf()));
            tip.setWrapText(true);
            tip.setMaxWidth(420);
            setTooltip(tip);
            setAccessibleText(window.steps() + ", " + WindowsViewModel.line(window) + ", score "
                    + WindowsViewModel.score(window));
        }
    }
}
