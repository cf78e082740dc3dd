package racelane.model.investigation.file;

import java.util.ArrayList;
import java.util.List;
import racelane.model.investigation.EditRecord;

/**
 * What the bytes of a case file say.
 *
 * @param version the version of the format in its header; 0 without a readable header
 * @param session the name of the case in its header; empty without a readable header
 * @param edits all that could be read, in the order of the file, each id once
 * @param damages what could not be read, one line each
 * @param length how many bytes were read
 * @param tail where the torn end begins; {@code length} when there is none
 * @param endsLine whether the readable part ends with a newline
 * @param closedCleanly whether the last opening was closed
 */
record CaseContents(
        int version,
        String session,
        List<StoredEdit> edits,
        List<String> damages,
        long length,
        long tail,
        boolean endsLine,
        boolean closedCleanly) {
    /** Returns what this version understands of the edits, in the order of the file. */
    List<EditRecord> records() {
        List<EditRecord> records = new ArrayList<>(edits.size());
        for (StoredEdit each : edits) {
            records.add(each.record());
        }
        return records;
    }

    /** Tells whether nothing at all could be read. */
    boolean isBlank() {
        return version == 0 && edits.isEmpty() && tail == 0;
    }

    /** Returns the same contents where the torn end is left in the file. */
    CaseContents keepingTail() {
        return new CaseContents(version, session, edits, damages, length, length, false, closedCleanly);
    }
}
