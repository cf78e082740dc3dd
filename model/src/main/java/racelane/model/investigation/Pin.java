package racelane.model.investigation;

import java.util.List;
import java.util.Optional;
import racelane.model.time.TimeRange;

/**
 * A piece of evidence that the user put aside.
 *
 * @param id its name in the edits
 * @param kind one of the constants here; a newer version may write others
 * @param ref what the kind points at: the id of a window, the name of a lane, how a range hangs on its anchors
 *     ({@link RangeEnds}); empty for other kinds
 * @param title one line for lists
 * @param anchors the events that it consists of; may be empty
 * @param range where it lay when it was pinned, ns since the epoch on the trace's clock
 * @param facts what detection said of a window; empty for other kinds
 * @param body what a state or a comparison says, in lines; empty for other kinds
 */
public record Pin(
        String id,
        String kind,
        String ref,
        String title,
        List<Anchor> anchors,
        TimeRange range,
        Optional<WindowFacts> facts,
        String body) {
    /** A window that a pattern found. */
    public static final String WINDOW = "window";
    /** One event or several. */
    public static final String EVENT = "event";
    /** A range of time. */
    public static final String RANGE = "range";
    /** A lane, over a range of time. */
    public static final String LANE = "lane";
    /** A line of a source, chosen in the log. */
    public static final String LINE = "line";
    /** What every lane did at a time, and the last value of each key. */
    public static final String STATE = "state";
    /** A working example beside a broken one. */
    public static final String COMPARISON = "comparison";

    /** Copies the list. */
    public Pin {
        anchors = List.copyOf(anchors);
    }

    /** Creates a pin without facts and body. */
    public Pin(String id, String kind, String ref, String title, List<Anchor> anchors, TimeRange range) {
        this(id, kind, ref, title, anchors, range, Optional.empty(), "");
    }
}
