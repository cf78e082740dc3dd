package racelane.app.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** Who this is, and which versions it runs on. */
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class AboutForm {
    @FXML
    private Label version;

    @FXML
    private Label platform;

    private final String product;
    private final Runnable close;

    AboutForm(String product, Runnable close) {
        this.product = product;
        this.close = close;
    }

    @FXML
    void initialize() {
        version.setText(product);
        platform.setText("Java " + Runtime.version() + ", JavaFX " + System.getProperty("javafx.runtime.version") + ", "
                + System.getProperty("os.name"));
    }

    @FXML
    void close() {
        close.run();
    }
}
