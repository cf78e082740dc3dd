package racelane.model.scene;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.lane.LanePlan;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;
import racelane.model.window.RaceWindow;

/**
 * All that the picture of the lanes depends on.
 *
 * @param trace the events
 * @param rows the trace's index for drawing, built once a trace
 * @param plan which lanes, in what order
 * @param scale time to x; its x = 0 is the right edge of the gutter
 * @param width px, gutter included
 * @param height px
 * @param gutter width in px of the column with the lanes' names; 0 for none
 * @param scrollY px by which the lanes are scrolled up
 * @param windows every window to be shaded
 * @param selectedWindow the one that is drawn with its steps
 * @param selection events with an outline
 * @param selectedRange the range the user marked
 * @param cursor the instant under the cursor or of State at cursor, ns since the epoch
 * @param notes what was noted
 * @param metrics measures of the lanes
 * @param measure widths of text
 * @param allLinks whether every link in view is drawn, and not only those of the selected events
 * @param layout where the plan's rows lie; kept as long as the plan is, for placing 100,000 lanes takes longer than a frame may
 * @param emphasis what a search found, and what is to become of the rest
 * @param ticksFrom the instant from which the grid counts, as the ruler does; midnight UTC when absent
 */
public record SceneRequest(
        Trace trace,
        RowIndex rows,
        LanePlan plan,
        TimeScale scale,
        double width,
        double height,
        double gutter,
        double scrollY,
        List<RaceWindow> windows,
        Optional<RaceWindow> selectedWindow,
        Set<EventRef> selection,
        Optional<TimeRange> selectedRange,
        OptionalLong cursor,
        List<NoteMark> notes,
        LaneMetrics metrics,
        TextMeasure measure,
        boolean allLinks,
        LaneLayout layout,
        Optional<Emphasis> emphasis,
        OptionalLong ticksFrom) {
    /** Copies the collections. */
    public SceneRequest {
        windows = List.copyOf(windows);
        selection = Set.copyOf(selection);
        notes = List.copyOf(notes);
    }

    /** Creates a request for the links of the selected events only, with the plan's rows where they lie by themselves. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public SceneRequest(
            Trace trace,
            RowIndex rows,
            LanePlan plan,
            TimeScale scale,
            double width,
            double height,
            double gutter,
            double scrollY,
            List<RaceWindow> windows,
            Optional<RaceWindow> selectedWindow,
            Set<EventRef> selection,
            Optional<TimeRange> selectedRange,
            OptionalLong cursor,
            List<NoteMark> notes,
            LaneMetrics metrics,
            TextMeasure measure) {
        this(
                trace,
                rows,
                plan,
                scale,
                width,
                height,
                gutter,
                scrollY,
                windows,
                selectedWindow,
                selection,
                selectedRange,
                cursor,
                notes,
                metrics,
                measure,
                false,
                LaneLayout.of(plan, metrics),
                Optional.empty(),
                OptionalLong.empty());
    }

    /** Returns the request with or without every link in view. */
    public SceneRequest withAllLinks(boolean shown) {
        return new SceneRequest(
                trace,
                rows,
                plan,
                scale,
                width,
                height,
                gutter,
                scrollY,
                windows,
                selectedWindow,
                selection,
                selectedRange,
                cursor,
                notes,
                metrics,
                measure,
                shown,
                layout,
                emphasis,
                ticksFrom);
    }

    /** Returns the request with what a search found. */
    public SceneRequest withEmphasis(Optional<Emphasis> found) {
        return new SceneRequest(
                trace,
                rows,
                plan,
                scale,
                width,
                height,
                gutter,
                scrollY,
                windows,
                selectedWindow,
                selection,
                selectedRange,
                cursor,
                notes,
                metrics,
                measure,
                allLinks,
                layout,
                found,
                ticksFrom);
    }

    /** Returns the time that is in view. */
    public TimeRange view() {
        return scale.range(Math.max(1, width - gutter));
    }
}
