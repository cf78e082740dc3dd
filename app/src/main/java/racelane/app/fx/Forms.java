package racelane.app.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads the static forms, whose shape stands in FXML files that are part of the program. */
public final class Forms {
    private Forms() {}

    /**
     * Loads a form.
     *
     * @param fxml the file, from {@code getResource} of the class beside which it lies
     * @param controller its controller
     */
    public static Parent load(URL fxml, Object controller) {
        FXMLLoader loader = new FXMLLoader(fxml);
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("a form of the program itself cannot be read: " + fxml, e);
        }
    }
}
