package racelane.app.stages;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import racelane.app.drafts.FormDraft;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.model.investigation.BugReport;
import racelane.model.investigation.CaseTemplate;
import racelane.model.investigation.Prompt;
import racelane.model.investigation.Stage;
import racelane.model.investigation.StageStatus;

/** The sheet of a stage: what it asks, what was answered, its runs, what is missing before it is complete, and the button that completes it. */
final class StageSheet extends VBox {
    private static final Texts TEXTS = Texts.of(StageSheet.class);

    private static final double WIDTH = 680;
    private static final double NAMES = 76;

    private final CaseViewModel model;
    private final QuestionsViewModel questions;
    private final Stage stage;
    private final Runnable close;
    private @Nullable FormDraft draft;
    private final VBox body = new VBox(12);
    private final Label status = Nodes.label("", "muted");
    private final Label missing = Nodes.paragraph("", "danger-text", "small");
    private final Label open = Nodes.label("", "subtle", "small");
    private final Button complete = new Button();
    private final Map<String, TextInputControl> answers = new LinkedHashMap<>();
    private final TextField expected = new TextField();
    private final TextField actual = new TextField();
    private final TextField frequency = new TextField();
    private final MarkdownArea words;

    /** What else a stage leads to. */
    interface Doors {
        /** Asks for runs of the stage itself. */
        void runs(Stage stage);

        /** Compares two examples. */
        void compare();

        /** Shows the stage anew, after another template was chosen. */
        void again(Stage stage);
    }

    StageSheet(CaseViewModel model, QuestionsViewModel questions, Stage stage, Doors doors, Runnable close) {
        this.model = model;
        this.questions = questions;
        this.stage = stage;
        this.close = close;
        this.words = new MarkdownArea(
                TEXTS.get("sheet.words"), model.state().text(stage), TEXTS.get("sheet.words.prompt"), 4);
        words.area().setId("words");
        getStyleClass().addAll("floating-sheet", "form", "stage-sheet");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        if (stage == Stage.COLLECT_EVIDENCE) {
            body.getChildren().addAll(template(doors), report(), runs(doors));
        }
        if (stage == Stage.VERIFY_FIX) {
            body.getChildren().add(runs(doors));
        }
        CaseTemplate.of(model.state().template())
                .of(stage)
                .forEach(prompt -> body.getChildren().add(ask(prompt)));
        body.getChildren().add(words);
        if (stage == Stage.ISOLATE_VARIABLES) {
            body.getChildren().addFirst(Nodes.link(TEXTS.get("sheet.compare"), () -> {
                save();
                doors.compare();
            }));
        }
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(120);
        scroll.setPrefViewportHeight(560);
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        HBox head = new HBox(
                10,
                Nodes.label((stage.ordinal() + 1) + "  " + stage.title(), "sheet-title"),
                Nodes.spring(),
                Nodes.grow(status));
        status.setAlignment(Pos.CENTER_RIGHT);
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(head, scroll, missing, foot());
        FormKeys.install(words.area(), this::saveAndClose);
        refresh();
    }

    /** Returns what takes the keyboard. */
    Node first() {
        return stage == Stage.COLLECT_EVIDENCE && expected.getText().isBlank()
                ? expected
                : answers.values().stream()
                        .filter(area -> area.getText().isBlank())
                        .findFirst()
                        .map(Node.class::cast)
                        .orElse(words.area());
    }

    /** Gives the form its draft. */
    void begin(FormDraft own) {
        draft = own;
        getChildren().add(1, own.notice());
    }

    /** Returns the fields by name. */
    Map<String, TextInputControl> fields() {
        Map<String, TextInputControl> all = new LinkedHashMap<>(answers);
        all.put("words", words.area());
        if (stage == Stage.COLLECT_EVIDENCE) {
            all.put("expected", expected);
            all.put("actual", actual);
            all.put("frequency", frequency);
        }
        return all;
    }

    private Node template(Doors doors) {
        ComboBox<CaseTemplate> box = new ComboBox<>();
        box.setId("template");
        box.getItems().setAll(CaseTemplate.all());
        box.setValue(CaseTemplate.of(model.state().template()));
        box.setAccessibleText(TEXTS.get("sheet.template"));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable CaseTemplate template) {
                return template == null ? "" : template.title() + " — " + template.symptom();
            }

