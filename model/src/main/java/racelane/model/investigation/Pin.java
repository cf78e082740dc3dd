package racelane.model.investigation;

import java.util.List;
import racelane.model.time.TimeRange;

/**
 * A piece of evidence that the user put aside.
 *
 * @param id its name in the edits
 * @param kind {@code window}, {@code event} or {@code range}; a newer version may write others
 * @param ref the id of the window; empty for other kinds
 * @param title one line for lists
 * @param anchors the events that it consists of; may be empty
 * @param range where it lies, ns since the epoch on the trace's clock
 */
public record Pin(String id, String kind, String ref, String title, List<Anchor> anchors, TimeRange range) {
    /** Copies the list. */
    public Pin {
        anchors = List.copyOf(anchors);
    }
}
