package racelane.app.export;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import racelane.model.event.Trace;
import racelane.model.investigation.Investigation;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;

/**
 * What there is to make figures of.
 *
 * @param trace the events
 * @param windows the windows found, best first
 * @param focus the window to explain
 * @param view the time in view
 * @param selection the time selected or marked
 * @param lanes ids of the lanes that are not hidden; empty for all
 * @param counters the counter tracks shown
 * @param investigation the case with its notes and pins, each where its events lie now
 * @param orphans ids of the notes and pins of which an event was not found
 * @param zone of the clock
 * @param tool who makes the figure: {@code Racelane 0.1.0}
 */
public record FigureSubject(
        Trace trace,
        List<RaceWindow> windows,
        Optional<RaceWindow> focus,
        Optional<TimeRange> view,
        Optional<TimeRange> selection,
        Set<Integer> lanes,
        Set<Integer> counters,
        Investigation investigation,
        Set<String> orphans,
        ZoneId zone,
        String tool) {
    /** Copies the collections. */
    public FigureSubject {
        windows = List.copyOf(windows);
        lanes = Set.copyOf(lanes);
        counters = Set.copyOf(counters);
        orphans = Set.copyOf(orphans);
    }

    /** Returns the same with another window to explain. */
    public FigureSubject withFocus(RaceWindow window) {
        return new FigureSubject(
                trace,
                windows,
                Optional.of(window),
                view,
                selection,
                lanes,
                counters,
                investigation,
                orphans,
                zone,
                tool);
    }

    /** Returns the same without a window to explain. */
    public FigureSubject withoutFocus() {
        return new FigureSubject(
                trace, windows, Optional.empty(), view, selection, lanes, counters, investigation, orphans, zone, tool);
    }
}
