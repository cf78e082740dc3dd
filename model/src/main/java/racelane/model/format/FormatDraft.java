package racelane.model.format;

import java.util.List;

/**
 * A layout made from a sample line.
 *
 * @param layout what to write behind {@code line:}; empty when none can be made
 * @param marks the parts of the sample line that it names
 * @param problem why none can be made, or what to look at; empty when all is well
 */
public record FormatDraft(String layout, List<FieldMark> marks, String problem) {
    /** Copies the list. */
    public FormatDraft {
        marks = List.copyOf(marks);
    }
}
