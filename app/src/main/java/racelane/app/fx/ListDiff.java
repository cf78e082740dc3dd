package racelane.app.fx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableList;

/** Brings an observable list to a new content with few changes, so that views keep their selection and their scroll position. */
public final class ListDiff {
    private ListDiff() {}

    /**
     * Makes {@code shown} equal to {@code wanted}; an element counts as the same when its id is equal, and is replaced only when
     * its value differs. Where the order of the kept ones changed the whole content is set at once.
     *
     * @param id gives an element's identity; unique within a list
     */
    public static <T> void apply(ObservableList<T> shown, List<T> wanted, Function<? super T, ?> id) {
        Set<Object> wantedIds = new HashSet<>();
        wanted.forEach(item -> wantedIds.add(id.apply(item)));
        shown.removeIf(item -> !wantedIds.contains(id.apply(item)));
        Set<Object> shownIds = new HashSet<>();
        shown.forEach(item -> shownIds.add(id.apply(item)));
        List<Object> kept = new ArrayList<>();
        wanted.stream().map(id).filter(shownIds::contains).forEach(kept::add);
        if (!kept.equals(shown.stream().map(id).map(Object.class::cast).toList())) {
            shown.setAll(wanted);
            return;
        }
        for (int i = 0; i < wanted.size(); i++) {
            T item = wanted.get(i);
            if (i < shown.size() && id.apply(shown.get(i)).equals(id.apply(item))) {
                if (!shown.get(i).equals(item)) {
                    shown.set(i, item);
                }
            } else {
                shown.add(i, item);
            }
        }
    }
}
