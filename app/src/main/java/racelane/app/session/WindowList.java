package racelane.app.session;

import java.util.List;
import racelane.model.window.RaceWindow;

/**
 * The windows found in the trace.
 *
 * @param windows the best ones, best first
 * @param total how many there are in all
 * @param running whether detection still runs; the list grows until it ends
 */
public record WindowList(List<RaceWindow> windows, long total, boolean running) {
    /** No window, and nobody looks for one. */
    public static final WindowList NONE = new WindowList(List.of(), 0, false);

    /** Copies the list. */
    public WindowList {
        windows = List.copyOf(windows);
    }
}
