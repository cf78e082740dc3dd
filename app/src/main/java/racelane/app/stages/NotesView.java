package racelane.app.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.fx.LinkDrag;
import racelane.app.fx.Nodes;
import racelane.app.fx.RowMenu;
import racelane.app.fx.SectionHeader;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.app.session.DraggedEvidence;
import racelane.app.session.Session;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.Note;
import racelane.model.investigation.Pin;
import racelane.model.time.TimeText;

/**
 * Pins and notes in short: filtered, jumped to, edited in place, dragged onto hypotheses. One whose event is not there any more is shown with
 * the line it quoted.
 */
public final class NotesView extends VBox {
    private static final Texts TEXTS = Texts.of(NotesView.class);

    private static final int FILTERED_FROM = 6;

    private final Session session;
    private final CaseViewModel model;
    private final VBox rows = Nodes.column("stage-cell");
    private final TextField filter = new TextField();
    private final Label none = Nodes.paragraph(TEXTS.get("notes.none"), "section-empty");
    private @Nullable String editing;

    /** Creates the view. */
    public NotesView(Session session, CaseViewModel model, Runnable add) {
        this.session = session;
        this.model = model;
        getStyleClass().add("section");
        var link = Nodes.link(TEXTS.get("notes.add"), add);
        link.setId("new-note");
        filter.setPromptText(TEXTS.get("notes.filter"));
        filter.setAccessibleText(TEXTS.get("notes.filter"));
        filter.getStyleClass().add("filter-box");
        filter.setId("notes-filter");
        filter.textProperty().addListener((property, before, now) -> show());
        HBox filtering = Nodes.row("filter-row", Nodes.grow(filter));
        filtering.managedProperty().bind(filtering.visibleProperty());
        getChildren().addAll(new SectionHeader(TEXTS.get("notes"), link), filtering, none, rows);
        model.shownProperty().addListener((property, before, now) -> show());
        session.selectionProperty().addListener((property, before, now) -> show());
        session.zoneProperty().addListener((property, before, now) -> show());
        session.placesProperty().addListener((property, before, now) -> show());
        rows.getChildren()
                .addListener((javafx.beans.Observable changed) -> filtering.setVisible(
                        model.state().pins().size() + model.state().notes().size() >= FILTERED_FROM));
        filtering.setVisible(false);
        show();
    }

    private void show() {
        List<Node> next = new ArrayList<>();
        model.state().pins().stream()
                .filter(pin -> fits(pin.title() + " " + pin.kind() + " " + pin.body()))
                .forEach(pin -> next.add(pin(pin)));
        model.state().notes().stream()
                .filter(note -> fits(note.text() + " " + note.author()))
                .forEach(note -> next.add(note(note)));
        rows.getChildren().setAll(next);
        boolean nothing =
                model.state().pins().isEmpty() && model.state().notes().isEmpty();
        Nodes.show(none, nothing || next.isEmpty());
        none.setText(nothing ? TEXTS.get("notes.none") : TEXTS.get("notes.filter.nothing"));
    }

