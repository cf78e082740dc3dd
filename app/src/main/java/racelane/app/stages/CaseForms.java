package racelane.app.stages;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import racelane.app.drafts.Drafts;
import racelane.app.drafts.FormDraft;
import racelane.app.fx.Forms;
import racelane.app.fx.Sheets;
import racelane.app.fx.Texts;
import racelane.model.event.EventRef;
import racelane.model.investigation.EditText;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.Hypothesis;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Note;
import racelane.model.investigation.Question;
import racelane.model.investigation.Stage;
import racelane.model.time.TimeRange;

/** Opens the forms that edit the case. */
public final class CaseForms {
    private static final Texts TEXTS = Texts.of(CaseForms.class);

    private final CaseViewModel model;
    private final QuestionsViewModel questions;
    private final ComparisonViewModel comparison;
    private final Sheets sheets;
    private final Drafts drafts;

    /** Creates the forms of a case. */
    public CaseForms(
            CaseViewModel model,
            QuestionsViewModel questions,
            ComparisonViewModel comparison,
            Sheets sheets,
            Drafts drafts) {
        this.model = model;
        this.questions = questions;
        this.comparison = comparison;
        this.sheets = sheets;
        this.drafts = drafts;
    }

    /** Asks for a new hypothesis. */
    public void propose() {
        HypothesisForm form = new HypothesisForm(
                TEXTS.get("hypothesis.new", model.state().nextLabel()),
                "",
                model.selectedWindowTitle(),
                model::propose,
                sheets::close);
        show("HypothesisForm.fxml", form, "hypothesis");
    }

    /** Asks for a hypothesis' words anew. */
    public void reword(Hypothesis hypothesis) {
        HypothesisForm form = new HypothesisForm(
                TEXTS.get("hypothesis.reword", hypothesis.label()),
                hypothesis.statement(),
                "",
                (statement, linked) -> model.reword(hypothesis.id(), statement),
                sheets::close);
        show("HypothesisForm.fxml", form, "hypothesis:" + hypothesis.id());
    }

    /** Asks what must be seen if a hypothesis holds. */
    public void predict(Hypothesis hypothesis) {
        show(
                new WordsSheet(
                        hypothesis.label() + ": " + hypothesis.statement(),
                        TEXTS.get("prediction.question"),
                        hypothesis.prediction(),
                        true,
                        text -> model.predict(hypothesis.id(), text),
                        sheets::close),
                "prediction:" + hypothesis.id());
    }

    /** Asks why a hypothesis is judged so, and judges it. Taking it up again needs no reason. */
    public void judge(Hypothesis hypothesis, HypothesisStatus status) {
        if (status == HypothesisStatus.OPEN) {
            model.judge(hypothesis.id(), status, "");
            return;
        }
        String question = switch (status) {
            case REFUTED -> TEXTS.get("judge.refuted");
            case CONFIRMED -> TEXTS.get("judge.confirmed");
            case SUPPORTED, OPEN -> TEXTS.get("judge.supported");
        };
        show(
                new WordsSheet(
                        TEXTS.get("judge", hypothesis.label(), EditText.word(status)),
                        question,
                        hypothesis.reason(),
                        status != HypothesisStatus.REFUTED,
                        reason -> model.judge(hypothesis.id(), status, reason),
                        sheets::close),
                "judge:" + hypothesis.id());
    }

    /** Asks for the counts of an experiment. */
    public void tried(Hypothesis hypothesis) {
        ExperimentForm form = new ExperimentForm(
                TEXTS.get("experiment.of", hypothesis.label()),
                (title, runs, failures, widened) -> model.tried(
                        hypothesis.id(), new Experiment(model.newId(), title.strip(), runs, failures, widened)),
                sheets::close);
        show("ExperimentForm.fxml", form, "experiment:" + hypothesis.id());
    }

