package racelane.app.session;

import racelane.model.event.EventRef;
import racelane.model.time.TimeRange;

/** What is selected. One thing at a time; a selected window is held beside it, for its steps stay visible while one looks around. */
public sealed interface Selection {
    /** Nothing. */
    Selection NONE = new None();

    /** Nothing. */
    record None() implements Selection {}

    /**
     * One event.
     *
     * @param ref where it lies in the session's trace
     */
    record EventSelected(EventRef ref) implements Selection {}

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
