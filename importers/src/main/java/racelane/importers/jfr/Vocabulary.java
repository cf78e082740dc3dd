package racelane.importers.jfr;

import java.util.HashMap;
import java.util.Map;
import racelane.model.event.EventSink;

/**
 * The values one field has had so far. Only the first {@code limit} different ones become words of the trace: a field that
 * differs from event to event belongs into the event's text and not into memory.
 */
final class Vocabulary {
    /** Longer values are never words. */
    private static final int MAX_LENGTH = 256;

    private final EventSink sink;
    private final int limit;
    private final Map<String, Integer> ids = new HashMap<>();

    Vocabulary(EventSink sink, int limit) {
        this.sink = sink;
        this.limit = limit;
    }

    /** Returns the word id of {@code value}, or {@link EventSink#NONE} when it is left to the text. */
    int word(String value) {
        Integer known = ids.get(value);
        if (known != null) {
            return known;
        }
        if (ids.size() >= limit || value.isEmpty() || value.length() > MAX_LENGTH) {
            return EventSink.NONE;
        }
        int id = sink.word(value);
        ids.put(value, id);
        return id;
    }
}
