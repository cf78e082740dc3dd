package racelane.app.stages;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import racelane.app.fx.Forms;
import racelane.app.fx.Sheets;
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
    private final CaseViewModel model;
    private final QuestionsViewModel questions;
    private final ComparisonViewModel comparison;
    private final Sheets sheets;

    /** Creates the forms of a case. */
    public CaseForms(CaseViewModel model, QuestionsViewModel questions, ComparisonViewModel comparison, Sheets sheets) {
        this.model = model;
        this.questions = questions;
        this.comparison = comparison;
        this.sheets = sheets;
    }

    /** Asks for a new hypothesis. */
    public void propose() {
        HypothesisForm form = new HypothesisForm(
                "New hypothesis " + model.state().nextLabel(),
                "",
                model.selectedWindowTitle(),
                (statement, linked) -> model.propose(statement, linked),
                sheets::close);
        show("HypothesisForm.fxml", form, form::first);
    }

    /** Asks for a hypothesis' words anew. */
    public void reword(Hypothesis hypothesis) {
        HypothesisForm form = new HypothesisForm(
                "Reword " + hypothesis.label(),
                hypothesis.statement(),
                "",
                (statement, linked) -> model.reword(hypothesis.id(), statement),
                sheets::close);
        show("HypothesisForm.fxml", form, form::first);
    }

    /** Asks what must be seen if a hypothesis holds. */
    public void predict(Hypothesis hypothesis) {
        show(new WordsSheet(
                hypothesis.label() + ": " + hypothesis.statement(),
                "What must be seen if it holds, and what if it does not?",
                hypothesis.prediction(),
                true,
                text -> model.predict(hypothesis.id(), text),
                sheets::close));
    }

    /** Asks why a hypothesis is judged so, and judges it. Taking it up again needs no reason. */
    public void judge(Hypothesis hypothesis, HypothesisStatus status) {
        if (status == HypothesisStatus.OPEN) {
            model.judge(hypothesis.id(), status, "");
            return;
        }
        String question = switch (status) {
            case REFUTED -> "What ruled it out?";
            case CONFIRMED -> "Which experiment proves it?";
            case SUPPORTED, OPEN -> "What speaks for it?";
        };
        show(new WordsSheet(
                hypothesis.label() + " is " + EditText.word(status),
                question,
                hypothesis.reason(),
                status != HypothesisStatus.REFUTED,
                reason -> model.judge(hypothesis.id(), status, reason),
                sheets::close));
    }

    /** Asks for the counts of an experiment. */
    public void tried(Hypothesis hypothesis) {
        ExperimentForm form = new ExperimentForm(
                "Experiment for " + hypothesis.label(),
                (title, runs, failures, widened) -> model.tried(
                        hypothesis.id(), new Experiment(model.newId(), title.strip(), runs, failures, widened)),
                sheets::close);
        show("ExperimentForm.fxml", form, form::first);
    }

    /** Asks for the counts of runs of a stage itself, then shows the stage again. */
    public void runs(Stage stage) {
        ExperimentForm form = new ExperimentForm(
                stage == Stage.VERIFY_FIX ? "Runs before or after the fix" : "Attempt to reproduce it",
                (title, runs, failures, widened) -> {
                    model.ran(stage, new Experiment(model.newId(), title.strip(), runs, failures, widened));
                    stage(stage);
                },
                sheets::close);
        show("ExperimentForm.fxml", form, form::first);
    }

    /** Asks for a new note on {@code range}. */
    public void note(TimeRange range) {
        NoteForm form = new NoteForm("New note", "", text -> model.addNote(range, text, taken -> {}), sheets::close);
        show("NoteForm.fxml", form, form::first);
    }

    /** Asks for the words of an arrow from one event to another. */
    public void arrow(EventRef from, EventRef to) {
        NoteForm form =
                new NoteForm("New arrow", "", text -> model.addArrow(from, to, text, taken -> {}), sheets::close);
        show("NoteForm.fxml", form, form::first);
    }

    /** Asks for a note's words anew. */
    public void reword(Note note) {
        NoteForm form = new NoteForm("Note", note.text(), text -> model.rewordNote(note.id(), text), sheets::close);
        show("NoteForm.fxml", form, form::first);
    }

    /** Asks for the name of the case. */
    public void name() {
        show(new WordsSheet(
                "Name of the case",
                "What is it about? One line",
                model.state().title(),
                true,
                text -> model.name(text.replace('\n', ' ')),
                sheets::close));
    }

    /** Asks for a question that has to be settled before any stage is complete. */
    public void ask() {
        show(new WordsSheet(
                "Ask before going on",
                "What has to be settled before any stage can be completed?",
                "",
                false,
                text -> {
                    questions.ask(text);
                    return true;
                },
                sheets::close));
    }

    /** Asks what came of a question. */
    public void answer(Question question) {
        show(new WordsSheet(
                question.text(),
                "What came of it?",
                "",
                false,
                text -> questions.answer(question.id(), text),
                sheets::close));
    }

    /** Shows a working example beside a broken one. */
    public void compare() {
        ComparisonView view = new ComparisonView(comparison, sheets::close);
        sheets.show(view, view.first());
    }

    /** Shows a stage: what it asks, what is missing, and the button that completes it. */
    public void stage(Stage stage) {
        StageSheet sheet = new StageSheet(model, questions, stage, new Doors(), sheets::close);
        sheets.show(sheet, sheet.first());
    }

    private void show(WordsSheet sheet) {
        sheets.show(sheet, sheet.first());
    }

    private void show(String fxml, Object controller, java.util.function.Supplier<Node> first) {
        URL url = Objects.requireNonNull(CaseForms.class.getResource(fxml), fxml);
        Parent form = Forms.load(url, controller);
        sheets.show(form, first.get());
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
