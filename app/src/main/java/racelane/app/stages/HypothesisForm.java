package racelane.app.stages;

import java.util.Map;
import java.util.function.BiPredicate;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;

/** The form of a hypothesis' statement. */
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class HypothesisForm extends DraftedForm {
    private static final Texts TEXTS = Texts.of(HypothesisForm.class);

    @FXML
    private Label title;

    @FXML
    private TextArea statement;

    @FXML
    private CheckBox link;

    @FXML
    private Button save;

    private final String heading;
    private final String text;
    private final String window;
    private final BiPredicate<String, Boolean> done;
    private final Runnable close;

    HypothesisForm(String heading, String text, String window, BiPredicate<String, Boolean> done, Runnable close) {
        this.heading = heading;
        this.text = text;
        this.window = window;
        this.done = done;
        this.close = close;
    }

    @FXML
    void initialize() {
        title.setText(heading);
        statement.setText(text);
        link.setText(TEXTS.get("hypothesis.link", window));
        link.setSelected(!window.isEmpty());
        Nodes.show(link, !window.isEmpty());
        save.disableProperty().bind(statement.textProperty().map(String::isBlank));
        FormKeys.install(statement, this::save);
    }

    @Override
    Node first() {
        return statement;
    }

    @Override
    Map<String, TextInputControl> fields() {
        return Map.of("statement", statement);
    }

    @FXML
    void save() {
        if (!statement.getText().isBlank()) {
            close.run();
            saved(done.test(statement.getText(), link.isSelected()));
        }
    }

    @FXML
    void cancel() {
        close.run();
    }
}
