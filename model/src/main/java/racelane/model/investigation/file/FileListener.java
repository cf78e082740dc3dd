package racelane.model.investigation.file;

import java.util.List;
import racelane.model.investigation.EditRecord;

/** Learns what becomes of a case file. Called on the writer thread; implementations return at once and never throw. */
public interface FileListener {
    /**
     * Everything up to here survives a crash.
     *
     * @param edits how many of the edits appended in this opening are on the disk
     */
    default void durable(long edits) {}

    /**
     * Writing failed. Nothing is lost: the edits wait in memory, and the writer tries again by itself and at {@link
     * InvestigationFile#retry()}.
     *
     * @param message one line that names the file, the fault and a cure
     * @param waiting how many edits are not on the disk
     */
    default void failed(String message, long waiting) {}

    /**
     * Somebody else wrote to the file: a colleague over a share, git, a sync program.
     *
     * @param records their edits, to be given to {@link racelane.model.investigation.History#merge}
     */
    default void foreign(List<EditRecord> records) {}

    /**
     * Something was found damaged or repaired while the case was open.
     *
     * @param message one line
     */
    default void damaged(String message) {}

    /** Returns a listener that does nothing. */
    static FileListener none() {
        return new FileListener() {};
    }
}
