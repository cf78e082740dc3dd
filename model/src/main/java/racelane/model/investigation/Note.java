package racelane.model.investigation;

import java.time.Instant;
import java.util.Optional;
import racelane.model.time.TimeRange;

/**
 * A note on the timeline: on a range, on an event, or an arrow from one event to another.
 *
 * @param id its name in the edits
 * @param range where it lay when it was written, ns since the epoch on the trace's clock
 * @param anchor the event it speaks of, where an arrow begins; empty when it speaks of the range alone
 * @param to the event where an arrow ends; empty when it is none
 * @param text the user's words, Markdown
 * @param at when it was last written
 * @param author who wrote it last
 */
public record Note(
        String id,
        TimeRange range,
        Optional<Anchor> anchor,
        Optional<Anchor> to,
        String text,
        Instant at,
        String author) {
    /** Tells whether it is an arrow between two events. */
    public boolean isArrow() {
        return anchor.isPresent() && to.isPresent();
    }

    Note worded(String next, Instant when, String who) {
        return new Note(id, range, anchor, to, next, when, who);
    }
}
