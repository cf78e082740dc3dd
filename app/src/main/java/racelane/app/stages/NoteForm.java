package racelane.app.stages;

import java.util.Map;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;

/** The form of a note's words. */
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class NoteForm extends DraftedForm {
    @FXML
    private Label title;

    @FXML
    private TextArea words;

    @FXML
    private Button save;

    private final String heading;
    private final String text;
    private final Done done;
    private final Runnable close;

    /** Takes the words, and tells {@code taken} once the case has them. */
    interface Done {
        void accept(String text, Consumer<Boolean> taken);
    }

    NoteForm(String heading, String text, Done done, Runnable close) {
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

    @Override
    Node first() {
        return words;
    }

    @Override
    Map<String, TextInputControl> fields() {
        return Map.of("words", words);
    }

    @FXML
    void save() {
        if (!words.getText().isBlank()) {
            close.run();
            done.accept(words.getText(), this::saved);
        }
    }

    @FXML
    void cancel() {
        close.run();
    }
}
