package racelane.model.investigation.file;

import java.util.List;
import racelane.model.investigation.History;

/**
 * What a case file says, read without opening it for edits.
 *
 * @param history all edits that could be read
 * @param damages what could not be read, one line each; empty when all is well
 */
public record SavedCase(History history, List<String> damages) {
    /** Copies the list. */
    public SavedCase {
        damages = List.copyOf(damages);
    }
}
