package racelane.model.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;

/**
 * What the program itself said of inconsistencies, put to the nearest window of the same key that had begun by then. It proves no
 * harm: a check that reads two values one after the other can raise a false alarm.
 */
final class LoggedSymptoms {
    private static final int MOST = 10_000;

    private final Trace trace;
    private final Map<Integer, List<Long>> byKey = new HashMap<>();
    private int count;

    LoggedSymptoms(Trace trace) {
        this.trace = trace;
    }

    /** Takes over what was gathered in the same rows before. */
    void takeOver(Map<Integer, List<Long>> gathered) {
        byKey.clear();
        byKey.putAll(gathered);
        count = MOST;
    }

    /** Returns what was gathered, by key. */
    Map<Integer, List<Long>> gathered() {
        return Map.copyOf(byKey);
    }

    /** Gathers the events of an index; of very many the first ones. */
    void gather(KeyIndex index, long inconsistency) {
        for (int key = 1; key < index.keys() && inconsistency != 0; key++) {
            int own = key;
            index.forEach(key, inconsistency, ref -> {
                List<Long> refs = byKey.computeIfAbsent(own, unknown -> new ArrayList<>());
                if (count < MOST && !refs.contains(ref)) {
                    refs.add(ref);
                    count++;
                }
            });
        }
    }

    /** Returns the windows, in their order, each with the symptoms that are nearest to it. */
    List<RaceWindow> linked(List<RaceWindow> windows) {
        if (byKey.isEmpty()) {
            return windows;
        }
        Map<String, List<RaceWindow>> windowsByKey = new HashMap<>();
        windows.forEach(window -> windowsByKey
                .computeIfAbsent(window.key(), key -> new ArrayList<>())
                .add(window));
        Map<String, List<EventRef>> byWindow = new HashMap<>();
        byKey.forEach((key, refs) -> {
            List<RaceWindow> near = windowsByKey.getOrDefault(trace.names().text(key), List.of());
            for (long ref : refs) {
                String id = nearest(near, Ref.unpack(ref));
                if (!id.isEmpty()) {
                    byWindow.computeIfAbsent(id, unknown -> new ArrayList<>()).add(Ref.unpack(ref));
                }
            }
        });
        return windows.stream()
                .map(window -> byWindow.containsKey(window.id())
                        ? window.withSymptoms(byWindow.getOrDefault(window.id(), List.of()))
                        : window)
                .toList();
    }

    private String nearest(List<RaceWindow> windows, EventRef symptom) {
        long time = trace.tables().get(symptom.table()).start(symptom.row());
        String best = "";
        long least = Long.MAX_VALUE;
        for (RaceWindow window : windows) {
            long distance = Math.max(0, time - window.range().end());
            boolean plays =
                    window.roles().stream().anyMatch(role -> role.event().equals(symptom));
            if (window.range().start() <= time && distance < least && !plays) {
                best = window.id();
                least = distance;
            }
        }
        return best;
    }
}
