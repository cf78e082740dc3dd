package racelane.app.stages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.investigation.Anchor;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** Turns what lies in the trace into anchors, which outlive it. Reads the disk for the excerpts: never on the JavaFX thread. */
final class Evidence {
    private Evidence() {}

    /** Returns the anchors of a window's steps, one an event. */
    static List<Anchor> anchors(Trace trace, RaceWindow window) {
        List<Anchor> anchors = new ArrayList<>();
        List<EventRef> seen = new ArrayList<>();
        for (WindowRole role : window.roles()) {
            if (!seen.contains(role.event())) {
                seen.add(role.event());
                anchors.add(anchor(trace, role.event()));
            }
        }
        return anchors;
    }

    /** Returns the anchor of one event. */
    static Anchor anchor(Trace trace, EventRef ref) {
        Event event = trace.at(ref);
        long offset = event.source().offset();
        return new Anchor(
                event.source().sha256(),
                event.source().name(),
                event.lane().name().name(),
                event.origin(),
                event.start() - offset,
                event.end() - offset,
                excerpt(event));
    }

    /** Returns the event that an anchor names, when its source is open. */
    static Optional<EventRef> find(Trace trace, Anchor anchor) {
        for (int table = 0; table < trace.tables().size(); table++) {
            var events = trace.tables().get(table);
            if (!events.source().sha256().equals(anchor.sourceSha256())) {
                continue;
            }
            for (var slice : events.slices()) {
                if (slice.name().name().equals(anchor.lane())) {
                    for (int row = slice.from(); row < slice.to(); row++) {
                        if (events.origin(row) == anchor.origin()
                                && events.start(row) - events.source().offset() == anchor.start()) {
                            return Optional.of(new EventRef(table, row));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String excerpt(Event event) {
        try {
            return event.source().text().quote(event.origin());
        } catch (IOException e) {
            return ""; // the anchor still names the place; an excerpt is a courtesy to readers without the source
        }
    }
}
