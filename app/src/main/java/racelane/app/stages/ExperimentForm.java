package racelane.app.stages;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/** The form of an experiment's counts. */
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class ExperimentForm extends DraftedForm {
    private static final int MANY = 1_000_000_000;

    @FXML
    private Label title;

    @FXML
    private TextField what;

    @FXML
    private TextField runs;

    @FXML
    private TextField failures;

    @FXML
    private Label wrong;

    @FXML
    private Button save;

    private final String heading;
    private final Done done;
    private final Runnable close;

    /** Takes the counts; tells whether the case has them. */
    interface Done {
        boolean accept(String title, int runs, int failures);
    }

    ExperimentForm(String heading, Done done, Runnable close) {
        this.heading = heading;
        this.done = done;
        this.close = close;
    }

    @FXML
    void initialize() {
        title.setText(heading);
        wrong.textProperty()
                .bind(Bindings.createStringBinding(this::fault, runs.textProperty(), failures.textProperty()));
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !fault().isEmpty()
                                || what.getText().isBlank()
                                || runs.getText().isBlank(),
                        what.textProperty(),
                        runs.textProperty(),
                        failures.textProperty()));
    }

    @Override
    Node first() {
        return what;
    }

    @Override
    Map<String, TextInputControl> fields() {
        return Map.of("what", what, "runs", runs, "failures", failures);
    }

    private String fault() {
        if (runs.getText().isBlank() && failures.getText().isBlank()) {
            return "";
        }
        int all = count(runs.getText());
        int failed = failures.getText().isBlank() ? 0 : count(failures.getText());
        if (all < 0 || failed < 0) {
            return "Counts are whole numbers from 0";
        }
        return failed > all ? "There cannot be more failures than runs" : "";
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text.strip());
            return count > MANY ? -1 : count;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @FXML
    void save() {
        if (!save.isDisabled()) {
            int failed = failures.getText().isBlank() ? 0 : count(failures.getText());
            close.run();
            saved(done.accept(what.getText(), count(runs.getText()), failed));
        }
    }

    @FXML
    void cancel() {
        close.run();
    }
}
