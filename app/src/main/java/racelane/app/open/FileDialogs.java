package racelane.app.open;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for files. JavaFX thread. */
public interface FileDialogs {
    /** Returns the files to open, sources or a case; empty when the user thought better of it. */
    List<Path> open(String title);

    /**
     * Returns where to save.
     *
     * @param suggested the name to begin with, with its ending
     * @param kind what it is, for the list of kinds: {@code PNG picture}
     * @param endings the endings that fit, without the dot; the first is the usual one
     */
    Optional<Path> save(String title, String suggested, String kind, List<String> endings);

    /** Returns a folder to write several files into; empty where there is no such dialog. */
    default Optional<Path> folder(String title) {
        return Optional.empty();
    }
}
