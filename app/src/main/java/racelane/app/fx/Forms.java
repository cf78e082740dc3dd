package racelane.app.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Loads the static forms, whose shape stands in FXML files that are part of the program. */
public final class Forms {
    private Forms() {}

    /**
     * Loads a form whose texts stand in a bundle: {@code %name} in the file.
     *
     * @param fxml the file, from {@code getResource} of the class beside which it lies
     * @param controller its controller, whose package has the texts
     */
    public static Parent loadWithTexts(URL fxml, Object controller) {
        return load(fxml, controller, Texts.of(controller.getClass()));
    }

    /**
     * Loads a form.
     *
     * @param fxml the file, from {@code getResource} of the class beside which it lies
     * @param controller its controller
     */
    public static Parent load(URL fxml, Object controller) {
        return load(fxml, controller, null);
    }

    private static Parent load(URL fxml, Object controller, @Nullable Texts texts) {
        FXMLLoader loader = new FXMLLoader(fxml, texts == null ? null : texts.asBundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("a form of the program itself cannot be read: " + fxml, e);
        }
    }
}
