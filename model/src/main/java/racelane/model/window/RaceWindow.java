package racelane.model.window;

import java.util.List;
import java.util.function.UnaryOperator;
import racelane.model.event.EventRef;
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
 * @param guard why it is probably harmless, in words: a lock that both actors held; empty when nothing says so
 * @param symptoms events in which the program itself spoke of an inconsistency of the key, and whose nearest window this is
 * @param kind what it has in common with those seen together with it
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
        String explanation,
        String guard,
        List<EventRef> symptoms,
        WindowKind kind) {
    /** Copies the lists. */
    public RaceWindow {
        roles = List.copyOf(roles);
        symptoms = List.copyOf(symptoms);
    }

    /** Creates a window that nothing guards and nothing logged speaks of. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public RaceWindow(
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
        this(
                id,
                pattern,
                title,
                steps,
                key,
                verdict,
                evidence,
                score,
                range,
                roles,
                count,
                countExact,
                holdsIf,
                explanation,
                "",
                List.of(),
                new WindowKind(pattern, List.of(), Signature.template(key)));
    }

    /** Tells whether something says that it is probably harmless. */
    public boolean guarded() {
        return !guard.isEmpty();
    }

    /** Returns this window with the logged symptoms whose nearest window it is. */
    public RaceWindow withSymptoms(List<EventRef> events) {
        return new RaceWindow(
                id,
                pattern,
                title,
                steps,
                key,
                verdict,
                evidence,
                score,
                range,
                roles,
                count,
                countExact,
                holdsIf,
                explanation,
                guard,
                events,
                kind);
    }

    /** Returns in how much time something can fall in: the window's width and the length of what fell in, ns. */
    public long reach() {
        long inside = roles.stream()
                .filter(WindowRole::intruder)
                .mapToLong(role -> role.endTime() - role.time())
                .max()
                .orElse(0);
        return range.duration() + inside;
    }

    /** Returns this window with its words put as {@code words} says; its id, its times and its steps stay. */
    public RaceWindow reworded(UnaryOperator<String> words) {
        return new RaceWindow(
                id,
                pattern,
                words.apply(title),
                words.apply(steps),
                words.apply(key),
                verdict,
                evidence,
                score,
                range,
                roles,
                count,
                countExact,
                words.apply(holdsIf),
                words.apply(explanation),
                words.apply(guard),
                symptoms,
                new WindowKind(pattern, kind.places().stream().map(words).toList(), words.apply(kind.keys())));
    }
}
