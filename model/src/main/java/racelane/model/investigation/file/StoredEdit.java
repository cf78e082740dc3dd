package racelane.model.investigation.file;

import org.jspecify.annotations.Nullable;
import racelane.model.investigation.EditRecord;

/**
 * An edit as it stands in the file.
 *
 * @param record what this version understands of it
 * @param line its bytes with the newline, when the line says more than {@code record} does; never changed
 */
record StoredEdit(EditRecord record, byte @Nullable [] line) implements LineContent {
    /** Returns the bytes to write, the newline included. */
    byte[] bytes() {
        return line == null ? EditEncoder.encode(record) : line;
    }
}
