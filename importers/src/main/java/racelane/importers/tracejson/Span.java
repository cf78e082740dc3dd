package racelane.importers.tracejson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One span of distributed tracing as it was read, before it is known whose it is. */
final class Span {
    final int origin;
    String name = "";
    String trace = "";
    String service = "";
    String processId = "";
    String kind = "";
    long start = Decimal.NONE;
    long end = Decimal.NONE;
    long duration = Decimal.NONE;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Mark> marks = new ArrayList<>();

    /**
     * A moment inside a span.
     *
     * @param time ns since the epoch
     * @param name what happened
     */
    record Mark(long time, String name) {}

    Span(int origin) {
        this.origin = origin;
    }

    /** Returns the first of these attributes that is there, or the empty text. */
    String first(String... names) {
        for (String candidate : names) {
            String value = attributes.get(candidate);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
