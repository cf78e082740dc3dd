package racelane.importers.tracejson;

import java.util.Arrays;

/** Puts entries that came in any order group by group, and each group in the order of time, entries of one time as they came. */
final class GroupOrder {
    private final int[] from;
    private final int[] order;

    /**
     * Sorts.
     *
     * @param groups the group of each entry
     * @param times the time of each entry
     * @param size how many entries there are
     * @param groupCount how many groups
     */
    GroupOrder(int[] groups, long[] times, int size, int groupCount) {
        from = new int[groupCount + 1];
        for (int i = 0; i < size; i++) {
            from[groups[i] + 1]++;
        }
        for (int group = 0; group < groupCount; group++) {
            from[group + 1] += from[group];
        }
        order = new int[size];
        int[] next = from.clone();
        for (int i = 0; i < size; i++) {
            order[next[groups[i]]++] = i;
        }
        for (int group = 0; group < groupCount; group++) {
            sort(times, from[group], from[group + 1]);
        }
    }

    /** Returns where a group begins in the order; where the next begins it ends. */
    int from(int group) {
        return from[group];
    }

    /** Returns the entry at a place of the order. */
    int entry(int place) {
        return order[place];
    }

    /** Sorts one group by time, stably; nearly always it is in order already. */
    private void sort(long[] times, int begin, int end) {
        boolean sorted = true;
        for (int i = begin + 1; i < end && sorted; i++) {
            sorted = times[order[i - 1]] <= times[order[i]];
        }
        if (!sorted) {
            Integer[] boxed = new Integer[end - begin];
            Arrays.setAll(boxed, i -> order[begin + i]);
            Arrays.sort(boxed, (a, b) -> Long.compare(times[a], times[b]));
            for (int i = begin; i < end; i++) {
                order[i] = boxed[i - begin];
            }
        }
    }
}
