package racelane.app.session;

import java.util.List;
import java.util.Map;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;
import racelane.model.window.WindowKind;

/**
 * The windows found in the trace.
 *
 * @param windows the best ones, best first
 * @param total how many there are in all
 * @param running whether detection still runs; the list grows until it ends
 * @param kinds how many windows there are of each kind, those that are not listed included; empty while detection runs
 * @param notes what one should know of the search: limits that bit, patterns that cannot be read; one sentence each
 */
public record WindowList(
        List<RaceWindow> windows, long total, boolean running, Map<WindowKind, Long> kinds, List<String> notes) {
    /** No window, and nobody looks for one. */
    public static final WindowList NONE = new WindowList(List.of(), 0, false);

    /** Copies the lists. */
    public WindowList {
        windows = List.copyOf(windows);
        kinds = Map.copyOf(kinds);
        notes = List.copyOf(notes);
    }

    /** Creates a list of which there is nothing to say. */
    public WindowList(List<RaceWindow> windows, long total, boolean running) {
        this(windows, total, running, Map.of(), List.of());
    }

    /** Returns how many windows of a kind there are, those that are not listed included. */
    public long count(WindowKind kind) {
        long listed =
                windows.stream().filter(window -> window.kind().equals(kind)).count();
        return Math.max(listed, kinds.getOrDefault(kind, 0L));
    }

    /** Returns this list without its windows that {@code suppressions} mean. */
    public List<RaceWindow> standing(List<Suppression> suppressions) {
        return suppressions.isEmpty()
                ? windows
                : windows.stream()
                        .filter(window -> Suppression.of(window, suppressions).isEmpty())
                        .toList();
    }
}
