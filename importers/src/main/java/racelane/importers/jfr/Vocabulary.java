package racelane.importers.jfr;

import java.util.HashMap;
import java.util.Map;
import racelane.importers.io.ValueBudget;
import racelane.model.event.EventSink;

/** The values one field has had so far; those that the source's budget refuses are left to the event's text. */
final class Vocabulary {
    private final EventSink sink;
    private final ValueBudget.Attribute allowed;
    private final Map<String, Integer> ids = new HashMap<>();

    Vocabulary(EventSink sink, ValueBudget.Attribute allowed) {
        this.sink = sink;
        this.allowed = allowed;
    }

    /** Returns the word id of {@code value}, or {@link EventSink#NONE} when it is left to the text. */
    int word(String value) {
        Integer known = ids.get(value);
        if (known != null) {
            return known;
        }
        if (value.isEmpty() || !allowed.test(value.length())) {
            return EventSink.NONE;
        }
        int id = sink.word(value);
        ids.put(value, id);
        return id;
    }
}
