package racelane.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import racelane.app.fx.Texts;

/** Who this is, which versions it runs on, and whose work it contains under which licences. */
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class AboutForm {
    private static final Texts TEXTS = Texts.of(AboutForm.class);

    @FXML
    private Label version;

    @FXML
    private Label platform;

    @FXML
    private TextArea licences;

    private final String product;
    private final Consumer<String> copy;
    private final Runnable close;

    AboutForm(String product, Consumer<String> copy, Runnable close) {
        this.product = product;
        this.copy = copy;
        this.close = close;
    }

    @FXML
    void initialize() {
        version.setText(product);
        platform.setText(
                "Java " + Runtime.version() + " · JavaFX " + System.getProperty("javafx.runtime.version") + " · "
                        + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        licences.setText(notices());
    }

    @FXML
    void copy() {
        copy.accept(version.getText() + "\n" + platform.getText());
    }

    @FXML
    void close() {
        close.run();
    }

    private static String notices() {
        try (InputStream in = AboutForm.class.getResourceAsStream("licences.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return TEXTS.get("about.unreadable", String.valueOf(e.getMessage()));
        }
    }
}
