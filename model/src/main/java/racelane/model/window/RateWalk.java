package racelane.model.window;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import racelane.model.pattern.Role;

/** Follows the share of one class among another over a sliding stretch of time, and notes where it first rises above a limit. */
final class RateWalk {
    private final Role.Rate role;
    private final KeyEvents events;
    private final ArrayDeque<Integer> inside = new ArrayDeque<>();
    private long part;
    private long whole;
    private boolean above;

    private RateWalk(Role.Rate role, KeyEvents events) {
        this.role = role;
        this.events = events;
    }

    static ItemFactory.Pairs of(Role.Rate role, Plan.Part part, KeyEvents events, int[] groups, int[] members) {
        Map<Integer, RateWalk> walks = new HashMap<>();
        PairList found = new PairList(members.length);
        for (int i = 0; i < members.length; i++) {
            boolean counts = (events.mask(members[i]) & (part.opening() | part.closing())) != 0;
            if (counts && groups[i] >= 0) {
                walks.computeIfAbsent(groups[i], group -> new RateWalk(role, events))
                        .step(part, members[i], found);
            }
        }
        return found.pairs();
    }

    private void step(Plan.Part classes, int event, PairList found) {
        while (!inside.isEmpty() && events.start(event) - events.start(inside.peekFirst()) >= role.over()) {
            count(classes, inside.removeFirst(), -1);
        }
        inside.addLast(event);
        count(classes, event, 1);
        boolean now = whole >= role.least() && part > role.limit() * whole;
        if (now && !above) {
            found.add(inside.peekFirst(), event);
        }
        above = now;
    }

    private void count(Plan.Part classes, int event, int by) {
        part += (events.mask(event) & classes.opening()) != 0 ? by : 0;
        whole += (events.mask(event) & classes.closing()) != 0 ? by : 0;
    }
}
