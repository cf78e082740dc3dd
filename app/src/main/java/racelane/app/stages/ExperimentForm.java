package racelane.app.stages;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import racelane.app.fx.Texts;
import racelane.model.time.DurationText;

/** The form of an experiment's counts. */
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class ExperimentForm extends DraftedForm {
    private static final Texts TEXTS = Texts.of(ExperimentForm.class);

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
    private TextField widened;

    @FXML
    private Label wrong;

    @FXML
    private Button save;

    private final String heading;
    private final Done done;
    private final Runnable close;

    /** Takes the counts; tells whether the case has them. */
    interface Done {
        boolean accept(String title, int runs, int failures, long widened);
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
                .bind(Bindings.createStringBinding(
                        this::fault, runs.textProperty(), failures.textProperty(), widened.textProperty()));
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !fault().isEmpty()
                                || what.getText().isBlank()
                                || runs.getText().isBlank(),
                        what.textProperty(),
                        runs.textProperty(),
                        failures.textProperty(),
                        widened.textProperty()));
    }

    @Override
    Node first() {
        return what;
    }

    @Override
    Map<String, TextInputControl> fields() {
        return Map.of("what", what, "runs", runs, "failures", failures, "widened", widened);
    }

    private String fault() {
        if (nanos() < 0) {
            return TEXTS.get("experiment.widened.wrong");
        }
        if (runs.getText().isBlank() && failures.getText().isBlank()) {
            return "";
        }
        int all = count(runs.getText());
        int failed = failures.getText().isBlank() ? 0 : count(failures.getText());
        if (all < 0 || failed < 0) {
            return TEXTS.get("experiment.counts.wrong");
        }
        return failed > all ? TEXTS.get("experiment.failed.wrong") : "";
    }

    /** Returns the widening in ns, 0 when nothing is said, -1 when it cannot be read. */
    private long nanos() {
        try {
            return widened.getText().isBlank() ? 0 : DurationText.parse(widened.getText());
        } catch (IllegalArgumentException e) {
            return -1;
        }
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
            long extra = nanos();
            close.run();
            saved(done.accept(what.getText(), count(runs.getText()), failed, extra));
        }
    }

    @FXML
    void cancel() {
        close.run();
    }
}
