package racelane.app.session;

import java.util.ArrayList;
import java.util.List;
import racelane.model.event.EventRef;
import racelane.model.time.TimeRange;

/** What is selected. One thing at a time; a selected window is held beside it, for its steps stay visible while one looks around. */
public sealed interface Selection {
    /** Nothing. */
    Selection NONE = new None();

    /** Nothing. */
    record None() implements Selection {}

    /**
     * One event, or several of which one was chosen last.
     *
     * @param ref where the one chosen last lies in the session's trace
     * @param more the others, in the order in which they were chosen; none of them is {@code ref}
     */
    record EventSelected(EventRef ref, List<EventRef> more) implements Selection {
        /** Copies the list. */
        public EventSelected {
            more = List.copyOf(more);
        }

        /** Selects one event. */
        public EventSelected(EventRef ref) {
            this(ref, List.of());
        }

        /** Returns all of them, the one chosen last at the end. */
        public List<EventRef> all() {
            List<EventRef> all = new ArrayList<>(more);
            all.add(ref);
            return all;
        }
    }

    /** Returns what is selected after one more event was chosen beside it: added when it was not, taken out when it was. */
    default Selection toggled(EventRef chosen) {
        if (!(this instanceof EventSelected events)) {
            return new EventSelected(chosen);
        }
        List<EventRef> all = events.all();
        if (!all.remove(chosen)) {
            return new EventSelected(chosen, all);
        }
        return all.isEmpty() ? NONE : new EventSelected(all.getLast(), all.subList(0, all.size() - 1));
    }

    /**
     * A range of time over all lanes.
     *
     * @param range its ends, ns since the epoch
     */
    record RangeSelected(TimeRange range) implements Selection {}

    /**
     * One lane.
     *
     * @param laneId its id in the session's trace
     */
    record LaneSelected(int laneId) implements Selection {}

    /**
     * One note of the investigation.
     *
     * @param noteId the note's id
     */
    record NoteSelected(String noteId) implements Selection {}
}
