package racelane.importers.jfr;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.CappedWords;
import racelane.model.event.LaneName;

/**
 * How the events of one type are imported.
 *
 * @param name word id of the type's short name
 * @param kind what its events are
 * @param home the lane of events without a thread; made only when there is one
 * @param key where their key comes from
 * @param operation the field that names the operation, or null when the type's name does
 * @param thread the field that names the thread, or null when no thread owns such events
 * @param lasts whether its events have a duration
 * @param fields the fields that become attributes
 */
record TypePlan(
        int name,
        Kind kind,
        LaneName home,
        KeyRule key,
        @Nullable Attribute operation,
        @Nullable String thread,
        boolean lasts,
        List<Attribute> fields) {
    /** What the events of a type are. */
    enum Kind {
        /** An instant, or a span when it has a duration. */
        PLAIN,
        /** The thread waits for the length of it. */
        WAIT,
        /** A sample of values. */
        COUNTER
    }

    /**
     * A field that becomes an attribute.
     *
     * @param field the field's name
     * @param word its word id
     * @param values its values so far
     */
    record Attribute(String field, int word, CappedWords.Values values) {}
}
