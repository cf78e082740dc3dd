package racelane.model.window;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import racelane.model.pattern.Role;

/** Pairs opening events with closing ones, group by group, and keeps the closing ones that close nothing. One thread. */
final class Pairer {
    private final KeyEvents events;
    private final Plan.Part part;
    private final Role.Pairing how;
    private final Map<Integer, Waiting> waiting = new HashMap<>();
    private PairList found = new PairList(0);
    private int[] strays = new int[0];
    private int strayCount;

    Pairer(KeyEvents events, Plan.Part part, Role.Pairing how) {
        this.events = events;
        this.part = part;
        this.how = how;
    }

    /**
     * Pairs.
     *
     * @param sorted opening and closing events in the order of their effect
     * @param groups the group of each; -1 for those of none
     * @param openEnd whether an opener that nothing closes is kept
     */
    void run(int[] sorted, int[] groups, boolean openEnd) {
        found = new PairList(sorted.length);
        strays = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            if (groups[i] >= 0) {
                take(sorted[i], groups[i], openEnd);
            }
        }
        if (openEnd) {
            waiting.values().forEach(left -> left.drain(opener -> found.add(opener, Items.OPEN)));
        }
    }

    private void take(int event, int group, boolean openEnd) {
        boolean opens = (events.mask(event) & part.opening()) != 0;
        boolean closes = (events.mask(event) & part.closing()) != 0;
        if (opens && closes && (events.lasting(event) || events.end(event) != events.start(event))) {
            addWhole(event, openEnd);
            return;
        }
        Waiting mine = waiting.computeIfAbsent(group, key -> new Waiting());
        if (closes) {
            int opener = mine.take(how);
            if (opener >= 0) {
                found.add(opener, event);
            } else if (!opens) {
                strays[strayCount++] = event;
            }
        }
        if (opens) {
            mine.put(event);
        }
    }

    /** A span that is both opener and closer is a pair by itself; while its end was not seen, an open one. */
    private void addWhole(int event, boolean openEnd) {
        if (events.lasting(event)) {
            found.add(event, event);
        } else if (openEnd) {
            found.add(event, Items.OPEN);
        }
    }

    ItemFactory.Pairs pairs() {
        return found.pairs();
    }

    /** Returns the closing events that closed nothing, in the order of their effect. */
    int[] strays() {
        return Arrays.copyOf(strays, strayCount);
    }
}
