package racelane.app.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import racelane.app.session.WindowList;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;
import racelane.model.window.WindowKind;

/**
 * Lays the windows out as rows: those that stand, best first, one by one or in groups of those seen together; then, where asked for,
 * those that were set aside.
 *
 * @param grouped whether windows of one kind are put under one row
 * @param expanded the kinds whose windows are shown
 * @param withSuppressed whether what was set aside is shown
 */
record WindowRows(boolean grouped, Set<WindowKind> expanded, boolean withSuppressed) {
    /** How the list begins. */
    static final WindowRows PLAIN = new WindowRows(false, Set.of(), false);

    /** Copies the set. */
    WindowRows {
        expanded = Set.copyOf(expanded);
    }

    /**
     * Returns the rows.
     *
     * @param list all that was found
     * @param filter narrows them
     */
    List<WindowRow> of(WindowList list, WindowFilter filter, List<Suppression> suppressions) {
        List<RaceWindow> standing = list.standing(suppressions);
        List<RaceWindow> fit = standing.stream().filter(filter::accepts).toList();
        List<WindowRow> rows = new ArrayList<>();
        if (grouped) {
            groups(rows, fit, list, fit.size() == list.windows().size());
        } else {
            fit.forEach(window -> rows.add(new WindowRow.Found(window, false, Optional.empty())));
        }
        if (withSuppressed) {
            list.windows().stream()
                    .filter(filter::accepts)
                    .forEach(window -> Suppression.of(window, suppressions)
                            .ifPresent(one -> rows.add(new WindowRow.Found(window, false, Optional.of(one)))));
        }
        return rows;
    }

    /** Puts windows of one kind under one row; the kinds in the order of their best window. A kind of one window is that window. */
    private void groups(List<WindowRow> rows, List<RaceWindow> fit, WindowList list, boolean all) {
        Map<WindowKind, List<RaceWindow>> kinds = new LinkedHashMap<>();
        fit.forEach(window ->
                kinds.computeIfAbsent(window.kind(), kind -> new ArrayList<>()).add(window));
        kinds.forEach((kind, windows) -> {
            if (windows.size() == 1) {
                rows.add(new WindowRow.Found(windows.getFirst(), false, Optional.empty()));
                return;
            }
            boolean open = expanded.contains(kind);
            long count = all ? list.count(kind) : windows.size();
            rows.add(new WindowRow.Group(kind, windows.getFirst(), count, windows.size(), open));
            if (open) {
                windows.forEach(window -> rows.add(new WindowRow.Found(window, true, Optional.empty())));
            }
        });
    }
}
