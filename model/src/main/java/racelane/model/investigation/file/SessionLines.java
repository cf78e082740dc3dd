package racelane.model.investigation.file;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import racelane.model.investigation.EditId;

/**
 * The lines of a file that are not edits: its header, and who came and went.
 *
 * @param session the name of the case over all its copies
 * @param writer the name of this opening
 * @param author who edits
 * @param clock tells when
 */
record SessionLines(String session, String writer, String author, InstantSource clock) {
    byte[] header() {
        return EditEncoder.header(session, now());
    }

    /** Its counter is 0, so that edits count from 1. */
    byte[] opened() {
        return EditEncoder.session(new EditId(writer, 0), now(), author, "opened");
    }

    /**
     * Returns the line that ends this opening.
     *
     * @param counter one more than that of the last edit
     */
    byte[] closed(long counter) {
        return EditEncoder.session(new EditId(writer, counter), now(), author, "closed");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
