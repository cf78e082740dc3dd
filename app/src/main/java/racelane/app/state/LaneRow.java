package racelane.app.state;

import java.util.Optional;
import racelane.model.event.EventRef;

/**
 * What a lane is doing, in words.
 *
 * @param lane its name
 * @param doing what runs, outermost first; else what ran last
 * @param since how long it has been so: {@code 5 ms}, {@code now}
 * @param busy whether something runs
 * @param changed whether it began to be so at the last moment at which anything changed
 * @param event the event to go to; nothing when the lane has none so far
 */
public record LaneRow(
        String lane, String doing, String since, boolean busy, boolean changed, Optional<EventRef> event) {}
