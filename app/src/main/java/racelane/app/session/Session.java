package racelane.app.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;

/** The one observable holder of what the window shows. Read and changed on the JavaFX thread only; the values in it are immutable. */
public final class Session {
    private final Runnable threadCheck;
    private final ReadOnlyObjectWrapper<Trace> trace;
    private final ReadOnlyObjectWrapper<@Nullable RaceWindow> selectedWindow = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
    private final ReadOnlyObjectWrapper<Viewport> viewport = new ReadOnlyObjectWrapper<>(Viewport.INITIAL);
    private final ReadOnlyObjectWrapper<@Nullable TimeRange> mark = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.SYSTEM);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");

    /**
     * Creates a session without a source.
     *
     * @param threadCheck throws when the caller is on the wrong thread: {@code FxThread::check}, or nothing in tests
     */
    public Session(Runnable threadCheck) {
        this.threadCheck = threadCheck;
        this.trace = new ReadOnlyObjectWrapper<>(Trace.empty(new Names()));
    }

    /** Returns all events of all sources. */
    public ReadOnlyObjectProperty<Trace> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    /** Returns all events of all sources. */
    public Trace trace() {
        return trace.get();
    }

    /** Puts another trace in place. Selections of events and lanes are dropped when its tables are not those of before plus more. */
    public void setTrace(Trace next) {
        threadCheck.run();
        boolean grown = next.tables().size() >= trace().tables().size()
                && next.tables().subList(0, trace().tables().size()).equals(trace().tables());
        if (!grown) {
            selection.set(Selection.NONE);
            selectedWindow.set(null);
        }
        trace.set(next);
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
        RaceWindow window = selectedWindow.get();
        return switch (selection.get()) {
            case Selection.EventSelected event -> Optional.of(rangeOf(event.ref()));
            case Selection.RangeSelected range -> Optional.of(range.range());
            case Selection.None none -> Optional.ofNullable(window).map(RaceWindow::range);
            case Selection.LaneSelected lane -> Optional.ofNullable(window).map(RaceWindow::range);
            case Selection.NoteSelected note -> Optional.ofNullable(window).map(RaceWindow::range);
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

    /** Returns the look the user chose. */
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** Chooses a look. */
    public void setTheme(Theme next) {
        threadCheck.run();
        theme.set(next);
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
        var table = trace().tables().get(ref.table());
        return new TimeRange(table.start(ref.row()), table.end(ref.row()));
    }
}
