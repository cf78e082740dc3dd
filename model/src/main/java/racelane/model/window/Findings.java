package racelane.model.window;

import java.util.List;

/**
 * What patterns found in a trace.
 *
 * @param windows the listed windows, best first
 * @param total how many windows there are, the unlisted ones included
 * @param truncated whether some are not listed
 * @param warnings what the reader should know of: caps that bit, attributes that no event has; one sentence each
 */
public record Findings(List<RaceWindow> windows, long total, boolean truncated, List<String> warnings) {
    /** Copies the lists. */
    public Findings {
        windows = List.copyOf(windows);
        warnings = List.copyOf(warnings);
    }
}
