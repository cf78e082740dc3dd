package racelane.app.windows;

import java.util.Optional;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;
import racelane.model.window.WindowKind;

/** One row of the list of windows. */
public sealed interface WindowRow {
    /** Returns a name that stays while the row says the same thing. */
    String id();

    /** Returns the window of the row: of a group its best. */
    RaceWindow window();

    /**
     * A window.
     *
     * @param window the window
     * @param grouped whether it stands under the row of its group
     * @param suppression why it was set aside, when it was
     */
    record Found(RaceWindow window, boolean grouped, Optional<Suppression> suppression) implements WindowRow {
        @Override
        public String id() {
            return window.id();
        }
    }

    /**
     * Windows that are seen together.
     *
     * @param kind what they have in common
     * @param window the best of them
     * @param count how many there are, those that are not listed included
     * @param listed how many of them can be shown
     * @param expanded whether they are shown below
     */
    record Group(WindowKind kind, RaceWindow window, long count, int listed, boolean expanded) implements WindowRow {
        @Override
        public String id() {
            return kind.toString();
        }
    }
}
