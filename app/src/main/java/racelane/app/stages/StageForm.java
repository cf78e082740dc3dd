package racelane.app.stages;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import racelane.app.fx.Nodes;
import racelane.model.investigation.Stage;
import racelane.model.investigation.StageStatus;

/** The form of a stage: its words, what is missing before it is complete, and the button that completes it. */
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class StageForm extends DraftedForm {
    @FXML
    private Label title;

    @FXML
    private Label line;

    @FXML
    private Label question;

    @FXML
    private TextArea words;

    @FXML
    private Label missing;

    @FXML
    private Button complete;

    private final CaseViewModel model;
    private final Stage stage;
    private final Runnable close;

    StageForm(CaseViewModel model, Stage stage, Runnable close) {
        this.model = model;
        this.stage = stage;
        this.close = close;
    }

    @FXML
    void initialize() {
        title.setText((stage.ordinal() + 1) + "  " + stage.title());
        line.setText(model.line(stage));
        question.setText(question());
        words.setText(model.state().text(stage));
        String lacking = model.state().missing(stage).orElse("");
        missing.setText("Still missing: " + lacking);
        Nodes.show(missing, !lacking.isEmpty());
        complete.setText(
                switch (model.state().status(stage)) {
                    case COMPLETE -> "Reopen";
                    case OUTDATED -> "Confirm again";
                    case NOT_STARTED, IN_PROGRESS -> "Mark complete";
                });
    }

    @Override
    Node first() {
        return words;
    }

    @Override
    Map<String, TextInputControl> fields() {
        return Map.of("words", words);
    }

    private String question() {
        return switch (stage) {
            case COLLECT_EVIDENCE -> "What was expected, what happened, how often? What changed lately?";
            case ISOLATE_VARIABLES ->
                "Where does it work, where does it fail, and what is different? What was ruled out?";
            case TEST_HYPOTHESES -> "What must be seen if a hypothesis holds, and how is it tried?";
            case VERIFY_FIX -> "What was changed, what do the runs after it prove, what keeps it from coming back?";
        };
    }

    @FXML
    void save() {
        close.run();
        saved(model.write(stage, words.getText()));
    }

    @FXML
    void complete() {
        saved(model.write(stage, words.getText()));
        if (model.state().status(stage) == StageStatus.COMPLETE) {
            model.reopen(stage);
            close.run();
        } else if (model.complete(stage)) {
            close.run();
        } else {
            initialize();
        }
    }

    @FXML
    void cancel() {
        close.run();
    }
}
