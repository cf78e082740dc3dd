package racelane.model.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items by source and lane. On such a strand what stamps prove grows with time and line, so it can be searched by halving. */
final class Strands {
    private final Map<Long, int[]> strands = new LinkedHashMap<>();

    /** Says something of an item that stays true for all later ones of its strand. */
    @FunctionalInterface
    interface FromThereOn {
        boolean holds(int item);
    }

    Strands(Items items) {
        Map<Long, List<Integer>> lists = new LinkedHashMap<>();
        for (int item = 0; item < items.size(); item++) {
            int source = items.events().table(items.first(item));
            lists.computeIfAbsent(name(source, items.lane(item)), unknown -> new ArrayList<>())
                    .add(item);
        }
        lists.forEach((name, list) ->
                strands.put(name, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    int count() {
        return strands.size();
    }

    Iterable<int[]> all() {
        return strands.values();
    }

    int @Nullable [] of(int source, int lane) {
        return strands.get(name(source, lane));
    }

    /** Returns the position of the first item of a strand of which {@code claim} holds, or the strand's length. */
    static int first(int[] strand, FromThereOn claim) {
        int low = 0;
        int high = strand.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (claim.holds(strand[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long name(int source, int lane) {
        return (long) source << 32 | lane;
    }
}
