package racelane.app.windows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.CountText;
import racelane.app.fx.ListDiff;
import racelane.app.fx.Texts;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.app.session.WindowList;
import racelane.model.time.TimeText;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;
import racelane.model.window.Verdict;
import racelane.model.window.WindowKind;

/** Derives the ranked list from the session, and walks it. JavaFX thread, or a test's. */
public final class WindowsViewModel {
    private static final Texts TEXTS = Texts.of(WindowsViewModel.class);

    private final Session session;
    private final TimelineControls timeline;
    private final ObservableList<WindowRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper exact = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notes = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper suppressed = new ReadOnlyStringWrapper("");
    private final BooleanProperty grouped = new SimpleBooleanProperty();
    private final BooleanProperty withSuppressed = new SimpleBooleanProperty();
    private final Set<WindowKind> expanded = new HashSet<>();
    private WindowFilter filter = WindowFilter.NONE;

    /** Creates the list of a session's windows, which follows it; a window that is chosen is flown to. */
    public WindowsViewModel(Session session, TimelineControls timeline) {
        this.session = session;
        this.timeline = timeline;
        session.windowsProperty().subscribe(this::show);
        session.traceProperty().subscribe(this::show);
        session.historyProperty().subscribe((before, now) -> {
            if (!before.state().suppressions().equals(now.state().suppressions())) {
                show();
            }
        });
        grouped.subscribe(this::show);
        withSuppressed.subscribe(this::show);
        show();
    }

    /** Returns the rows: windows, best first, and the groups they are in. */
    public ObservableList<WindowRow> rows() {
        return rows;
    }

    /** Returns about how many windows there are, in few letters; empty before anything was searched. */
    public ReadOnlyStringProperty badgeProperty() {
        return badge.getReadOnlyProperty();
    }

    /** Returns the same count to the last window. */
    ReadOnlyStringProperty exactProperty() {
        return exact.getReadOnlyProperty();
    }

    /** Returns what one should know of the search, one line each; empty when there is nothing to say. */
    public ReadOnlyStringProperty notesProperty() {
        return notes.getReadOnlyProperty();
    }

    /** Returns how many windows were set aside, {@code 3 suppressed}; empty when none was. */
    public ReadOnlyStringProperty suppressedProperty() {
        return suppressed.getReadOnlyProperty();
    }

    /** Whether windows that are seen together stand under one row. */
    public BooleanProperty groupedProperty() {
        return grouped;
    }

    /** Whether windows that were set aside are shown too. */
    public BooleanProperty withSuppressedProperty() {
        return withSuppressed;
    }

    /** Returns all windows that are listed and stand, whatever the filter. */
    public List<RaceWindow> all() {
        return session.standingProperty().get();
    }

