package racelane.app.stages;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/** The form of a note's words. */
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class NoteForm {
    @FXML
    private Label title;

    @FXML
    private TextArea words;

    @FXML
    private Button save;

    private final String heading;
    private final String text;
    private final Consumer<String> done;
    private final Runnable close;

    NoteForm(String heading, String text, Consumer<String> done, Runnable close) {
        this.heading = heading;
        this.text = text;
        this.done = done;
        this.close = close;
    }

    @FXML
    void initialize() {
        title.setText(heading);
        words.setText(text);
        save.disableProperty().bind(words.textProperty().map(String::isBlank));
        FormKeys.install(words, this::save);
    }

    Node first() {
        return words;
    }

    @FXML
    void save() {
        if (!words.getText().isBlank()) {
            close.run();
            done.accept(words.getText());
        }
    }

    @FXML
    void cancel() {
        close.run();
    }
}
