package racelane.app.session;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.investigation.History;
import racelane.model.lane.LanePlan;
import racelane.model.lane.LaneRules;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.scene.Theme;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;

/**
 * The one observable holder of what the window shows. Read and changed on the JavaFX thread only; the values in it are immutable.
 * The case is changed through {@link CaseEditor}, which alone calls {@link #setHistory}.
 */
public final class Session {
    private final Runnable threadCheck;
    private final ReadOnlyObjectWrapper<Trace> trace;
    private final ReadOnlyObjectWrapper<LanePlan> lanePlan;
    private final ReadOnlyObjectWrapper<History> history;
    private final ReadOnlyObjectWrapper<WindowList> windows = new ReadOnlyObjectWrapper<>(WindowList.NONE);
    private final ReadOnlyObjectWrapper<@Nullable RaceWindow> selectedWindow = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
    private final ReadOnlyObjectWrapper<Viewport> viewport = new ReadOnlyObjectWrapper<>(Viewport.INITIAL);
    private final ReadOnlyObjectWrapper<@Nullable TimeRange> mark = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SearchHits> hits = new ReadOnlyObjectWrapper<>(SearchHits.NONE);
    private final ReadOnlyObjectWrapper<ThemeChoice> themeChoice = new ReadOnlyObjectWrapper<>(ThemeChoice.SYSTEM);
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private final ReadOnlyObjectWrapper<ZoneId> zone = new ReadOnlyObjectWrapper<>(ZoneOffset.UTC);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");

    /**
     * Creates a session without a source.
     *
     * @param threadCheck throws when the caller is on the wrong thread: {@code FxThread::check}, or nothing in tests
     * @param history the case to begin with
     */
    public Session(Runnable threadCheck, History history) {
        this.threadCheck = threadCheck;
        Trace none = Trace.empty(new Names());
        this.trace = new ReadOnlyObjectWrapper<>(none);
        this.lanePlan = new ReadOnlyObjectWrapper<>(LanePlan.of(none));
        this.history = new ReadOnlyObjectWrapper<>(history);
    }

    /** Returns all events of all sources. */
    public ReadOnlyObjectProperty<Trace> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    /** Returns all events of all sources. */
    public Trace trace() {
        return trace.get();
    }

    /**
     * Puts another trace in place, and the lane plan that belongs to it. When it is the trace of before with more sources, selections
     * and hidden lanes stay; else they are dropped, for the numbers in them mean nothing any more.
     */
    public void setTrace(Trace next) {
        threadCheck.run();
        int before = trace().tables().size();
        boolean grown = next.tables().size() >= before
                && next.tables().subList(0, before).equals(trace().tables());
        if (!grown) {
            selection.set(Selection.NONE);
            selectedWindow.set(null);
            windows.set(WindowList.NONE);
            hits.set(SearchHits.NONE);
            mark.set(null);
        }
        LanePlan plan = LanePlan.of(next);
        Set<Integer> hidden = new HashSet<>();
        if (grown) {
            lanePlan.get().lanes().stream().filter(PlannedLane::hidden).forEach(lane -> hidden.add(lane.laneId()));
        }
        trace.set(next);
        lanePlan.set(hidden.isEmpty() ? plan : LaneRules.hide(hidden).apply(plan, next));
    }

    /** Returns which lanes are shown, and in what order. Follows the trace. */
    public ReadOnlyObjectProperty<LanePlan> lanePlanProperty() {
        return lanePlan.getReadOnlyProperty();
    }

    /** Shows other lanes, or in another order. */
    public void setLanePlan(LanePlan next) {
        threadCheck.run();
        lanePlan.set(next);
    }

    /** Returns the case with all its edits; its state is {@code history.state()}. */
    public ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** Returns the case with all its edits. */
    public History history() {
        return history.get();
    }

    /** Puts another state of the case in place. For {@link CaseEditor}. */
    void setHistory(History next) {
        threadCheck.run();
        history.set(next);
    }

    /** Returns the windows found so far, best first. */
    public ReadOnlyObjectProperty<WindowList> windowsProperty() {
        return windows.getReadOnlyProperty();
    }

