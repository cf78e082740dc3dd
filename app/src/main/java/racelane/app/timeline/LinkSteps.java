package racelane.app.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;

/**
 * Finds the event that a key press leads to along the links. Where several links leave an event, the first one is followed;
 * going back leads along the link one came by, and forward again takes the next of them. JavaFX thread.
 */
final class LinkSteps {
    private @Nullable Step last;

    /**
     * The step taken last.
     *
     * @param branch which of the links was followed
     * @param returned whether one went back along it since
     */
    private record Step(Trace trace, EventRef from, EventRef to, int direction, int branch, boolean returned) {
        Step back() {
            return new Step(trace, from, to, direction, branch, true);
        }
    }

    /** Returns the event to go to from {@code selected}; nothing when no link leads on. */
    Optional<EventRef> next(Trace trace, Optional<EventRef> selected, int direction) {
        if (selected.isEmpty()) {
            return Optional.empty();
        }
        EventRef here = selected.get();
        Step before = last != null && last.trace() == trace ? last : null;
        if (before != null && before.to().equals(here) && before.direction() == -direction) {
            last = before.back();
            return Optional.of(before.from());
        }
        List<EventRef> ends = ends(trace, here, direction);
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        boolean again =
                before != null && before.returned() && before.from().equals(here) && before.direction() == direction;
        int branch = again && before != null ? (before.branch() + 1) % ends.size() : 0;
        last = new Step(trace, here, ends.get(branch), direction, branch, false);
        return Optional.of(ends.get(branch));
    }

    private static List<EventRef> ends(Trace trace, EventRef here, int direction) {
        EventTable table = trace.tables().get(here.table());
        int[] links = direction > 0
                ? table.links().outgoing(here.row())
                : table.links().incoming(here.row());
        List<EventRef> ends = new ArrayList<>();
        for (int link : links) {
            int row = direction > 0 ? table.links().to(link) : table.links().from(link);
            EventRef end = new EventRef(here.table(), row);
            if (row >= 0 && !ends.contains(end) && ends.size() < 1_000) {
                ends.add(end);
            }
        }
        return ends;
    }
}
