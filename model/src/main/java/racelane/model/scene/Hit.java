package racelane.model.scene;

import java.util.Optional;
import racelane.model.event.EventRef;
import racelane.model.event.LinkRef;

/**
 * What lies at a point of a scene.
 *
 * @param what the kind of thing
 * @param event the event; with {@link What#DENSITY} the first of several
 * @param count how many events the mark stands for; 1 for an event, 0 for other things
 * @param id the window's or the note's id, a group's name, or empty
 * @param laneId the lane at the point, -1 when there is none
 * @param link the link, where {@code what} is {@link What#LINK}
 */
public record Hit(What what, Optional<EventRef> event, int count, String id, int laneId, Optional<LinkRef> link) {
    /** Creates what is no link. */
    public Hit(What what, Optional<EventRef> event, int count, String id, int laneId) {
        this(what, event, count, id, laneId, Optional.empty());
    }

    /** Returns a lane's name as what was hit. */
    public static Hit laneName(int laneId) {
        return new Hit(What.LANE_NAME, Optional.empty(), 0, "", laneId);
    }

    /** Returns a link as what was hit. */
    static Hit of(LinkRef link) {
        return new Hit(What.LINK, Optional.empty(), 0, "", -1, Optional.of(link));
    }

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
        /** A counter track; the id is its position in {@link racelane.model.event.Trace#counters()}. */
        COUNTER,
        /** The arrow of a link. */
        LINK,
        /** A lane's name. */
        LANE_NAME,
        /** A lane where it is empty. */
        LANE
    }
}
