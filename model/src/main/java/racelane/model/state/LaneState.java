package racelane.model.state;

import java.util.List;
import java.util.Optional;
import racelane.model.event.EventRef;
import racelane.model.event.Lane;

/**
 * What a lane is doing at an instant.
 *
 * @param lane the lane
 * @param running its events that began and have not ended, the first begun first; those without an end stay in it for good
 * @param last the event that began or ended last; nothing when the lane has none so far
 * @param since when it did, ns since the epoch; the instant asked for when there is none
 * @param changed whether that is the last moment at which anything changed anywhere
 */
public record LaneState(Lane lane, List<EventRef> running, Optional<EventRef> last, long since, boolean changed) {
    /** Copies the list. */
    public LaneState {
        running = List.copyOf(running);
    }
}
