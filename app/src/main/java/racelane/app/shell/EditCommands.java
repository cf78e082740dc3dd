package racelane.app.shell;

import static racelane.app.action.Key.chord;
import static racelane.app.action.Key.plain;
import static racelane.app.action.Key.typed;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import racelane.app.action.ActionGroup;
import racelane.app.fx.Texts;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.stages.ShareViewModel;
import racelane.model.time.TimeRange;

/** The commands of the menus File and Edit. */
final class EditCommands {
    private static final Texts TEXTS = Texts.of(EditCommands.class);

    private final CommandContext context;
    private final Parts parts;
    private final Session session;
    private final ShareViewModel shared;

    EditCommands(CommandContext context) {
        this.context = context;
        this.parts = context.parts();
        this.session = context.session();
        this.shared = new ShareViewModel(
                session, parts.jobs(), parts.notifier(), parts.report().redaction());
    }

    void fill() {
        file();
        edit();
    }

    private void file() {
        Registrar menu = context.menu(ActionGroup.FILE);
        Registrar open = menu.when(context.open());
        var something = context.open()
                .or(Bindings.createBooleanBinding(
                        () -> !session.history().records().isEmpty(), session.historyProperty()));
        menu.add("open.open", this::open, chord("Shortcut+O"));
        menu.add("open.add", this::addSource, chord("Shortcut+Shift+O"));
        menu.add("save.as", this::saveAs, chord("Shortcut+S"));
        menu.add("save.flat", () -> share("without-history", shared::withoutHistory));
        menu.add("save.bundle", () -> share("shared", shared::bundle));
        open.add("export.png", context.window()::exportFigure, chord("Shortcut+E"));
        open.add("export.now", parts.picture()::save, chord("Shortcut+Shift+E"));
        menu.when(something).add("export.report", () -> parts.report().open(context.sheets()), chord("Shortcut+R"));
        open.add("export.copy", parts.picture()::copy, chord("Shortcut+Shift+C"));
        menu.add("window.new", context.window()::openNew, chord("Shortcut+N"));
        menu.add("window.close", context.window()::close, chord("Shortcut+W"));
        menu.add("session.restore", this::toggleRestore);
        menu.add("quit.quit", context.window()::quit, chord("Shortcut+Q"));
    }

    private void edit() {
        BooleanBinding canUndo = Bindings.createBooleanBinding(parts.editor()::canUndo, session.historyProperty());
        BooleanBinding canRedo =
                Bindings.createBooleanBinding(() -> session.history().canRedo(), session.historyProperty());
        Registrar menu = context.menu(ActionGroup.EDIT);
        Registrar open = menu.when(context.open());
        menu.when(canUndo).add("undo.undo", parts.editor()::undo, chord("Shortcut+Z"));
        menu.when(canRedo).add("undo.redo", parts.editor()::redo, chord("Shortcut+Y"), chord("Shortcut+Shift+Z"));
        open.add("mark.mark", this::mark, typed("m"));
        open.add("mark.keep", this::note, typed("M"));
        open.add("mark.label", this::label, plain(KeyCode.ENTER));
        open.add("note.next", () -> parts.caseModel().stepNote(1), typed("u"));
        open.add("note.previous", () -> parts.caseModel().stepNote(-1), typed("U"));
        open.add("note.delete", this::delete, plain(KeyCode.DELETE));
        menu.add("select.none", this::selectNothing, plain(KeyCode.ESCAPE));
    }

    private void open() {
        context.window().open(parts.dialogs().open(TEXTS.get("dialog.open")));
    }

    private void addSource() {
        context.window().add(parts.dialogs().open(TEXTS.get("dialog.add")));
    }

    private void toggleRestore() {
        boolean restores = !parts.desk().restores();
        parts.desk().setRestores(restores);
        session.say(TEXTS.get(restores ? "session.on" : "session.off"));
    }

    private void saveAs() {
        Path now = parts.editor().pathProperty().get();
        String name = now == null ? "case.racelane" : String.valueOf(now.getFileName());
        parts.dialogs()
                .save(TEXTS.get("dialog.save"), name, TEXTS.get("dialog.case"), List.of("racelane"))
                .ifPresent(parts.editor()::saveAs);
    }

    private void share(String suffix, Consumer<Path> write) {
        Path now = parts.editor().pathProperty().get();
        String name = now == null ? "case" : String.valueOf(now.getFileName()).replaceFirst("\\.racelane$", "");
        parts.dialogs()
                .save(
                        TEXTS.get("dialog.copy"),
                        name + "-" + suffix + ".racelane",
                        TEXTS.get("dialog.case"),
                        List.of("racelane"))
                .ifPresent(write);
    }

    private void mark() {
        Optional<TimeRange> range = session.selectedRange();
        if (range.isEmpty()) {
            session.say(TEXTS.get("mark.select"));
        } else {
            session.setMark(range.get().equals(session.markProperty().get()) ? null : range.get());
        }
    }

    /** Opens the form for a note on what is marked or selected. */
    void note() {
        parts.caseModel()
                .noteRange()
                .ifPresentOrElse(context.forms()::note, () -> session.say(TEXTS.get("note.select")));
    }

    private void label() {
        if (session.selection() instanceof Selection.NoteSelected) {
            parts.caseModel().selectedNote().ifPresent(context.forms()::reword);
        } else if (session.selection() instanceof Selection.EventSelected) {
            session.selectedRange().ifPresent(context.forms()::note);
        }
    }

    private void delete() {
        if (session.selection() instanceof Selection.NoteSelected note) {
            parts.caseModel().removeNote(note.noteId());
        } else {
            session.setMark(null);
        }
    }

    private void selectNothing() {
        if (session.selection() instanceof Selection.None) {
            session.selectWindow(null);
        }
        session.select(Selection.NONE);
    }
}
