package racelane.model.investigation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.time.TimeRange;

/**
 * A case whose pins and notes lie where their events are now: after an offset was changed, and in the file that took the old one's place.
 *
 * @param state the case; the anchors that were found name the event as it is now, and keep their excerpts
 * @param orphans ids of the pins and notes of which an anchor was looked for in vain, in a source that is open; they lie where they
 *     were recorded
 */
public record PlacedCase(Investigation state, Set<String> orphans) {
    /** Copies the set. */
    public PlacedCase {
        orphans = Set.copyOf(orphans);
    }

    /**
     * Looks for all anchors of a case. Reads lines of files again: never on the JavaFX thread.
     *
     * @param became by the hash in an anchor, the hash that its source has now where the user said so
     */
    public static PlacedCase find(Investigation state, Trace trace, Map<String, String> became) {
        Set<Anchor> anchors = anchors(state);
        return of(state, trace, AnchorFinder.find(trace, anchors, became, Progress.none()), anchors);
    }

    /**
     * Places a case by what was found before. Any thread.
     *
     * @param found the events of the anchors that were found in {@code trace}
     * @param asked all that were looked for
     */
    public static PlacedCase of(
            Investigation state, Trace trace, Map<Anchor, EventRef> found, Collection<Anchor> asked) {
        return new Placing(trace, Map.copyOf(found), Set.copyOf(asked)).place(state);
    }

    /** Returns all anchors of a case. */
    public static Set<Anchor> anchors(Investigation state) {
        Set<Anchor> all = new HashSet<>();
        state.pins().forEach(pin -> all.addAll(pin.anchors()));
        state.notes().forEach(note -> all.addAll(anchors(note)));
        return all;
    }

    private static List<Anchor> anchors(Note note) {
        return Stream.concat(note.anchor().stream(), note.to().stream()).toList();
    }

    /** One placing; gathers the orphans on its way. */
    private record Placing(Trace trace, Map<Anchor, EventRef> found, Set<Anchor> asked) {
        PlacedCase place(Investigation old) {
            Set<String> orphans = new HashSet<>();
            old.pins().stream().filter(pin -> isOrphan(pin.anchors())).forEach(pin -> orphans.add(pin.id()));
            old.notes().stream().filter(note -> isOrphan(anchors(note))).forEach(note -> orphans.add(note.id()));
            Investigation now = new Investigation(
                    old.title(),
                    old.report(),
                    old.sources(),
                    old.pins().stream().map(this::pin).toList(),
                    old.notes().stream().map(this::note).toList(),
                    old.hypotheses(),
                    old.suppressions(),
                    old.stages(),
                    old.laneChoices(),
                    old.questions(),
                    old.template());
            return new PlacedCase(now, orphans);
        }

        private boolean isOrphan(List<Anchor> anchors) {
            return anchors.stream()
                    .anyMatch(anchor -> asked.contains(anchor) && !found.containsKey(anchor) && isOpen(anchor));
        }

        /** Of a source that is not open nobody can say what is gone from it. */
        private boolean isOpen(Anchor anchor) {
            return trace.sources().stream()
                    .anyMatch(source -> source.sha256().equals(anchor.sourceSha256())
                            || source.name().equals(anchor.sourceName()));
        }

        private Pin pin(Pin pin) {
            return new Pin(
                    pin.id(),
                    pin.kind(),
                    pin.ref(),
                    pin.title(),
                    pin.anchors().stream().map(this::anchor).toList(),
                    range(pin),
                    pin.facts(),
                    pin.body());
        }

        private TimeRange range(Pin pin) {
            Optional<RangeEnds> ends = RangeEnds.of(pin);
            if (ends.isPresent()) {
                return ends.get()
                        .range(
                                pin.range(),
                                pin.anchors(),
                                anchor -> range(anchor).map(TimeRange::start));
            }
            return union(pin.anchors()).orElse(pin.range());
        }

        private Note note(Note note) {
            return new Note(
                    note.id(),
                    union(anchors(note)).orElse(note.range()),
                    note.anchor().map(this::anchor),
                    note.to().map(this::anchor),
                    note.text(),
                    note.at(),
                    note.author());
        }

        private Optional<TimeRange> union(List<Anchor> anchors) {
            List<TimeRange> ranges = new ArrayList<>();
            anchors.forEach(anchor -> range(anchor).ifPresent(ranges::add));
            return ranges.stream().reduce(TimeRange::union);
        }

        private Optional<TimeRange> range(Anchor anchor) {
            return Optional.ofNullable(found.get(anchor)).map(ref -> {
                EventTable events = trace.tables().get(ref.table());
                return new TimeRange(events.start(ref.row()), events.end(ref.row()));
            });
        }

        private Anchor anchor(Anchor old) {
            EventRef ref = found.get(old);
            if (ref == null) {
                return old;
            }
            EventTable events = trace.tables().get(ref.table());
            return new Anchor(
                    events.source().sha256(),
                    events.source().name(),
                    events.slices().get(events.laneOf(ref.row())).name().name(),
                    events.origin(ref.row()),
                    events.ownStart(ref.row()),
                    events.ownEnd(ref.row()),
                    old.excerpt());
        }
    }
}
