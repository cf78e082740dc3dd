package racelane.app.state;

import racelane.model.event.EventRef;

/**
 * One thing known of a key, in words.
 *
 * @param key the key; empty below its first row
 * @param field the attribute, or {@code last operation}
 * @param value what it was last seen to be
 * @param since how long ago that was
 * @param lane who said so
 * @param changed whether that was the last moment at which anything changed
 * @param event the event that says so
 */
public record KeyRow(
        String key, String field, String value, String since, String lane, boolean changed, EventRef event) {}
