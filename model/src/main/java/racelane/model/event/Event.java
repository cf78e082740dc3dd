package racelane.model.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import racelane.model.source.Source;

/**
 * One event, copied out of the columns for those who look at few: details, patterns, exporters, tests.
 *
 * @param ref where it lies
 * @param kind what it is
 * @param lane whose it is
 * @param start ns since the epoch on the reference clock
 * @param end ns since the epoch on the reference clock; equals {@code start} for an instant
 * @param name the operation
 * @param key the contended thing, or null
 * @param attributes further fields in file order
 * @param source where it comes from
 * @param origin line or record number of its start, from 1
 * @param endOrigin line or record number of its end, 0 when the start says it all
 */
public record Event(
        EventRef ref,
        EventKind kind,
        Lane lane,
        long start,
        long end,
        String name,
        @Nullable String key,
        Map<String, String> attributes,
        Source source,
        int origin,
        int endOrigin) {
    /** Returns the length in ns. */
    public long duration() {
        return end - start;
    }
}
