package racelane.model.investigation.file;

import java.util.List;
import racelane.model.investigation.History;

/**
 * A case file that was opened.
 *
 * @param file the file; takes edits unless {@code readOnly}
 * @param history all edits that could be read
 * @param damages what could not be read or had to be repaired, one line each with the line number; empty when all is well
 * @param readOnly whether somebody else holds the file, or it cannot be written
 * @param heldBy who holds it, for people; empty when nobody does
 * @param closedCleanly whether the last opening ended with a close and not with a crash
 */
public record Opened(
        InvestigationFile file,
        History history,
        List<String> damages,
        boolean readOnly,
        String heldBy,
        boolean closedCleanly) {
    /** Copies the list. */
    public Opened {
        damages = List.copyOf(damages);
    }
}
