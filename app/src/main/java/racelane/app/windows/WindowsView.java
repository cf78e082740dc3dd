package racelane.app.windows;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import racelane.app.fx.Nodes;
import racelane.app.fx.RowMenu;
import racelane.app.fx.SectionHeader;
import racelane.app.fx.Texts;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;

/** The overlap windows, ranked, one by one or in groups of those seen together. JavaFX thread. */
public final class WindowsView extends VBox {
    private static final Texts TEXTS = Texts.of(WindowsView.class);

    private static final double ROW = 44;
    private static final int ROWS_SHOWN = 8;
    private static final int FILTERED = 4;

    private final WindowsViewModel model;
    private final Commands commands;
    private final ListView<WindowRow> list = new ListView<>();

    /** What the view asks for. */
    public interface Commands {
        /** Pins a window as evidence. */
        void pin(RaceWindow window);

        /** Links a window to a hypothesis. */
        void link(RaceWindow window);

        /** Asks for the reason and sets a window aside. */
        void suppress(RaceWindow window);

        /** Shows again what was set aside. */
        void restore(Suppression suppression);
    }

    /** Creates the view. */
    public WindowsView(WindowsViewModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
        getStyleClass().add("section");
        list.setId("windows");
        list.setItems(model.rows());
        list.getStyleClass().add("side-list");
        list.setAccessibleText(TEXTS.get("list.name"));
        list.setCellFactory(view -> new WindowCell(model, commands));
        RowMenu.ofSelected(list);
        list.addEventFilter(
                KeyEvent.KEY_PRESSED, this::key); // a filter, for the list itself would take Right for leaving it
        Label hint = Nodes.paragraph("", "section-empty");
        hint.textProperty().bind(model.hintProperty());
        hint.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        hint.managedProperty().bind(hint.visibleProperty());
        FilterRow filter = new FilterRow(model);
        model.badgeProperty().subscribe(() -> Nodes.show(filter, model.all().size() >= FILTERED));
        Nodes.show(filter, false);
        getChildren().addAll(header(), filter, hint, new WholeRows(list, ROW, ROWS_SHOWN), footer());
        model.selectedProperty().subscribe(this::follow);
        model.rows().addListener((javafx.collections.ListChangeListener<WindowRow>) change -> {
            if (!(list.getSelectionModel().getSelectedItem() instanceof WindowRow.Group)) {
                model.selectedRow().ifPresent(this::mark);
            }
        });
    }

    private SectionHeader header() {
        Label badge = Nodes.label("", "badge");
        badge.textProperty().bind(model.badgeProperty());
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.accessibleTextProperty().bind(model.exactProperty());
        Tooltip exact = new Tooltip();
        exact.textProperty().bind(model.exactProperty());
        badge.setTooltip(exact);
        badge.visibleProperty().bind(badge.textProperty().isNotEmpty());
        badge.textProperty().addListener((property, before, now) -> {
            badge.getStyleClass().remove("none");
            if (now.equals("0")) {
                badge.getStyleClass().add("none");
            }
        });
        Button notes = Nodes.iconButton(Feather.INFO, TEXTS.get("list.notes"), () -> {});
        notes.setOnAction(event -> tell(notes, model.notesProperty().get()));
        notes.visibleProperty().bind(model.notesProperty().isNotEmpty());
        notes.managedProperty().bind(notes.visibleProperty());
        Button group = Nodes.iconButton(
                Feather.LAYERS,
                TEXTS.get("list.group"),
                () -> model.groupedProperty().set(!model.groupedProperty().get()));
        group.setId("windows-group");
        model.groupedProperty().subscribe(on -> {
            group.getStyleClass().remove("chosen");
            if (on) {
                group.getStyleClass().add("chosen");
            }
            group.setTooltip(new Tooltip(on ? TEXTS.get("list.single") : TEXTS.get("list.group")));
        });
        group.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        group.managedProperty().bind(group.visibleProperty());
        return new SectionHeader(TEXTS.get("list"), notes, group, badge).labelFor(list);
    }

    private HBox footer() {
        Button shown = Nodes.link(
                "",
                () -> model.withSuppressedProperty()
                        .set(!model.withSuppressedProperty().get()));
        shown.setId("windows-suppressed");
        shown.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.suppressedProperty().get() + " · "
                                + (model.withSuppressedProperty().get()
                                        ? TEXTS.get("list.suppressed.hide")
                                        : TEXTS.get("list.suppressed.show")),
                        model.suppressedProperty(),
                        model.withSuppressedProperty()));
        HBox footer = Nodes.row("windows-footer", shown);
        footer.setMinHeight(USE_PREF_SIZE);
        model.suppressedProperty().subscribe(text -> Nodes.show(footer, !text.isEmpty()));
        return footer;
    }

    /** Enter goes there, Left and Right close and open a group, Delete suppresses. */
    private void key(KeyEvent event) {
        WindowRow row = list.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        boolean taken = true;
        switch (event.getCode()) {
            case ENTER, SPACE -> {
                open(row, model);
                keep(row);
            }
            case RIGHT -> {
                model.expand(row.window().kind(), true);
                keep(row);
            }
            case LEFT -> close(row);
            case DELETE, BACK_SPACE -> aside(row);
            default -> taken = false;
        }
        if (taken) {
            event.consume();
        }
    }

    /** Goes to a window; opens or closes a group. */
    static void open(WindowRow row, WindowsViewModel model) {
        switch (row) {
            case WindowRow.Found found -> model.choose(found.window());
            case WindowRow.Group group -> model.expand(group.kind(), !group.expanded());
        }
    }

    private void close(WindowRow row) {
        model.expand(row.window().kind(), false);
        model.rows().stream()
                .filter(one -> one instanceof WindowRow.Group group
                        && group.kind().equals(row.window().kind()))
                .findFirst()
                .ifPresent(this::focus);
    }

    /** Selects a row and puts the keyboard there, also where its place was selected before. */
    private void focus(WindowRow row) {
        int place = model.rows().indexOf(row);
        list.getSelectionModel().clearAndSelect(place);
        list.getFocusModel().focus(place);
    }

    /** Keeps the keyboard on a row that was drawn anew. */
    private void keep(WindowRow row) {
        model.rows().stream()
                .filter(one -> one.id().equals(row.id()))
                .findFirst()
                .ifPresent(this::focus);
    }

    private void aside(WindowRow row) {
        if (row instanceof WindowRow.Found found && found.suppression().isPresent()) {
            commands.restore(found.suppression().get());
        } else {
            commands.suppress(row.window());
        }
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

    /** Marks the row of the selected window, and brings it into view when it is not. */
    private void follow() {
        model.selectedRow()
                .ifPresentOrElse(this::mark, () -> list.getSelectionModel().clearSelection());
    }

    private void mark(WindowRow row) {
        int before = list.getSelectionModel().getSelectedIndex();
        list.getSelectionModel().select(row);
        int now = list.getSelectionModel().getSelectedIndex();
        if (now != before) {
            list.scrollTo(Math.max(0, now - 2));
        }
    }
}