    /** Narrows the list to what {@code words} say; the walk from window to window follows. */
    public void filter(String words) {
        filter = new WindowFilter(words);
        show();
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

    /** Shows the windows of a group below its row, or hides them. */
    public void expand(WindowKind kind, boolean open) {
        if (open ? expanded.add(kind) : expanded.remove(kind)) {
            show();
        }
    }

    /** Returns the row of the selected window; where its group is closed, the group's; nothing when neither is listed. */
    public Optional<WindowRow> selectedRow() {
        RaceWindow selected = session.selectedWindowProperty().get();
        if (selected == null) {
            return Optional.empty();
        }
        return rows.stream()
                .filter(row ->
                        row instanceof WindowRow.Found && row.window().id().equals(selected.id()))
                .findFirst()
                .or(() -> rows.stream()
                        .filter(row -> row instanceof WindowRow.Group group
                                && !group.expanded()
                                && group.kind().equals(selected.kind()))
                        .findFirst());
    }

    /**
     * Chooses the neighbour of the selected window in the list, also where its group is closed; the first or last one when none is
     * selected. What was set aside is passed over.
     *
     * @param direction 1 for the next, -1 for the previous
     */
    public void step(int direction) {
        List<RaceWindow> walk = walk();
        if (walk.isEmpty()) {
            return;
        }
        int at = indexOfSelected(walk);
        int next = at < 0 ? (direction > 0 ? 0 : walk.size() - 1) : Math.floorMod(at + direction, walk.size());
        choose(walk.get(next));
    }

    /** Chooses what comes after {@code window}, which is about to leave the list, where it is the selected one. */
    void leave(RaceWindow window, List<RaceWindow> leaving) {
        RaceWindow selected = session.selectedWindowProperty().get();
        if (selected == null || !selected.id().equals(window.id())) {
            return;
        }
        List<RaceWindow> walk = new ArrayList<>(walk());
        int at = Math.max(0, indexOfSelected(walk));
        List<RaceWindow> turned = new ArrayList<>(walk.subList(at, walk.size()));
        turned.addAll(walk.subList(0, at));
        turned.removeIf(one -> leaving.stream().anyMatch(gone -> gone.id().equals(one.id())));
        if (turned.isEmpty()) {
            session.selectWindow(null);
        } else {
            choose(turned.getFirst());
        }
    }

    /** Returns the windows that stand and fit, in the order of the rows, the closed groups' too. */
    private List<RaceWindow> walk() {
        WindowRows all = new WindowRows(grouped.get(), kinds(), false);
        return all
                .of(
                        session.windowsProperty().get(),
                        filter,
                        session.history().state().suppressions())
                .stream()
                .filter(row -> row instanceof WindowRow.Found)
                .map(WindowRow::window)
                .toList();
    }

    private Set<WindowKind> kinds() {
        Set<WindowKind> kinds = new HashSet<>();
        session.windowsProperty().get().windows().forEach(window -> kinds.add(window.kind()));
        return kinds;
    }

    private int indexOfSelected(List<RaceWindow> walk) {
        RaceWindow selected = session.selectedWindowProperty().get();
        for (int i = 0; i < walk.size(); i++) {
            if (selected != null && walk.get(i).id().equals(selected.id())) {
                return i;
            }
        }
        return -1;
    }

    private void show() {
        WindowList list = session.windowsProperty().get();
        List<Suppression> suppressions = session.history().state().suppressions();
        WindowRows layout = new WindowRows(grouped.get(), expanded, withSuppressed.get());
        ListDiff.apply(rows, layout.of(list, filter, suppressions), WindowRow::id);
        List<RaceWindow> standing = list.standing(suppressions);
        int aside = list.windows().size() - standing.size();
        boolean searched = session.trace().size() > 0;
        suppressed.set(searched && aside > 0 ? TEXTS.get("list.suppressed", CountText.of(aside)) : "");
        boolean counted = searched && !list.running();
        badge.set(counted ? count(standing, list.total() - aside, CountText::brief) : "");
        exact.set(counted ? count(standing, list.total() - aside, CountText::of) : "");
        notes.set(list.running() ? "" : String.join("\n", list.notes()));
        hint.set(
                !searched
                        ? TEXTS.get("list.nothing.open")
                        : list.running()
                                ? TEXTS.get("list.looking")
                                : !filter.isEmpty()
                                        ? TEXTS.get("list.filter.nothing")
                                        : aside > 0 ? TEXTS.get("list.all.suppressed") : TEXTS.get("list.none"));
    }

    private String count(List<RaceWindow> standing, long total, LongFunction<String> words) {
        long fit = standing.stream().filter(filter::accepts).count();
        return filter.isEmpty() ? words.apply(total) : TEXTS.get("list.some", words.apply(fit), words.apply(total));
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

    /** Returns the second line of a group: its keys, and its pattern. */
    static String line(WindowRow.Group group) {
        String keys = group.kind().keys();
        return (keys.isEmpty() ? "" : keys + " · ") + group.kind().pattern().replace('-', ' ');
    }

    /** Returns the places that the windows of a group have in common, one a line. */
    static String places(WindowKind kind) {
        return String.join(
                "\n",
                kind.places().stream()
                        .map(place -> place.replace("@", "  " + TEXTS.get("group.place.at") + " "))
                        .toList());
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
