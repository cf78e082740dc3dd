package racelane.model.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import racelane.model.window.WaitCycles.Stay;

/** The holds of one key, by start, so that those at a moment are found without looking at all. */
final class StayList {
    private static final int LOOK_BACK = 256;

    private final List<Stay> stays = new ArrayList<>();
    private long[] latest = new long[0];

    void add(Stay stay) {
        stays.add(stay);
    }

    /** Makes the list ready to be asked, once all are in. */
    void sort() {
        stays.sort(Comparator.comparingLong(stay -> stay.start().time()));
        latest = new long[stays.size()];
        for (int i = 0; i < latest.length; i++) {
            long end = stays.get(i).end().time();
            latest[i] = i == 0 ? end : Math.max(end, latest[i - 1]);
        }
    }

    /** Returns those at a moment of which {@code wanted} is true, the latest first; of very many only the latest are looked at. */
    List<Stay> at(long time, Predicate<Stay> wanted) {
        int low = 0;
        int high = stays.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stays.get(middle).start().time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Stay> found = new ArrayList<>();
        for (int i = low - 1; i >= Math.max(0, low - LOOK_BACK) && latest[i] > time; i--) {
            if (stays.get(i).at(time) && wanted.test(stays.get(i))) {
                found.add(stays.get(i));
            }
        }
        return found;
    }
}