            @Override
            public @Nullable CaseTemplate fromString(String text) {
                return null;
            }
        });
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                save();
                model.choose(now);
                doors.again(stage);
            }
        });
        Label name = Nodes.label(TEXTS.get("sheet.template"), "field-name");
        name.setMinWidth(NAMES);
        HBox row = new HBox(10, name, box);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node report() {
        BugReport now = model.state().report();
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(6);
        field(grid, 0, TEXTS.get("sheet.expected"), expected, now.expected(), TEXTS.get("sheet.expected.prompt"));
        field(grid, 1, TEXTS.get("sheet.actual"), actual, now.actual(), TEXTS.get("sheet.actual.prompt"));
        field(grid, 2, TEXTS.get("sheet.often"), frequency, now.frequency(), TEXTS.get("sheet.often.prompt"));
        return grid;
    }

    private static void field(GridPane grid, int row, String name, TextField field, String text, String prompt) {
        field.setText(text);
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.setId("report-" + row);
        GridPane.setHgrow(field, Priority.ALWAYS);
        Label label = Nodes.label(name, "field-name");
        label.setMinWidth(NAMES);
        grid.addRow(row, label, field);
    }

    private Node ask(Prompt prompt) {
        TextArea area = new TextArea(model.state().stage(stage).answer(prompt.id()));
        area.setId("prompt-" + prompt.id());
        area.setWrapText(true);
        area.setPrefRowCount(2);
        area.setAccessibleText(prompt.title() + ": " + prompt.question());
        answers.put(prompt.id(), area);
        FormKeys.install(area, this::saveAndClose);
        HBox head = new HBox(
                8, Nodes.label(prompt.title(), "prompt-title"), Nodes.label(prompt.question(), "subtle", "small"));
        head.setAlignment(Pos.BASELINE_LEFT);
        return new VBox(3, head, area);
    }

    private Node runs(Doors doors) {
        VBox list = new VBox(2);
        for (String words : RunsText.lines(model.state(), stage)) {
            list.getChildren().add(Nodes.paragraph(words, "evidence-line"));
        }
        String what = stage == Stage.VERIFY_FIX ? TEXTS.get("sheet.runs.fix") : TEXTS.get("sheet.runs");
        var add = Nodes.link(TEXTS.get("sheet.runs.add"), () -> {
            save();
            doors.runs(stage);
        });
        add.setId("add-runs");
        HBox head = new HBox(8, Nodes.label(what, "prompt-title"), add);
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(3, head, list);
    }

    private HBox foot() {
        complete.setId("complete");
        complete.getStyleClass().add("tool-button");
        complete.setOnAction(event -> complete());
        Button cancel = new Button(TEXTS.get("cancel"));
        cancel.setCancelButton(true);
        cancel.getStyleClass().add("tool-button");
        cancel.setOnAction(event -> close.run());
        Button save = new Button(TEXTS.get("save"));
        save.setId("save");
        save.getStyleClass().addAll("tool-button", "primary");
        save.setOnAction(event -> saveAndClose());
        HBox foot = new HBox(8, complete, open, Nodes.spring(), cancel, save);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void refresh() {
        StageStatus now = model.state().status(stage);
        status.setText(model.line(stage));
        String lacking = now == StageStatus.COMPLETE
                ? ""
                : questions.blocking().or(() -> model.state().missing(stage)).orElse("");
        missing.setText(TEXTS.get("sheet.lacking", lacking));
        Nodes.show(missing, !lacking.isEmpty());
        int unanswered = model.state().unanswered(stage).size();
        open.setText(unanswered == 0 ? "" : TEXTS.count("sheet.unanswered", unanswered));
        complete.setText(
                switch (now) {
                    case COMPLETE -> TEXTS.get("sheet.reopen");
                    case OUTDATED -> TEXTS.get("sheet.confirm");
                    case NOT_STARTED, IN_PROGRESS -> TEXTS.get("sheet.complete");
                });
    }

    private void saveAndClose() {
        close.run();
        save();
    }

    /** Keeps what was changed; returns whether the case took all of it. */
    private boolean save() {
        boolean taken = model.write(stage, words.text());
        if (stage == Stage.COLLECT_EVIDENCE) {
            taken &= model.report(new BugReport(
                    expected.getText().strip(),
                    actual.getText().strip(),
                    frequency.getText().strip()));
        }
        for (Map.Entry<String, TextInputControl> answer : answers.entrySet()) {
            taken &= model.answer(stage, answer.getKey(), answer.getValue().getText());
        }
        if (taken && draft != null) {
            draft.saved();
        }
        return taken;
    }

    private void complete() {
        if (!save()) {
            return;
        }
        if (model.state().status(stage) == StageStatus.COMPLETE) {
            model.reopen(stage);
            close.run();
        } else if (questions.blocking().isEmpty() && model.complete(stage)) {
            close.run();
        } else {
            refresh();
        }
    }
}
