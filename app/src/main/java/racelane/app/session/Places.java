package racelane.app.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.AnchorFinder;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Pin;
import racelane.model.investigation.PlacedCase;
import racelane.model.investigation.RangeEnds;
import racelane.model.time.TimeRange;

/**
 * Where the anchors of a case lie in the open sources.
 *
 * @param trace what was looked through
 * @param found the events of those that were found
 * @param asked all that were looked for
 */
public record Places(Trace trace, Map<Anchor, EventRef> found, Set<Anchor> asked) {
    /** Copies the collections. */
    public Places {
        found = Map.copyOf(found);
        asked = Set.copyOf(asked);
    }

    /** Returns places of which nothing is known yet. */
    static Places none(Trace trace) {
        return new Places(trace, Map.of(), Set.of());
    }

    /** Returns the places of a case's anchors in the very files they were made with; reads no file. */
    public static Places exactly(Investigation state, Trace trace) {
        Set<Anchor> all = of(state);
        return new Places(trace, AnchorFinder.findExactly(trace, all), all);
    }

    /** Returns all anchors of a case. */
    public static Set<Anchor> of(Investigation state) {
        return PlacedCase.anchors(state);
    }

    /** Tells whether an anchor was looked for in vain: what it spoke of is not there any more. */
    public boolean isOrphan(Anchor anchor) {
        return asked.contains(anchor) && !found.containsKey(anchor);
    }

    /** Returns the event that an anchor speaks of. */
    public Optional<EventRef> event(Anchor anchor) {
        return Optional.ofNullable(found.get(anchor));
    }

    /** Returns the time that these anchors cover now, on whatever clocks; {@code otherwise} when none of them was found. */
    public TimeRange range(List<Anchor> anchors, TimeRange otherwise) {
        return anchors.stream()
                .flatMap(anchor -> event(anchor).stream())
                .map(this::range)
                .reduce(TimeRange::union)
                .orElse(otherwise);
    }

    /** Returns where a pin lies now; where it was recorded when nothing of it was found. */
    public TimeRange range(Pin pin) {
        return RangeEnds.of(pin)
                .map(ends -> ends.range(
                        pin.range(),
                        pin.anchors(),
                        anchor -> event(anchor).map(this::range).map(TimeRange::start)))
                .orElseGet(() -> range(pin.anchors(), pin.range()));
    }

    /** Returns the case with its pins and notes where they lie now. */
    public PlacedCase placed(Investigation state) {
        return PlacedCase.of(state, trace, found, asked);
    }

    private TimeRange range(EventRef ref) {
        EventTable events = trace.tables().get(ref.table());
        return new TimeRange(events.start(ref.row()), events.end(ref.row()));
    }
}
