package racelane.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racelane.app.theme.Fonts;

/** Makes the shipped fonts known to JavaFX, so that every machine shows the same window. */
final class WindowFonts {
    private static final Logger LOG = LoggerFactory.getLogger(WindowFonts.class);
    private static final List<String> FILES = List.of(
            "Inter-Regular.otf",
            "Inter-Medium.otf",
            "Inter-SemiBold.otf",
            "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Medium.ttf");

    private WindowFonts() {}

    /** Loads the fonts; one that cannot be loaded leaves the system's in its place. */
    static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
                if (in == null || Font.loadFont(in, 12) == null) {
                    LOG.warn("the font {} cannot be used; the system's takes its place", file);
                }
            } catch (IOException e) {
                LOG.warn("the font {} cannot be read: {}", file, e.getMessage());
            }
        }
    }
}
