package racelane.model.investigation;

import java.util.ArrayList;
import java.util.List;

/** The two ways in which the lists of a case change. */
final class Lists {
    private Lists() {}

    static <T> List<T> plus(List<T> list, T last) {
        List<T> next = new ArrayList<>(list);
        next.add(last);
        return List.copyOf(next);
    }

    static <T> List<T> minus(List<T> list, T gone) {
        return list.stream().filter(each -> !each.equals(gone)).toList();
    }
}
