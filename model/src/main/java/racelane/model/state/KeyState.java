package racelane.model.state;

import java.util.List;
import racelane.model.event.EventRef;

/**
 * What is known of a key at an instant.
 *
 * @param key the contended thing
 * @param last the event of it that began or ended last
 * @param since when it did, ns since the epoch
 * @param changed whether that is the last moment at which anything changed anywhere
 * @param fields the last value of each attribute that its events carry, the newest first
 */
public record KeyState(String key, EventRef last, long since, boolean changed, List<FieldState> fields) {
    /** Copies the list. */
    public KeyState {
        fields = List.copyOf(fields);
    }

    /**
     * The last value of one attribute.
     *
     * @param name what it is
     * @param value what it was last seen to be
     * @param by the event that says so
     * @param since when that was, ns since the epoch
     * @param changed whether that is the last moment at which anything changed anywhere
     */
    public record FieldState(String name, String value, EventRef by, long since, boolean changed) {}
}
