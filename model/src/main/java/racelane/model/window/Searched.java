package racelane.model.window;

import java.util.Set;

/**
 * A search that has ended.
 *
 * @param findings what holds now, whether it was found by this search or by one before it
 * @param memory what the next search may be given
 * @param patterns the patterns that this search had to look with, on some key at least
 * @param keysSearched on how many keys a pattern was looked for, each pattern counted by itself; one that speaks of no one key
 *     counts as one
 */
public record Searched(Findings findings, SearchMemory memory, Set<String> patterns, long keysSearched) {
    /** Copies the set. */
    public Searched {
        patterns = Set.copyOf(patterns);
    }
}
