package racelane.model.investigation;

import java.time.Instant;
import java.util.Comparator;

/**
 * One edit with who made it and when. Never changed, never removed: taking it back is another record.
 *
 * @param id its name
 * @param at when; never before any record that its writer knew
 * @param author who
 * @param edit what
 */
public record EditRecord(EditId id, Instant at, String author, Edit edit) {
    /** The order in which edits count, wherever their lines stand in a file: by time, then writer, then counter. */
    public static final Comparator<EditRecord> ORDER = EditRecord::compare;

    private static int compare(EditRecord one, EditRecord other) {
        int byTime = one.at.compareTo(other.at);
        int byWriter = byTime == 0 ? one.id.writer().compareTo(other.id.writer()) : byTime;
        return byWriter == 0 ? Long.compare(one.id.counter(), other.id.counter()) : byWriter;
    }
}
