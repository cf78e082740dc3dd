package racelane.app.stages;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.fx.Nodes;
import racelane.app.fx.SectionHeader;
import racelane.app.fx.Texts;
import racelane.model.investigation.Question;
import racelane.model.investigation.Stage;
import racelane.model.investigation.StageStatus;

/** The four stages with their badges, and above them what has to be settled first. */
public final class StagesView extends VBox {
    private static final Texts TEXTS = Texts.of(StagesView.class);

    private final CaseViewModel model;
    private final QuestionsViewModel questions;
    private final CaseForms forms;
    private final Consumer<Stage> open;
    private final Label title = Nodes.label("", "section-note");
    private final VBox asked = Nodes.column("questions");
    private final VBox rows = Nodes.column("stage-cell");

    /**
     * Creates the view.
     *
     * @param open opens a stage's form
     */
    public StagesView(CaseViewModel model, QuestionsViewModel questions, CaseForms forms, Consumer<Stage> open) {
        this.model = model;
        this.questions = questions;
        this.forms = forms;
        this.open = open;
        getStyleClass().add("section");
        getChildren().addAll(new SectionHeader(TEXTS.get("investigation"), title), asked, rows);
        model.shownProperty().addListener((property, before, now) -> show());
        questions.askedProperty().addListener((property, before, now) -> ask());
        show();
        ask();
    }

    private void show() {
        title.setText(model.state().title());
        rows.getChildren().clear();
        for (Stage stage : Stage.values()) {
            rows.getChildren().add(row(stage));
        }
    }

    private void ask() {
        asked.getChildren().clear();
        for (QuestionsViewModel.Asked each : questions.askedProperty().get()) {
            HBox answers = new HBox(12);
            each.answers().forEach(answer -> answers.getChildren().add(Nodes.link(answer.title(), answer.run())));
            if (each.answers().isEmpty()) {
                questions.ofTheCase().stream()
                        .filter(question -> question.text().equals(each.text()))
                        .findFirst()
                        .ifPresent(question -> answers.getChildren().add(answer(question)));
            }
            FontIcon icon = new FontIcon(Feather.HELP_CIRCLE);
            VBox words = new VBox(2, Nodes.paragraph(each.text(), "small"), answers);
            HBox row = Nodes.row("question-row", icon, Nodes.grow(words));
            asked.getChildren().add(row);
        }
        Nodes.show(asked, !asked.getChildren().isEmpty());
    }

    private Node answer(Question question) {
        return Nodes.link(TEXTS.get("answer"), () -> forms.answer(question));
    }

    private HBox row(Stage stage) {
        Label line = Nodes.label(model.line(stage), "item-note");
        line.setTooltip(new Tooltip(model.line(stage)));
        boolean outdated = model.state().status(stage) == StageStatus.OUTDATED;
        if (outdated) {
            line.getStyleClass().add("notice-text");
        }
        VBox words = new VBox(Nodes.label(stage.title(), "item-title"), line);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox row = Nodes.row("stage-row", badge(stage), Nodes.grow(words));
        if (outdated) {
            var confirm = Nodes.link(TEXTS.get("confirm"), () -> open.accept(stage));
            confirm.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(confirm);
        }
        row.setId("stage-" + (stage.ordinal() + 1));
        if (model.current().filter(stage::equals).isPresent()) {
            row.getStyleClass().add("current");
        }
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(TEXTS.get("stage.name", stage.ordinal() + 1, stage.title(), model.line(stage)));
        row.setOnMouseClicked(event -> open.accept(stage));
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open.accept(stage);
                event.consume();
            }
        });
        return row;
    }

    private Label badge(Stage stage) {
        StageStatus status = model.state().status(stage);
        Label badge = Nodes.label("", "stage-badge");
        switch (status) {
            case COMPLETE -> {
                badge.setGraphic(new FontIcon(Feather.CHECK));
                badge.getStyleClass().add("complete");
            }
            case IN_PROGRESS -> {
                badge.setText(String.valueOf(stage.ordinal() + 1));
                badge.getStyleClass().add("in-progress");
            }
            case OUTDATED -> {
                badge.setText("!");
                badge.getStyleClass().add("outdated");
            }
            case NOT_STARTED -> badge.setText(String.valueOf(stage.ordinal() + 1));
        }
        return badge;
    }
}
