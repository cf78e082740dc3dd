package racelane.app.windows;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.CountText;
import racelane.app.fx.ListDiff;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.app.session.WindowList;
import racelane.model.time.TimeText;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;

/** Derives the ranked list from the session, and walks it. */
public final class WindowsViewModel {
    private final Session session;
    private final TimelineControls timeline;
    private final ObservableList<RaceWindow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notes = new ReadOnlyStringWrapper("");
    private WindowFilter filter = WindowFilter.NONE;

    /** Creates the list of a session's windows, which follows it; a window that is chosen is flown to. */
    public WindowsViewModel(Session session, TimelineControls timeline) {
        this.session = session;
        this.timeline = timeline;
        session.windowsProperty().addListener((property, before, now) -> show(now));
        session.traceProperty()
                .addListener((property, before, now) ->
                        show(session.windowsProperty().get()));
        show(session.windowsProperty().get());
    }

    /** Returns the windows, best first. */
    public ObservableList<RaceWindow> rows() {
        return rows;
    }

    /** Returns how many windows there are; empty before anything was searched. */
    public ReadOnlyStringProperty badgeProperty() {
        return badge.getReadOnlyProperty();
    }

    /** Returns what one should know of the search, one line each; empty when there is nothing to say. */
    public ReadOnlyStringProperty notesProperty() {
        return notes.getReadOnlyProperty();
    }

    /** Returns all windows that are listed, whatever the filter. */
    public List<RaceWindow> all() {
        return session.windowsProperty().get().windows();
    }

    /** Narrows the list to what {@code words} say; the walk from window to window follows. */
    public void filter(String words) {
        filter = new WindowFilter(words);
        show(session.windowsProperty().get());
    }

    /** Returns what the list is narrowed to. */
    WindowFilter filterText() {
        return filter;
    }

    /** Returns what to say while the list is empty. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Returns the window that is selected. */
    public ReadOnlyObjectProperty<@Nullable RaceWindow> selectedProperty() {
        return session.selectedWindowProperty();
    }

    /** Selects a window, lets go of whatever else was selected, and flies to it. */
    public void choose(RaceWindow window) {
        session.selectWindow(window);
        session.select(Selection.NONE);
        timeline.show(window.range());
    }

    /**
     * Chooses the neighbour of the selected window in the list; the first or last one when none is selected.
     *
     * @param direction 1 for the next, -1 for the previous
     */
    public void step(int direction) {
        List<RaceWindow> all = rows;
        if (all.isEmpty()) {
            return;
        }
        int at = indexOfSelected();
        int next = at < 0 ? (direction > 0 ? 0 : all.size() - 1) : Math.floorMod(at + direction, all.size());
        choose(all.get(next));
    }

    private int indexOfSelected() {
        RaceWindow selected = session.selectedWindowProperty().get();
        for (int i = 0; i < rows.size(); i++) {
            if (selected != null && rows.get(i).id().equals(selected.id())) {
                return i;
            }
        }
        return -1;
    }

    private void show(WindowList list) {
        List<RaceWindow> fit = list.windows().stream().filter(filter::accepts).toList();
        ListDiff.apply(rows, fit, RaceWindow::id);
        boolean searched = session.trace().size() > 0;
        badge.set(searched && !list.running() ? count(fit.size(), list) : "");
        notes.set(list.running() ? "" : String.join("\n", list.notes()));
        hint.set(
                !searched
                        ? "Found once a file is open"
                        : list.running()
                                ? "Looking for windows…"
                                : filter.isEmpty()
                                        ? "No operation fell inside another actor's window"
                                        : "No window fits the filter");
    }

    private String count(int fit, WindowList list) {
        return filter.isEmpty() ? CountText.of(list.total()) : CountText.of(fit) + " of " + CountText.of(list.total());
    }

    /** Returns the second line of a window: key, length, kind, and what is unsure about it. */
    public static String line(RaceWindow window) {
        String line = window.key().isEmpty() ? "" : window.key() + " · ";
        line += TimeText.duration(window.range().duration()) + " · "
                + window.pattern().replace('-', ' ');
        return window.verdict() == Verdict.CERTAIN
                ? line
                : line + " · " + window.verdict().word();
    }

    /** Returns the score as the list shows it: {@code .97}. */
    public static String score(RaceWindow window) {
        String text = String.format(Locale.ROOT, "%.2f", Math.clamp(window.score(), 0, 1));
        return text.startsWith("0") ? text.substring(1) : text;
    }

    /** Returns how bad it is: high when the order is certain and harm was seen, low when the order is not certain. */
    public static String severity(RaceWindow window) {
        if (window.verdict() != Verdict.CERTAIN) {
            return "low";
        }
        return window.evidence() == Evidence.WITNESSED ? "high" : "middle";
    }
}
