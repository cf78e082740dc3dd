package racelane.app.patterns;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import racelane.app.fx.MarkedTextArea;
import racelane.app.fx.Nodes;
import racelane.app.fx.Sheets;
import racelane.app.fx.Texts;
import racelane.model.pattern.PatternParseException.Problem;
import racelane.model.pattern.PatternSet;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;

/** The sheet in which patterns are written: the user's files, the text with its errors underlined, and what it finds. JavaFX thread. */
public final class PatternsView extends VBox {
    private static final Texts TEXTS = Texts.of(PatternsView.class);

    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination DONE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final PatternsViewModel model;
    private final Sheets sheets;
    private final MarkedTextArea code = new MarkedTextArea();
    private final ListView<String> files = new ListView<>();
    private final TextField name = new TextField();
    private final VBox found = new VBox();

    /** Creates the sheet. */
    public PatternsView(PatternsViewModel model, Sheets sheets) {
        this.model = model;
        this.sheets = sheets;
        getStyleClass().addAll("floating-sheet", "form", "patterns");
        setMaxSize(1060, 660);
        setPrefSize(1060, 660);
        HBox middle = new HBox(14, left(), right());
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(Nodes.label(TEXTS.get("patterns"), "sheet-title"), middle, buttons());
        code.area().setId("pattern-text");
        code.area().setAccessibleText(TEXTS.get("text.name"));
        code.area().textProperty().addListener((property, before, now) -> typed(now));
        model.textProperty().addListener((property, before, now) -> follow(now));
        model.problemsProperty().addListener((property, before, now) -> mark(now));
        model.nameProperty().addListener((property, before, now) -> named(now));
        model.trialProperty().addListener((property, before, now) -> show(now));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event) || DONE.match(event)) {
                event.consume();
                save();
            }
        });
    }

    /** Shows the sheet with the text at hand. */
    public void open() {
        model.begin();
        follow(model.textProperty().get());
        String given = model.draftName();
        if (given.isEmpty()) {
            named(model.nameProperty().get());
        } else {
            name.setText(given);
        }
        mark(model.problemsProperty().get());
        show(model.trialProperty().get());
        sheets.show(this, code.area(), () -> model.left(name.getText()));
    }

    /** Shows the sheet with a new text; what was written before is kept. */
    public void propose(String text) {
        keep();
        model.write("", text);
        open();
    }

    /** Underlines the word at the place of each error. */
    private void mark(List<Problem> problems) {
        String text = code.area().getText();
        code.underline(problems.stream()
                .map(problem -> {
                    int from = offset(text, problem.at().line(), problem.at().column());
                    int to = from;
                    while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
                        to++;
                    }
                    return new MarkedTextArea.Range(from, to);
                })
                .toList());
    }

    /** Returns the index of a place; the text's length when the place lies behind its end. */
    private static int offset(String text, int line, int column) {
        int at = 0;
        for (int n = 1; n < line; n++) {
            int next = text.indexOf('\n', at);
            if (next < 0) {
                return text.length();
            }
            at = next + 1;
        }
        return Math.min(text.length(), at + column - 1);
    }

    private Node left() {
        files.setItems(model.names());
        files.getStyleClass().add("side-list");
        files.setAccessibleText(TEXTS.get("files.name"));
        files.setPlaceholder(Nodes.paragraph(TEXTS.get("files.none"), "subtle", "small"));
        files.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !now.equals(model.nameProperty().get())) {
                keep();
                model.open(now);
            }
        });
        VBox.setVgrow(files, Priority.ALWAYS);
        Button fresh = Nodes.link(TEXTS.get("files.new"), () -> {
            keep();
            files.getSelectionModel().clearSelection();
            model.write("", PatternsViewModel.TEMPLATE);
        });
        Button like = Nodes.link(TEXTS.get("files.like"), () -> {});
        like.setOnAction(event -> builtIn().show(like, Side.BOTTOM, 0, 2));
        Label where = Nodes.paragraph(
                TEXTS.get("files.folder", shortened(model.folder().path().toString())), "subtle", "small");
        VBox left = new VBox(6, Nodes.label(TEXTS.get("files"), "field-name"), files, fresh, like, where);
        left.setAlignment(Pos.TOP_LEFT);
        left.setMinWidth(210);
        left.setMaxWidth(210);
        return left;
    }

    /** Offers the text of every built-in pattern, to be changed and saved as one's own: the same name takes its place. */
    private ContextMenu builtIn() {
        ContextMenu menu = new ContextMenu();
        PatternSet.builtInFiles().forEach((file, text) -> {
            MenuItem item = new MenuItem(file.replace(".race", "").replace('-', ' '));
            item.setOnAction(event -> {
                keep();
                model.write("", text);
            });
            menu.getItems().add(item);
        });
        return menu;
    }

    private Node right() {
        VBox.setVgrow(code, Priority.ALWAYS);
        Label verdict = Nodes.paragraph("", "pattern-verdict");
        verdict.setId("pattern-verdict");
        verdict.textProperty().bind(model.verdictProperty());
        model.wrongProperty().subscribe(bad -> {
            verdict.getStyleClass().remove("danger-text");
            if (bad) {
                verdict.getStyleClass().add("danger-text");
            }
        });
        found.getStyleClass().add("pattern-found");
        found.setMinHeight(112);
        VBox right = new VBox(8, code, verdict, found);
        return Nodes.grow(right);
    }

    private Node buttons() {
        name.setPromptText(TEXTS.get("name.prompt"));
        name.setAccessibleText(TEXTS.get("name"));
        name.setId("pattern-name");
        name.setPrefWidth(200);
        Button save = new Button(TEXTS.get("save"));
        save.getStyleClass().addAll("tool-button", "primary");
        save.setId("pattern-save");
        save.disableProperty()
                .bind(model.wrongProperty()
                        .or(Bindings.createBooleanBinding(() -> name.getText().isBlank(), name.textProperty())));
        save.setOnAction(event -> save());
        Button remove = new Button(TEXTS.get("aside"));
        remove.getStyleClass().add("tool-button");
        remove.disableProperty().bind(model.nameProperty().isEmpty());
        remove.setOnAction(event -> model.remove());
        Button close = new Button(TEXTS.get("close"));
        close.getStyleClass().add("tool-button");
        close.setOnAction(event -> sheets.close());
        HBox row = new HBox(8, remove, Nodes.label(TEXTS.get("keys"), "subtle", "small"), Nodes.spring());
        row.getChildren().addAll(name, close, save);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void typed(String now) {
        if (!now.equals(model.textProperty().get())) {
            model.change(now);
        }
    }

    private void follow(String text) {
        if (!text.equals(code.area().getText())) {
            code.area().setText(text);
        }
    }

    private void named(String now) {
        name.setText(now.isEmpty() ? "my-pattern" : now);
        if (now.isEmpty()) {
            files.getSelectionModel().clearSelection();
        } else {
            files.getSelectionModel().select(now);
        }
    }

    /** Saves a changed file before another one takes its place; what has errors or no name is saved as a draft. */
    private void keep() {
        if (model.dirty() && !model.textProperty().get().equals(PatternsViewModel.TEMPLATE)) {
            model.keepDraft();
        }
    }

    private void save() {
        if (!model.wrongProperty().get() && model.save(name.getText())) {
            files.getSelectionModel().select(model.nameProperty().get());
        }
    }

    private void show(PatternTrial trial) {
        found.getChildren().clear();
        for (RaceWindow window : trial.best()) {
            Label steps = Nodes.label(window.steps(), "item-title");
            Label rest = Nodes.label(
                    window.key() + "  " + TimeText.duration(window.range().duration()) + "  "
                            + window.verdict().word(),
                    "item-note");
            HBox row = new HBox(10, steps, rest);
            row.setAlignment(Pos.BASELINE_LEFT);
            found.getChildren().add(row);
        }
    }

    private static String shortened(String path) {
        String home = System.getProperty("user.home", "");
        return !home.isEmpty() && path.startsWith(home) ? "~" + path.substring(home.length()) : path;
    }
}
