package racelane.app.session;

import java.io.IOException;
import java.util.Optional;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.investigation.Anchor;

/** Turns events into anchors, which outlive the trace, and finds them again. */
public final class Anchors {
    private Anchors() {}

    /** Returns the anchor of one event. Reads the disk for the excerpt: never on the JavaFX thread. */
    public static Anchor of(Trace trace, EventRef ref) {
        Event event = trace.at(ref);
        EventTable table = trace.tables().get(ref.table());
        return new Anchor(
                event.source().sha256(),
                event.source().name(),
                table.slices().get(table.laneOf(ref.row())).name().name(),
                event.origin(),
                table.ownStart(ref.row()),
                table.ownEnd(ref.row()),
                excerpt(event));
    }

    /** Returns the event that an anchor names, when its source is open. */
    public static Optional<EventRef> find(Trace trace, Anchor anchor) {
        for (int table = 0; table < trace.tables().size(); table++) {
            EventTable events = trace.tables().get(table);
            if (!events.source().sha256().equals(anchor.sourceSha256())) {
                continue;
            }
            for (LaneSlice slice : events.slices()) {
                if (slice.name().name().equals(anchor.lane())) {
                    for (int row = slice.from(); row < slice.to(); row++) {
                        if (events.origin(row) == anchor.origin() && events.ownStart(row) == anchor.start()) {
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