    /** Puts other windows in place; a selected window stays selected when it is found again. */
    public void setWindows(WindowList next) {
        threadCheck.run();
        RaceWindow before = selectedWindow.get();
        windows.set(next);
        if (before != null) {
            selectedWindow.set(next.windows().stream()
                    .filter(window -> window.id().equals(before.id()))
                    .findFirst()
                    .orElse(null));
        }
    }

    /** Returns the window that is shown in the timeline with its steps; null when there is none. */
    public ReadOnlyObjectProperty<@Nullable RaceWindow> selectedWindowProperty() {
        return selectedWindow.getReadOnlyProperty();
    }

    /** Selects a window, or none. */
    public void selectWindow(@Nullable RaceWindow window) {
        threadCheck.run();
        selectedWindow.set(window);
    }

    /** Returns what is selected. */
    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** Returns what is selected. */
    public Selection selection() {
        return selection.get();
    }

    /** Selects something else. */
    public void select(Selection next) {
        threadCheck.run();
        selection.set(next);
    }

    /** Returns the selected event, when it is one that is selected. */
    public Optional<Event> selectedEvent() {
        return selection.get() instanceof Selection.EventSelected event
                ? Optional.of(trace().at(event.ref()))
                : Optional.empty();
    }

    /** Returns the time that the selection covers, else the selected window's; nothing when neither is there. */
    public Optional<TimeRange> selectedRange() {
        Optional<TimeRange> ofWindow = Optional.ofNullable(selectedWindow.get()).map(RaceWindow::range);
        return switch (selection.get()) {
            case Selection.EventSelected events ->
                events.all().stream().map(this::rangeOf).reduce(TimeRange::union);
            case Selection.RangeSelected range -> Optional.of(range.range());
            case Selection.NoteSelected note ->
                history()
                        .state()
                        .note(note.noteId())
                        .map(found -> found.range())
                        .or(() -> ofWindow);
            case Selection.None none -> ofWindow;
            case Selection.LaneSelected lane -> ofWindow;
        };
    }

    /** Returns the time that the timeline shows. */
    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    /** Shows another time. */
    public void setViewport(Viewport next) {
        threadCheck.run();
        viewport.set(next);
    }

    /** Returns the range that was marked to be compared or kept as a note; null when there is none. */
    public ReadOnlyObjectProperty<@Nullable TimeRange> markProperty() {
        return mark.getReadOnlyProperty();
    }

    /** Marks a range (an instant is an empty one), or nothing. */
    public void setMark(@Nullable TimeRange range) {
        threadCheck.run();
        mark.set(range);
    }

    /** Returns what the search found. */
    public ReadOnlyObjectProperty<SearchHits> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /** Puts other hits in place. */
    public void setHits(SearchHits next) {
        threadCheck.run();
        hits.set(next);
    }

    /** Returns the look the user chose. */
    public ReadOnlyObjectProperty<ThemeChoice> themeChoiceProperty() {
        return themeChoice.getReadOnlyProperty();
    }

    /** Chooses a look. */
    public void setThemeChoice(ThemeChoice next) {
        threadCheck.run();
        themeChoice.set(next);
    }

    /** Returns the look in force: the chosen one, or the platform's. */
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** Says which look is in force. */
    public void setTheme(Theme next) {
        threadCheck.run();
        theme.set(next);
    }

    /** Returns the zone in which times are shown. */
    public ReadOnlyObjectProperty<ZoneId> zoneProperty() {
        return zone.getReadOnlyProperty();
    }

    /** Shows times in another zone. */
    public void setZone(ZoneId next) {
        threadCheck.run();
        zone.set(next);
    }

    /** Returns the last thing worth saying in the status bar. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Says something short in the status bar. */
    public void say(String text) {
        threadCheck.run();
        status.set(text);
    }

    private TimeRange rangeOf(EventRef ref) {
        EventTable table = trace().tables().get(ref.table());
        return new TimeRange(table.start(ref.row()), table.end(ref.row()));
    }
}