    private boolean fits(String text) {
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private Node pin(Pin pin) {
        MenuItem remove = new MenuItem(TEXTS.get("pin.remove"));
        remove.setOnAction(event -> model.unpin(pin.id()));
        long start = session.placesProperty().get().range(pin).start();
        HBox row = row(
                new FontIcon(EvidenceWords.icon(pin)), pin.title(), clock(start), button -> model.show(pin), remove);
        LinkDrag.source(row, () -> Optional.of(DraggedEvidence.pin(pin.id())));
        row.setAccessibleHelp(TEXTS.get("pin.help", pin.title()));
        VBox all = new VBox(row);
        pin.facts().ifPresent(facts -> all.getChildren().add(Nodes.label(EvidenceWords.of(facts), "pin-facts")));
        if (!pin.body().isEmpty()) {
            MarkdownView body = new MarkdownView(pin.body());
            body.getStyleClass().add("pin-body");
            all.getChildren().add(body);
        }
        orphans(row, all, pin.anchors());
        return all;
    }

    private Node note(Note note) {
        if (note.id().equals(editing)) {
            return editor(note);
        }
        MenuItem edit = new MenuItem(TEXTS.get("note.edit"));
        edit.setOnAction(event -> edit(note));
        MenuItem remove = new MenuItem(TEXTS.get("note.remove"));
        remove.setOnAction(event -> model.removeNote(note.id()));
        String line = note.text().replace('\n', ' ');
        HBox row = row(
                new FontIcon(EvidenceWords.icon(note)),
                line,
                clock(model.range(note).start()),
                clicks -> {
                    if (clicks > 1) {
                        edit(note);
                    } else {
                        model.show(note);
                    }
                },
                edit,
                remove);
        row.setId("note-" + note.id());
        if (model.selectedNote().filter(note::equals).isPresent()) {
            row.getStyleClass().add("current");
        }
        VBox all = new VBox(row);
        if (row.getStyleClass().contains("current") && note.text().strip().contains("\n")) {
            MarkdownView body = new MarkdownView(note.text());
            body.getStyleClass().add("pin-body");
            all.getChildren().add(body);
        }
        List<Anchor> anchors = new ArrayList<>();
        note.anchor().ifPresent(anchors::add);
        note.to().ifPresent(anchors::add);
        orphans(row, all, anchors);
        return all;
    }

    /** Says of what is no longer in the open sources what it quoted. */
    private void orphans(HBox row, VBox all, List<Anchor> anchors) {
        List<Anchor> orphans = anchors.stream()
                .filter(session.placesProperty().get()::isOrphan)
                .toList();
        boolean unread = session.trace().tables().isEmpty() && !anchors.isEmpty();
        if (orphans.isEmpty() && !unread) {
            return;
        }
        if (!orphans.isEmpty()) {
            row.getStyleClass().add("orphan");
            FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
            Tooltip.install(icon, new Tooltip(TEXTS.get("note.gone")));
            row.getChildren().add(row.getChildren().size() - 1, icon);
        }
        for (Anchor anchor : orphans.isEmpty() ? anchors : orphans) {
            Label quote = Nodes.label(VisibleText.line(anchor.excerpt()), "quoted-line");
            quote.setTooltip(new Tooltip(anchor.sourceName() + ":" + anchor.origin() + "\n" + anchor.excerpt()));
            quote.setMinWidth(0);
            all.getChildren().add(quote);
        }
    }

    private void edit(Note note) {
        editing = note.id();
        show();
    }

    private Node editor(Note note) {
        TextArea area = new TextArea(note.text());
        area.setId("note-editor");
        area.setWrapText(true);
        area.setPrefRowCount(Math.clamp(note.text().lines().count() + 1, 2, 8));
        area.setAccessibleText(TEXTS.get("note.editor"));
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                event.consume();
                keep(note, area.getText());
            } else if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                stop();
            }
        });
        area.focusedProperty().addListener((property, before, focused) -> {
            if (!focused && note.id().equals(editing)) {
                keep(note, area.getText());
            }
        });
        VBox box = Nodes.column("note-edit", area);
        javafx.application.Platform.runLater(() -> {
            area.requestFocus();
            area.end();
        });
        return box;
    }

    private void keep(Note note, String text) {
        editing = null;
        if (text.isBlank() || text.strip().equals(note.text()) || !model.rewordNote(note.id(), text)) {
            show();
        }
    }

    private void stop() {
        editing = null;
        show();
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private static HBox row(FontIcon icon, String words, String when, Consumer<Integer> open, MenuItem... items) {
        Label text = Nodes.label(words, "item-title");
        text.setTooltip(new Tooltip(words));
        text.setMinWidth(0);
        Label time = Nodes.label(when, "item-score");
        time.setMinWidth(USE_PREF_SIZE);
        HBox row = Nodes.row("note-row", icon, Nodes.grow(text), time);
        ContextMenu menu = new ContextMenu(items);
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open.accept(event.getClickCount());
            }
        });
        RowMenu.of(row, () -> Optional.of(menu));
        row.setFocusTraversable(true);
        row.setAccessibleText(words);
        row.setOnKeyPressed(event -> {
            if (Set.of(KeyCode.ENTER, KeyCode.SPACE).contains(event.getCode())) {
                open.accept(1);
                event.consume();
            }
        });
        return row;
    }

    private String clock(long time) {
        return TimeText.clock(time, session.zoneProperty().get(), 3);
    }
}
