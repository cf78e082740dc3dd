package racelane.app.stages;

import java.util.ArrayList;
import java.util.List;
import racelane.app.session.Anchors;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.investigation.Anchor;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** Turns windows into anchors, which outlive the trace. Reads the disk for the excerpts: never on the JavaFX thread. */
final class Evidence {
    private Evidence() {}

    /** Returns the anchors of a window's steps, one an event. */
    static List<Anchor> anchors(Trace trace, RaceWindow window) {
        List<Anchor> anchors = new ArrayList<>();
        List<EventRef> seen = new ArrayList<>();
        for (WindowRole role : window.roles()) {
            if (!seen.contains(role.event())) {
                seen.add(role.event());
                anchors.add(Anchors.of(trace, role.event()));
            }
        }
        return anchors;
    }
}
