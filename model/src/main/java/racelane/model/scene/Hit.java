package racelane.model.scene;

import java.util.Optional;
import racelane.model.event.EventRef;

/**
 * What lies at a point of a scene.
 *
 * @param what the kind of thing
 * @param event the event; with {@link What#DENSITY} the first of several
 * @param count how many events the mark stands for; 1 for an event, 0 for other things
 * @param id the window's or the note's id, a group's name, or empty
 * @param laneId the lane at the point, -1 when there is none
 */
public record Hit(What what, Optional<EventRef> event, int count, String id, int laneId) {
    /** The kinds of things that can be pointed at. */
    public enum What {
        /** One event. */
        EVENT,
        /** Several events too close to tell apart. */
        DENSITY,
        /** The number of a step, the pill or the edge of a window. */
        WINDOW,
        /** A note. */
        NOTE,
        /** A group's header. */
        GROUP,
        /** A lane's name. */
        LANE_NAME,
        /** A lane where it is empty. */
        LANE
    }
}
