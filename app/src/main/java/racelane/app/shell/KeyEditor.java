package racelane.app.shell;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import racelane.app.action.Action;
import racelane.app.action.Actions;
import racelane.app.action.KeyBook;
import racelane.app.action.KeyFile;
import racelane.app.action.KeyProblem;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;

/** The user's file of keys as text, with what is wrong in it said as one types; and the presets. */
final class KeyEditor {
    private static final Texts TEXTS = Texts.of(KeyEditor.class);
    private static final int MOST_TOLD = 3;

    private final CommandContext context;

    KeyEditor(CommandContext context) {
        this.context = context;
    }

    /** Opens the file, or a new one in which every action stands as a comment. */
    void open() {
        String text;
        try {
            text = book().text();
        } catch (IOException e) {
            failed("keys.unreadable", e);
            return;
        }
        show(text.isBlank() ? template(context.actions()) : text);
    }

    /** Puts a preset in force, what the user changed over it; an empty name for the keys that are shipped. */
    void choose(String preset) {
        try {
            book().write(KeyFile.withPreset(book().text(), preset));
            context.session()
                    .say(TEXTS.get(
                            "keys.said", TEXTS.get(preset.isEmpty() ? "help.keys.shipped" : "help.keys." + preset)));
        } catch (IOException e) {
            failed("keys.unwritten", e);
        }
    }

    private void show(String text) {
        TextArea area = new TextArea(text);
        area.setId("keys-text");
        area.getStyleClass().add("code-area");
        area.setPrefRowCount(20);
        area.setPrefColumnCount(64);
        area.setAccessibleText(TEXTS.get("keys.title"));
        Label verdict = Nodes.paragraph("", "muted", "small");
        verdict.setId("keys-verdict");
        area.textProperty().subscribe(now -> judge(now, verdict));
        Button save = button("keys.save", () -> save(area.getText()));
        save.setId("keys-save");
        save.getStyleClass().add("primary");
        Button cancel = button("keys.cancel", context.sheets()::close);
        HBox buttons =
                new HBox(8, Nodes.label(book().file().toString(), "subtle", "small"), Nodes.spring(), cancel, save);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox sheet = Nodes.column(
                "floating-sheet",
                Nodes.label(TEXTS.get("keys.title"), "sheet-title"),
                Nodes.paragraph(TEXTS.get("keys.how"), "muted", "small"),
                area,
                verdict,
                buttons);
        sheet.getStyleClass().addAll("form", "patterns");
        sheet.setMaxSize(720, Region.USE_PREF_SIZE);
        context.sheets().show(sheet, area);
        area.positionCaret(0);
    }

    private void judge(String text, Label verdict) {
        List<KeyProblem> problems = KeyBook.read(text, context.actions()).problems();
        verdict.getStyleClass().remove("danger-text");
        if (problems.isEmpty()) {
            verdict.setText(TEXTS.get("keys.fine"));
            return;
        }
        verdict.getStyleClass().add("danger-text");
        String more = problems.size() > MOST_TOLD ? "\n" + TEXTS.get("keys.more", problems.size() - MOST_TOLD) : "";
        verdict.setText(String.join(
                        "\n",
                        problems.stream().limit(MOST_TOLD).map(KeyProblem::text).toList())
                + more);
    }

    private void save(String text) {
        try {
            book().write(text);
            context.sheets().close();
        } catch (IOException e) {
            failed("keys.unwritten", e);
        }
    }

    /** Says in one notice what of the user's file is not followed. */
    static void tell(List<KeyProblem> problems, racelane.app.fx.Notifier notifier) {
        if (!problems.isEmpty()) {
            String more = problems.size() > 1 ? " " + TEXTS.get("keys.more", problems.size() - 1) : "";
            notifier.error(
                    problems.getFirst().text() + more,
                    String.join("\n", problems.stream().map(KeyProblem::text).toList()));
        }
    }

    /** Returns a file that changes nothing and shows what can be changed. */
    static String template(Actions actions) {
        StringBuilder text = new StringBuilder(TEXTS.get("keys.template")).append('\n');
        String menu = "";
        for (Action action : actions.all()) {
            String title = action.group().title();
            if (!title.equals(menu)) {
                text.append("\n# ").append(title.toUpperCase(Locale.ROOT)).append('\n');
                menu = title;
            }
            String keys = String.join(
                    " ",
                    action.keys().stream().map(racelane.app.action.Key::text).toList());
            String line = "# " + action.id() + " = " + keys;
            text.append(String.format(Locale.ROOT, "%-52s  # %s%n", line, action.title()));
        }
        return text.toString();
    }

    private static Button button(String text, Runnable body) {
        Button button = new Button(TEXTS.get(text));
        button.getStyleClass().add("tool-button");
        button.setOnAction(event -> body.run());
        return button;
    }

    private void failed(String text, IOException e) {
        context.parts().notifier().error(TEXTS.get(text, book().file(), String.valueOf(e.getMessage())), e.toString());
    }

    private KeyBook book() {
        return context.parts().keys();
    }
}
