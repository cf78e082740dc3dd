package racelane.app.session;

import java.util.List;
import racelane.model.window.RaceWindow;

/**
 * The windows found in the trace.
 *
 * @param windows the best ones, best first
 * @param total how many there are in all
 * @param running whether detection still runs; the list grows until it ends
 * @param notes what one should know of the search: limits that bit, patterns that cannot be read; one sentence each
 */
public record WindowList(List<RaceWindow> windows, long total, boolean running, List<String> notes) {
    /** No window, and nobody looks for one. */
    public static final WindowList NONE = new WindowList(List.of(), 0, false);

    /** Copies the lists. */
    public WindowList {
        windows = List.copyOf(windows);
        notes = List.copyOf(notes);
    }

    /** Creates a list of which there is nothing to say. */
    public WindowList(List<RaceWindow> windows, long total, boolean running) {
        this(windows, total, running, List.of());
    }
}
