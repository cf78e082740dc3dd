package racelane.model.window;

import java.util.List;
import racelane.model.time.TimeRange;

/**
 * What a pattern finds: an interval on a key owned by one actor, with the intruder inside it.
 *
 * @param id stable name: the same finding in the same files has the same id everywhere
 * @param pattern the pattern's name: {@code stale-read}
 * @param title the pattern's title for people
 * @param steps what happened in short, for lists: {@code set → read → invalidate}
 * @param key the contended thing
 * @param verdict how sure the order is
 * @param evidence whether harm was seen
 * @param score rank, 0 to 1; higher first
 * @param range from the window's opening to its closing
 * @param roles the steps in their order in time
 * @param count how many matches this anchor has, the listed one included
 * @param countExact whether {@code count} is exact and not a lower bound
 * @param holdsIf the clock offsets under which it holds, in words; empty when it holds under all
 * @param explanation why this matters, one or two sentences from the pattern with its values filled in
 */
public record RaceWindow(
        String id,
        String pattern,
        String title,
        String steps,
        String key,
        Verdict verdict,
        Evidence evidence,
        double score,
        TimeRange range,
        List<WindowRole> roles,
        long count,
        boolean countExact,
        String holdsIf,
        String explanation) {
    /** Copies the list. */
    public RaceWindow {
        roles = List.copyOf(roles);
    }
}
