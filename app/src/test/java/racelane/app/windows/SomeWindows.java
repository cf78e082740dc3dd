package racelane.app.windows;

import java.util.List;
import java.util.Map;
import racelane.app.session.WindowList;
import racelane.model.time.TimeRange;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;

/** Windows for tests, found by nobody. */
final class SomeWindows {
    private SomeWindows() {}

    static RaceWindow window(String id, String pattern, String key, double score) {
        return new RaceWindow(
                id,
                pattern,
                "title of " + pattern,
                "a → b → c",
                key,
                Verdict.CERTAIN,
                Evidence.EXPOSED,
                score,
                new TimeRange(id.hashCode(), id.hashCode() + 5L),
                List.of(),
                1,
                true,
                "",
                "");
    }

    /** Returns a list that is all there is, in which the first kind has {@code more} windows that are not listed. */
    static WindowList list(long more, RaceWindow... windows) {
        Map<racelane.model.window.WindowKind, Long> kinds = Map.of(
                windows[0].kind(),
                more
                        + List.of(windows).stream()
                                .filter(one -> one.kind().equals(windows[0].kind()))
                                .count());
        return new WindowList(List.of(windows), windows.length + more, false, kinds, List.of());
    }
}
