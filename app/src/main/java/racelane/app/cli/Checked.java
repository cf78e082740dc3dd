package racelane.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;
import racelane.model.window.Verdict;

/**
 * A window as the gate sees it.
 *
 * @param window the window
 * @param suppression why it does not count; null when nobody set it aside
 * @param fails whether the gate fails because of it
 */
record Checked(RaceWindow window, @Nullable Suppression suppression, boolean fails) {
    static Checked of(RaceWindow window, Verdict leastSure, List<Suppression> suppressions) {
        Suppression suppression = Suppression.of(window, suppressions).orElse(null);
        boolean sure = window.verdict().compareTo(leastSure) >= 0;
        return new Checked(window, suppression, sure && !window.guarded() && suppression == null);
    }
}
