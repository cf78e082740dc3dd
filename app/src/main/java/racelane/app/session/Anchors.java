package racelane.app.session;

import java.io.IOException;
import java.util.Optional;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.AnchorFinder;

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

    /** Returns the event that an anchor names, when the very file it was made with is open; {@link Places} knows of others. */
    public static Optional<EventRef> find(Trace trace, Anchor anchor) {
        return AnchorFinder.findExactly(trace, anchor);
    }

    /** A span that ends in a line of its own is quoted with both: what it returned stands in the second. */
    private static String excerpt(Event event) {
        String start = quote(event, event.origin());
        return event.endOrigin() > 0 ? (start + "\n" + quote(event, event.endOrigin())).strip() : start;
    }

    private static String quote(Event event, int origin) {
        try {
            return event.source().text().quote(origin);
        } catch (IOException e) {
            return ""; // the anchor still names the place; an excerpt is a courtesy to readers without the source
        }
    }
}
