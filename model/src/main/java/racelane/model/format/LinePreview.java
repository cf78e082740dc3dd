package racelane.model.format;

import java.util.List;

/**
 * What a format makes of one line.
 *
 * @param kind what the line is
 * @param clause the line of the format file that took it, from 1; 0 when none did
 * @param fields its fields from left to right
 * @param time its instant as ISO-8601 UTC, empty when it is no entry
 * @param problem why it is rejected, empty when it is not
 */
public record LinePreview(Kind kind, int clause, List<FieldMark> fields, String time, String problem) {
    /** What a line is. */
    public enum Kind {
        /** It starts an entry. */
        ENTRY,
        /** It belongs to the entry above. */
        CONTINUATION,
        /** Nothing is on it. */
        BLANK,
        /** It stands before the first entry, or looks as if it started an entry of another shape. */
        UNMATCHED,
        /** It looks like an entry but cannot be read. */
        REJECTED
    }

    /** Copies the list. */
    public LinePreview {
        fields = List.copyOf(fields);
    }
}
