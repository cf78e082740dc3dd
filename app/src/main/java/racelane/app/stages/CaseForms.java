package racelane.app.stages;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import racelane.app.drafts.Drafts;
import racelane.app.drafts.FormDraft;
import racelane.app.fx.Forms;
import racelane.app.fx.Sheets;
import racelane.model.investigation.Hypothesis;
import racelane.model.investigation.Note;
import racelane.model.investigation.Stage;
import racelane.model.time.TimeRange;

/** Opens the forms that edit the case. */
public final class CaseForms {
    private final CaseViewModel model;
    private final Sheets sheets;
    private final Drafts drafts;

    /** Creates the forms of a case. */
    public CaseForms(CaseViewModel model, Sheets sheets, Drafts drafts) {
        this.model = model;
        this.sheets = sheets;
        this.drafts = drafts;
    }

    /** Asks for a new hypothesis. */
    public void propose() {
        HypothesisForm form = new HypothesisForm(
                "New hypothesis " + model.state().nextLabel(),
                "",
                model.selectedWindowTitle(),
                model::propose,
                sheets::close);
        show("HypothesisForm.fxml", form, "hypothesis");
    }

    /** Asks for a hypothesis' words anew. */
    public void reword(Hypothesis hypothesis) {
        HypothesisForm form = new HypothesisForm(
                "Reword " + hypothesis.label(),
                hypothesis.statement(),
                "",
                (statement, linked) -> model.reword(hypothesis.id(), statement),
                sheets::close);
        show("HypothesisForm.fxml", form, "hypothesis:" + hypothesis.id());
    }

    /** Asks for the counts of an experiment. */
    public void tried(Hypothesis hypothesis) {
        ExperimentForm form = new ExperimentForm(
                "Experiment for " + hypothesis.label(),
                (title, runs, failures) -> model.tried(hypothesis.id(), title, runs, failures),
                sheets::close);
        show("ExperimentForm.fxml", form, "experiment:" + hypothesis.id());
    }

    /** Asks for a new note on {@code range}. */
    public void note(TimeRange range) {
        NoteForm form = new NoteForm("New note", "", (text, taken) -> model.addNote(range, text, taken), sheets::close);
        show("NoteForm.fxml", form, "note");
    }

    /** Asks for a note's words anew. */
    public void reword(Note note) {
        NoteForm form = new NoteForm(
                "Note", note.text(), (text, taken) -> taken.accept(model.rewordNote(note.id(), text)), sheets::close);
        show("NoteForm.fxml", form, "note:" + note.id());
    }

    /** Shows a stage: its words, what is missing, and the button that completes it. */
    public void stage(Stage stage) {
        StageForm form = new StageForm(model, stage, sheets::close);
        show("StageForm.fxml", form, "stage:" + stage.name());
    }

    private void show(String fxml, DraftedForm controller, String about) {
        URL url = Objects.requireNonNull(CaseForms.class.getResource(fxml), fxml);
        Parent form = Forms.load(url, controller);
        FormDraft draft = new FormDraft(drafts, about, controller.fields());
        controller.begin(draft);
        if (form instanceof Pane pane) {
            pane.getChildren().add(1, draft.notice());
        }
        sheets.show(form, controller.first(), draft::closed);
    }
}
