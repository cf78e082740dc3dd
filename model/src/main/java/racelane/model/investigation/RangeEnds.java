package racelane.model.investigation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import racelane.model.time.TimeRange;

/**
 * How a pinned range hangs on two events: the one that begins nearest to its start, and the one nearest to its end. It stands in the
 * {@link Pin#ref} of the pin, whose anchors are these two events in that order. So the range follows an offset and a cut, as its events do,
 * and is as wide as it was.
 *
 * @param before how far the range begins after the start of the first event, ns; negative when it begins before it
 * @param after how far the range ends after the start of the second event, ns; negative when it ends before it
 */
public record RangeEnds(long before, long after) {
    /** Returns how {@code range} hangs on two events that start at these times. */
    public static RangeEnds of(TimeRange range, long first, long second) {
        return new RangeEnds(range.start() - first, range.end() - second);
    }

    /** Returns how a pin hangs on its events; nothing when it is no range, or one that was pinned without events. */
    public static Optional<RangeEnds> of(Pin pin) {
        int between = pin.ref().indexOf(' ');
        if (!pin.kind().equals(Pin.RANGE) || pin.anchors().size() != 2 || between < 0) {
            return Optional.empty();
        }
        try {
            long before = Long.parseLong(pin.ref().substring(0, between));
            return Optional.of(new RangeEnds(before, Long.parseLong(pin.ref().substring(between + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty(); // written by a newer version: its times still say where it lay
        }
    }

    /** Returns what stands in the pin. */
    public String ref() {
        return before + " " + after;
    }

    /**
     * Returns where the range lies now.
     *
     * @param recorded where it lay when it was pinned
     * @param anchors the two anchors of the pin
     * @param start where the event of an anchor starts now; nothing when it was not found
     */
    public TimeRange range(TimeRange recorded, List<Anchor> anchors, Function<Anchor, Optional<Long>> start) {
        Optional<Long> first = start.apply(anchors.getFirst()).map(time -> time + before);
        Optional<Long> last = start.apply(anchors.getLast()).map(time -> time + after);
        if (first.isEmpty() && last.isEmpty()) {
            return recorded;
        }
        long from = first.orElseGet(() -> last.orElseThrow() - recorded.duration());
        long to = last.orElseGet(() -> from + recorded.duration());
        return new TimeRange(Math.min(from, to), Math.max(from, to));
    }
}
