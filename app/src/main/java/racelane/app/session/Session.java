package racelane.app.session;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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
import racelane.model.investigation.Investigation;
import racelane.model.investigation.SourceLink;
import racelane.model.lane.LanePlan;
import racelane.model.scene.Theme;
import racelane.model.source.FileState;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

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
    private final ReadOnlyObjectWrapper<List<RaceWindow>> standing = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable RaceWindow> selectedWindow = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
    private final ReadOnlyObjectWrapper<Viewport> viewport = new ReadOnlyObjectWrapper<>(Viewport.INITIAL);
    private final ReadOnlyObjectWrapper<@Nullable TimeRange> mark = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Long> cursor = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SearchHits> hits = new ReadOnlyObjectWrapper<>(SearchHits.NONE);
    private final ReadOnlyObjectWrapper<Places> places;
    private final ReadOnlyObjectWrapper<Investigation> caseShown;
    private int editsShown;
    private final ReadOnlyObjectWrapper<ThemeChoice> themeChoice = new ReadOnlyObjectWrapper<>(ThemeChoice.SYSTEM);
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private final ReadOnlyObjectWrapper<ZoneId> zone = new ReadOnlyObjectWrapper<>(ZoneOffset.UTC);
    private final ReadOnlyBooleanWrapper rawTime = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Map<String, FileState>> fileStates = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Map<String, String>> otherThanSaved = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<List<SourceLink>> missing = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper doubts = new ReadOnlyIntegerWrapper();
    private final TimelineLook look = new TimelineLook();
    private Trace corrected;
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
        this.corrected = none;
        this.lanePlan = new ReadOnlyObjectWrapper<>(LanePlan.of(none));
        this.history = new ReadOnlyObjectWrapper<>(history);
        this.places = new ReadOnlyObjectWrapper<>(Places.none(none));
        this.caseShown = new ReadOnlyObjectWrapper<>(history.state());
        this.editsShown = history.records().size();
        Runnable stand =
                () -> standing.set(windows.get().standing(history().state().suppressions()));
        windows.subscribe(stand);
        this.history.subscribe(stand);
    }

    /** Returns all events of all sources. */
    public ReadOnlyObjectProperty<Trace> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    /** Returns all events of all sources. */
    public Trace trace() {
        return trace.get();
    }

    /** Returns all events with every source's clock set as the user said, also while each is shown at its own times. */
    public Trace corrected() {
        return corrected;
    }

    /** Puts another trace in place, its clocks set; selections and hidden lanes stay where it holds the rows of the one before. */
    public void setTrace(Trace next) {
        threadCheck.run();
        corrected = next;
        show(rawTime.get() ? next.atOwnTimes() : next);
    }

    /** Returns whether every source is shown at its own times, whatever was said of its clock. */
    public ReadOnlyBooleanProperty rawTimeProperty() {
        return rawTime.getReadOnlyProperty();
    }

    /** Shows every source at its own times, or on the reference clock. */
    public void setRawTime(boolean raw) {
        threadCheck.run();
        if (raw != rawTime.get()) {
            rawTime.set(raw);
            show(raw ? corrected.atOwnTimes() : corrected);
        }
    }

    private void show(Trace next) {
        Trace last = trace();
        boolean grown = holds(next, last);
        if (!grown) {
            selection.set(Selection.NONE);
            selectedWindow.set(null);
            windows.set(WindowList.NONE);
            hits.set(SearchHits.NONE);
            mark.set(null);
            cursor.set(null);
        }
        if (selection.get() instanceof Selection.LaneSelected lane) {
            selection.set(new Selection.LaneSelected(KeptLanes.sameLane(last, lane.laneId(), next)));
        }
        LanePlan plan = LanePlan.of(next);
        LanePlan shown = grown ? KeptLanes.carry(lanePlan.get(), last, plan, next) : plan;
        look.setRegrouping(null); // until the timeline has put the rows together anew
        trace.set(next);
        lanePlan.set(shown);
    }

    /** Tells whether {@code next} begins with the rows of {@code last}, on whatever clocks. */
    private static boolean holds(Trace next, Trace last) {
        boolean same = next.tables().size() >= last.tables().size();
        for (int i = 0; same && i < last.tables().size(); i++) {
            same = next.tables().get(i).sameRows(last.tables().get(i));
        }
        return same;
    }

    /** Returns how the timeline shows the trace. */
    public TimelineLook look() {
        return look;
    }

    /** Returns what became of the files since they were imported, by hash; those of which nothing is to be said are left out. */
    public ReadOnlyObjectProperty<Map<String, FileState>> fileStatesProperty() {
        return fileStates.getReadOnlyProperty();
    }

    /** Says what became of the files. */
    public void setFileStates(Map<String, FileState> states) {
        threadCheck.run();
        fileStates.set(Map.copyOf(states));
    }

    /** Returns the sources that are not what the case was made with: the hash that was found, and the one that the case says. */
    public ReadOnlyObjectProperty<Map<String, String>> otherThanSavedProperty() {
        return otherThanSaved.getReadOnlyProperty();
    }

    /** Says which sources are not what the case was made with. */
    public void setOtherThanSaved(Map<String, String> found) {
        threadCheck.run();
        otherThanSaved.set(Map.copyOf(found));
    }

    /** Returns the sources of the case that were not found when it was opened. */
    public ReadOnlyObjectProperty<List<SourceLink>> missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** Says which sources of the case were not found. */
    public void setMissing(List<SourceLink> links) {
        threadCheck.run();
        missing.set(List.copyOf(links));
    }

    /** Returns a number that changes when somebody could not quote a line, so that the files are to be looked at. */
    public ReadOnlyIntegerProperty doubtsProperty() {
        return doubts.getReadOnlyProperty();
    }

    /** Says that a line could not be quoted. */
    public void doubtFiles() {
        threadCheck.run();
        doubts.set(doubts.get() + 1);
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
        lookBack(next.records().size());
    }

    /** Returns the case as it is shown: as it stands, or as it stood when one looks back. */
    public ReadOnlyObjectProperty<Investigation> caseShownProperty() {
        return caseShown.getReadOnlyProperty();
    }

    /** Returns after how many edits the case is shown. */
    public int editsShown() {
        return editsShown;
    }

    /** Tells whether the case is shown as it stood at an earlier edit. */
    public boolean isLookingBack() {
        return editsShown < history().records().size();
    }

    /** Shows the case as it stood after its first {@code edits} edits; changes nothing in it. */
    public void lookBack(int edits) {
        threadCheck.run();
        int all = history().records().size();
        editsShown = Math.clamp(edits, 0, all);
        caseShown.set(editsShown == all ? history().state() : history().at(editsShown));
    }

    /** Returns where the anchors of the case lie in what is open; kept by {@link PlaceFinder}. */
    public ReadOnlyObjectProperty<Places> placesProperty() {
        return places.getReadOnlyProperty();
    }

    /** Says where the anchors of the case lie. */
    public void setPlaces(Places next) {
        threadCheck.run();
        places.set(next);
    }

    /** Returns the windows found so far, best first. */
    public ReadOnlyObjectProperty<WindowList> windowsProperty() {
        return windows.getReadOnlyProperty();
    }

    /** Returns the windows found so far that nobody set aside, best first: those that the timeline shows and that are walked. */
    public ReadOnlyObjectProperty<List<RaceWindow>> standingProperty() {
        return standing.getReadOnlyProperty();
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

    /** Selects a window, or none; the cursor goes to where something fell into it. */
    public void selectWindow(@Nullable RaceWindow window) {
        threadCheck.run();
        selectedWindow.set(window);
        if (window != null) {
            cursor.set(window.roles().stream()
                    .filter(WindowRole::intruder)
                    .findFirst()
                    .map(WindowRole::time)
                    .orElse(window.range().start()));
        }
    }

    /** Returns what is selected. */
    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** Returns what is selected. */
    public Selection selection() {
        return selection.get();
    }

    /** Selects something else; the cursor goes to where an event or a range begins. */
    public void select(Selection next) {
        threadCheck.run();
        selection.set(next);
        if (next instanceof Selection.EventSelected event) {
            cursor.set(
                    trace().tables().get(event.ref().table()).start(event.ref().row()));
        } else if (next instanceof Selection.RangeSelected range) {
            cursor.set(range.range().start());
        }
    }

    /** Returns the instant one looks at, ns since the epoch; null when there is none. Selecting something moves it. */
    public ReadOnlyObjectProperty<@Nullable Long> cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    /** Looks at another instant (ns since the epoch). */
    public void setCursor(long time) {
        threadCheck.run();
        cursor.set(time);
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
