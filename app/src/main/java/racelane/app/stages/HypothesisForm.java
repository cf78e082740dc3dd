package racelane.app.stages;

import java.util.function.BiConsumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import racelane.app.fx.Nodes;

/** The form of a hypothesis' statement. */
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class HypothesisForm {
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
    private final BiConsumer<String, Boolean> done;
    private final Runnable close;

    HypothesisForm(String heading, String text, String window, BiConsumer<String, Boolean> done, Runnable close) {
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
        link.setText("Link the selected window: " + window);
        link.setSelected(!window.isEmpty());
        Nodes.show(link, !window.isEmpty());
        save.disableProperty().bind(statement.textProperty().map(String::isBlank));
        FormKeys.install(statement, this::save);
    }

    Node first() {
        return statement;
    }

    @FXML
    void save() {
        if (!statement.getText().isBlank()) {
            close.run();
            done.accept(statement.getText(), link.isSelected());
        }
    }

    @FXML
    void cancel() {
        close.run();
    }
}
