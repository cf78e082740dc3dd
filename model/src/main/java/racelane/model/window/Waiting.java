package racelane.model.window;

import java.util.Arrays;
import java.util.function.IntConsumer;
import racelane.model.pattern.Role;

/** Openers that wait for their closers. */
final class Waiting {
    private int[] events = new int[4];
    private int from;
    private int to;

    void put(int event) {
        if (to == events.length) {
            events = Arrays.copyOfRange(events, from, Math.max(from + 4, from + (to - from) * 2));
            to -= from;
            from = 0;
        }
        events[to++] = event;
    }

    /** Removes and returns the opener that is closed next, or -1 when none waits. */
    int take(Role.Pairing pairing) {
        if (from == to) {
            return -1;
        }
        return pairing == Role.Pairing.LIFO ? events[--to] : events[from++];
    }

    /** Gives away all that still wait, the oldest first. */
    void drain(IntConsumer taker) {
        for (int i = from; i < to; i++) {
            taker.accept(events[i]);
        }
        from = to;
    }
}
