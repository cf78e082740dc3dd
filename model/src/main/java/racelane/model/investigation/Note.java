package racelane.model.investigation;

import java.time.Instant;
import java.util.Optional;
import racelane.model.time.TimeRange;

/**
 * A note on the timeline.
 *
 * @param id its name in the edits
 * @param range where it lies, ns since the epoch on the trace's clock
 * @param anchor the event it speaks of; empty when it speaks of the range alone
 * @param text the user's words, Markdown
 * @param at when it was last written
 * @param author who wrote it last
 */
public record Note(String id, TimeRange range, Optional<Anchor> anchor, String text, Instant at, String author) {}
