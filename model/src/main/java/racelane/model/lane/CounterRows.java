package racelane.model.lane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racelane.model.lane.PlanRow.PlannedCounter;

/** Puts counter tracks between the rows of lanes. */
final class CounterRows {
    private CounterRows() {}

    /** Returns the rows with each counter below the last row of its group; those of groups without a lane come last. */
    static List<PlanRow> between(List<PlanRow> rows, List<PlannedCounter> counters, Set<String> collapsed) {
        Map<String, List<PlannedCounter>> waiting = new LinkedHashMap<>();
        for (PlannedCounter counter : counters) {
            if (!collapsed.contains(counter.group())) {
                waiting.computeIfAbsent(counter.group(), group -> new ArrayList<>())
                        .add(counter);
            }
        }
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            last.put(group(rows.get(i)), i);
        }
        List<PlanRow> all = new ArrayList<>(rows.size() + counters.size());
        for (int i = 0; i < rows.size(); i++) {
            all.add(rows.get(i));
            String group = group(rows.get(i));
            if (last.getOrDefault(group, -1) == i) {
                List<PlannedCounter> here = waiting.remove(group);
                all.addAll(here == null ? List.of() : here);
            }
        }
        waiting.values().forEach(all::addAll);
        return all;
    }

    private static String group(PlanRow row) {
        return switch (row) {
            case PlanRow.GroupHeader header -> header.group();
            case PlanRow.PlannedLane lane -> lane.group();
            case PlannedCounter counter -> counter.group();
        };
    }
}
