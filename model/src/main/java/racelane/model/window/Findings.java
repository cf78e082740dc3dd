package racelane.model.window;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What patterns found in a trace.
 *
 * @param windows the listed windows, best first
 * @param total how many windows there are, the unlisted ones included
 * @param truncated whether some are not listed
 * @param kinds how many windows there are of each kind that is listed, the unlisted ones included, the best kind first
 * @param warnings what the reader should know of: caps that bit, attributes that no event has; one sentence each
 */
public record Findings(
        List<RaceWindow> windows, long total, boolean truncated, Map<WindowKind, Long> kinds, List<String> warnings) {
    /** Copies the lists. */
    public Findings {
        windows = List.copyOf(windows);
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        warnings = List.copyOf(warnings);
    }
}
