package racelane.model.window;

import java.util.Arrays;

/** Collects pairs of events. */
final class PairList {
    private final int[] first;
    private final int[] last;
    private int count;

    PairList(int most) {
        this.first = new int[most];
        this.last = new int[most];
    }

    void add(int opening, int closing) {
        first[count] = opening;
        last[count++] = closing;
    }

    ItemFactory.Pairs pairs() {
        return new ItemFactory.Pairs(Arrays.copyOf(first, count), Arrays.copyOf(last, count));
    }
}