    /** Asks for the counts of runs of a stage itself, then shows the stage again. */
    public void runs(Stage stage) {
        ExperimentForm form = new ExperimentForm(
                stage == Stage.VERIFY_FIX ? TEXTS.get("runs.fix") : TEXTS.get("runs.attempt"),
                (title, runs, failures, widened) -> {
                    boolean taken =
                            model.ran(stage, new Experiment(model.newId(), title.strip(), runs, failures, widened));
                    stage(stage);
                    return taken;
                },
                sheets::close);
        show("ExperimentForm.fxml", form, "runs:" + stage.name());
    }

    /** Asks for a new note on {@code range}. */
    public void note(TimeRange range) {
        NoteForm form = new NoteForm(
                TEXTS.get("note.new"), "", (text, taken) -> model.addNote(range, text, taken), sheets::close);
        show("NoteForm.fxml", form, "note");
    }

    /** Asks for the words of an arrow from one event to another. */
    public void arrow(EventRef from, EventRef to) {
        NoteForm form = new NoteForm(
                TEXTS.get("arrow.new"), "", (text, taken) -> model.addArrow(from, to, text, taken), sheets::close);
        show("NoteForm.fxml", form, "arrow");
    }

    /** Asks for a note's words anew. */
    public void reword(Note note) {
        NoteForm form = new NoteForm(
                TEXTS.get("note"),
                note.text(),
                (text, taken) -> taken.accept(model.rewordNote(note.id(), text)),
                sheets::close);
        show("NoteForm.fxml", form, "note:" + note.id());
    }

    /** Asks for the name of the case. */
    public void name() {
        show(
                new WordsSheet(
                        TEXTS.get("case.name"),
                        TEXTS.get("case.name.question"),
                        model.state().title(),
                        true,
                        text -> model.name(text.replace('\n', ' ')),
                        sheets::close),
                "title");
    }

    /** Asks for a question that has to be settled before any stage is complete. */
    public void ask() {
        show(
                new WordsSheet(
                        TEXTS.get("ask"),
                        TEXTS.get("ask.question"),
                        "",
                        false,
                        text -> {
                            questions.ask(text);
                            return true;
                        },
                        sheets::close),
                "question");
    }

    /** Asks what came of a question. */
    public void answer(Question question) {
        show(
                new WordsSheet(
                        question.text(),
                        TEXTS.get("answer.question"),
                        "",
                        false,
                        text -> questions.answer(question.id(), text),
                        sheets::close),
                "answer:" + question.id());
    }

    /** Shows a working example beside a broken one. */
    public void compare() {
        ComparisonView view = new ComparisonView(comparison, sheets::close);
        sheets.show(view, view.first());
    }

    /** Shows a stage: what it asks, what is missing, and the button that completes it. */
    public void stage(Stage stage) {
        StageSheet sheet = new StageSheet(model, questions, stage, new Doors(), sheets::close);
        FormDraft draft = new FormDraft(drafts, "stage:" + stage.name(), sheet.fields());
        sheet.begin(draft);
        sheets.show(sheet, sheet.first(), draft::closed);
    }

    private void show(WordsSheet sheet, String about) {
        FormDraft draft = new FormDraft(drafts, about, sheet.fields());
        sheet.begin(draft);
        sheets.show(sheet, sheet.first(), draft::closed);
    }

    private void show(String fxml, DraftedForm controller, String about) {
        URL url = Objects.requireNonNull(CaseForms.class.getResource(fxml), fxml);
        Parent form = Forms.loadWithTexts(url, controller);
        FormDraft draft = new FormDraft(drafts, about, controller.fields());
        controller.begin(draft);
        if (form instanceof Pane pane) {
            pane.getChildren().add(1, draft.notice());
        }
        sheets.show(form, controller.first(), draft::closed);
    }

    private final class Doors implements StageSheet.Doors {
        @Override
        public void runs(Stage stage) {
            CaseForms.this.runs(stage);
        }

        @Override
        public void compare() {
            CaseForms.this.compare();
        }

        @Override
        public void again(Stage stage) {
            stage(stage);
        }
    }
}
