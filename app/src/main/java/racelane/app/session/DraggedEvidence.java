package racelane.app.session;

import java.util.Optional;
import racelane.app.fx.LinkDrag;

/** What can be dragged onto a hypothesis, as a row of a list says it and a hypothesis reads it. */
public final class DraggedEvidence {
    private static final String PIN = "pin";
    private static final String WINDOW = "window";

    private DraggedEvidence() {}

    /** Returns the words that carry a pin. */
    public static String pin(String id) {
        return LinkDrag.words(PIN, id);
    }

    /** Returns the words that carry a window, which is pinned when it is dropped. */
    public static String window(String id) {
        return LinkDrag.words(WINDOW, id);
    }

    /** Returns the id of the pin that {@code words} carry. */
    public static Optional<String> pinIn(String words) {
        return LinkDrag.id(PIN, words);
    }

    /** Returns the id of the window that {@code words} carry. */
    public static Optional<String> windowIn(String words) {
        return LinkDrag.id(WINDOW, words);
    }
}
