package racelane.app.stages;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.fx.Nodes;
import racelane.app.fx.SectionHeader;
import racelane.app.session.Session;
import racelane.model.investigation.Note;
import racelane.model.investigation.Pin;
import racelane.model.time.TimeText;

/** Pins and notes in short, to be jumped to. */
public final class NotesView extends VBox {
    private final Session session;
    private final CaseViewModel model;
    private final CaseForms forms;
    private final VBox rows = Nodes.column("stage-cell");
    private final Label none = Nodes.paragraph("P pins what is selected, Shift+M writes a note on it", "section-empty");

    /** Creates the view. */
    public NotesView(Session session, CaseViewModel model, CaseForms forms, Runnable add) {
        this.session = session;
        this.model = model;
        this.forms = forms;
        getStyleClass().add("section");
        var link = Nodes.link("+ Note", add);
        link.setId("new-note");
        getChildren().addAll(new SectionHeader("Pins & notes", link), none, rows);
        model.historyProperty().addListener((property, before, now) -> show());
        session.selectionProperty().addListener((property, before, now) -> show());
        session.zoneProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        rows.getChildren().clear();
        model.state().pins().forEach(pin -> rows.getChildren().add(pin(pin)));
        model.state().notes().forEach(note -> rows.getChildren().add(note(note)));
        Nodes.show(none, rows.getChildren().isEmpty());
    }

    private HBox pin(Pin pin) {
        MenuItem remove = new MenuItem("Remove pin");
        remove.setOnAction(event -> model.unpin(pin.id()));
        return row(Feather.MAP_PIN, pin.title(), clock(pin.range().start()), () -> model.show(pin), remove);
    }

    private HBox note(Note note) {
        MenuItem edit = new MenuItem("Edit…");
        edit.setOnAction(event -> forms.reword(note));
        MenuItem remove = new MenuItem("Remove note");
        remove.setOnAction(event -> model.removeNote(note.id()));
        HBox row = row(
                Feather.MESSAGE_SQUARE,
                note.text().replace('\n', ' '),
                clock(note.range().start()),
                () -> model.show(note),
                edit,
                remove);
        if (model.selectedNote().filter(note::equals).isPresent()) {
            row.setStyle("-fx-background-color: -rl-selected");
        }
        return row;
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private static HBox row(Ikon icon, String words, String when, Runnable open, MenuItem... items) {
        Label text = Nodes.label(words, "item-title");
        text.setTooltip(new Tooltip(words));
        text.setMinWidth(0);
        Label time = Nodes.label(when, "item-score");
        time.setMinWidth(USE_PREF_SIZE);
        HBox row = Nodes.row("note-row", new FontIcon(icon), Nodes.grow(text), time);
        ContextMenu menu = new ContextMenu(items);
        row.setOnMouseClicked(event -> open.run());
        row.setOnContextMenuRequested(event -> menu.show(row, event.getScreenX(), event.getScreenY()));
        return row;
    }

    private String clock(long time) {
        return TimeText.clock(time, session.zoneProperty().get(), 3);
    }
}
