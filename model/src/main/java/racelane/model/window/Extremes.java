package racelane.model.window;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Of a row of events in the order of their start: which of those before a place ends last, and which of those from a place on ends
 * first, although some are left out. For that the best few of different marks are kept at every place: 8 bytes times that number an
 * event; built in O(n), asked in O(1). Immutable.
 */
final class Extremes {
    private static final int NONE = -1;

    private final KeyEvents events;
    private final int[] members;
    private final IntUnaryOperator mark;
    private final int width;
    private final int[] first;
    private final int[] last;

    /**
     * Creates extremes.
     *
     * @param members the events, of one source, by start and line
     * @param mark by what events are left out: their lane, or the event itself
     * @param width one more than the number of marks that are ever left out
     */
    Extremes(KeyEvents events, int[] members, IntUnaryOperator mark, int width) {
        this.events = events;
        this.members = members;
        this.mark = mark;
        this.width = width;
        int n = members.length;
        this.first = new int[(n + 1) * width];
        this.last = new int[(n + 1) * width];
        Arrays.fill(first, n * width, (n + 1) * width, NONE);
        Arrays.fill(last, 0, width, NONE);
        for (int i = n - 1; i >= 0; i--) {
            System.arraycopy(first, (i + 1) * width, first, i * width, width);
            insert(first, i * width, members[i], false);
        }
        for (int i = 0; i < n; i++) {
            System.arraycopy(last, i * width, last, (i + 1) * width, width);
            insert(last, (i + 1) * width, members[i], true);
        }
    }

    /** Puts an event among the best ones at a place; of equal marks only the better one stays. */
    private void insert(int[] best, int at, int event, boolean latest) {
        int own = mark.applyAsInt(event);
        int place = 0;
        while (place < width && best[at + place] != NONE && !beats(event, best[at + place], latest)) {
            if (mark.applyAsInt(best[at + place]) == own) {
                return;
            }
            place++;
        }
        if (place == width) {
            return;
        }
        int gone = place;
        while (gone < width - 1 && best[at + gone] != NONE && mark.applyAsInt(best[at + gone]) != own) {
            gone++;
        }
        System.arraycopy(best, at + place, best, at + place + 1, gone - place);
        best[at + place] = event;
    }

    private boolean beats(int a, int b, boolean latest) {
        long endA = events.end(a);
        long endB = events.end(b);
        boolean earlier = endA != endB ? endA < endB : events.endLine(a) < events.endLine(b);
        boolean same = endA == endB && events.endLine(a) == events.endLine(b);
        return !same && earlier != latest;
    }

    /** Returns the place of the first event of which {@code claim} holds, that stays true for all later ones. */
    int place(IntPredicate claim) {
        int low = 0;
        int high = members.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (claim.test(members[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Returns the event that ends first of those from a place on whose marks are not left out, or -1. */
    int endsFirst(int place, IntPredicate leftOut) {
        return endsFirst(place, leftOut, 0);
    }

    /** The same, but {@code spare} more are left out, which ones is not known: the answer is not too early. */
    int endsFirst(int place, IntPredicate leftOut, int spare) {
        return pick(first, place, leftOut, spare);
    }

    /** Returns the event that ends last of those before a place whose marks are not left out, or -1. */
    int endsLast(int place, IntPredicate leftOut) {
        return pick(last, place, leftOut, 0);
    }

    private int pick(int[] best, int place, IntPredicate leftOut, int spare) {
        int spared = spare;
        for (int i = place * width; i < (place + 1) * width && best[i] != NONE; i++) {
            if (!leftOut.test(mark.applyAsInt(best[i])) && spared-- == 0) {
                return best[i];
            }
        }
        return NONE;
    }
}
