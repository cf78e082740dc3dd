package racelane.app.stages;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import racelane.app.fx.Forms;
import racelane.app.fx.Sheets;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.Hypothesis;
import racelane.model.investigation.Note;
import racelane.model.investigation.Stage;
import racelane.model.time.TimeRange;

/** Opens the forms that edit the case. */
public final class CaseForms {
    private final CaseViewModel model;
    private final Sheets sheets;

    /** Creates the forms of a case. */
    public CaseForms(CaseViewModel model, Sheets sheets) {
        this.model = model;
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

    /** Asks for the counts of an experiment. */
    public void tried(Hypothesis hypothesis) {
        ExperimentForm form = new ExperimentForm(
                "Experiment for " + hypothesis.label(),
                (title, runs, failures, widened) -> model.tried(
                        hypothesis.id(), new Experiment(model.newId(), title.strip(), runs, failures, widened)),
                sheets::close);
        show("ExperimentForm.fxml", form, form::first);
    }

    /** Asks for the counts of runs that belong to a stage itself: attempts to reproduce, runs before and after the fix. */
    public void ran(Stage stage) {
        ExperimentForm form = new ExperimentForm(
                "Runs for " + stage.title(),
                (title, runs, failures, widened) ->
                        model.ran(stage, new Experiment(model.newId(), title.strip(), runs, failures, widened)),
                sheets::close);
        show("ExperimentForm.fxml", form, form::first);
    }

    /** Asks for a new note on {@code range}. */
    public void note(TimeRange range) {
        NoteForm form = new NoteForm("New note", "", text -> model.addNote(range, text), sheets::close);
        show("NoteForm.fxml", form, form::first);
    }

    /** Asks for a note's words anew. */
    public void reword(Note note) {
        NoteForm form = new NoteForm("Note", note.text(), text -> model.rewordNote(note.id(), text), sheets::close);
        show("NoteForm.fxml", form, form::first);
    }

    /** Shows a stage: its words, what is missing, and the button that completes it. */
    public void stage(Stage stage) {
        StageForm form = new StageForm(model, stage, sheets::close, () -> ran(stage));
        show("StageForm.fxml", form, form::first);
    }

    private void show(String fxml, Object controller, java.util.function.Supplier<Node> first) {
        URL url = Objects.requireNonNull(CaseForms.class.getResource(fxml), fxml);
        Parent form = Forms.load(url, controller);
        sheets.show(form, first.get());
    }
}
