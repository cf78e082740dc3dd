package racelane.model.lane;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import racelane.model.event.Lane;
import racelane.model.event.LaneName;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.lane.PlanRow.PlannedLane;

/**
 * Which lanes are shown, in what order, under which group. An immutable value.
 *
 * @param lanes every lane of the trace, hidden ones included, in the order in which they are shown
 * @param collapsed the groups whose lanes are folded away; their headers stay
 * @param headers whether groups have a header row even when they are not collapsed
 */
public record LanePlan(List<PlannedLane> lanes, Set<String> collapsed, boolean headers) {
    /** Copies the collections. */
    public LanePlan {
        lanes = List.copyOf(lanes);
        collapsed = Set.copyOf(collapsed);
    }

    /** Returns the plan of a trace before anybody touched it: all lanes, grouped by process, or by source where none is known. */
    public static LanePlan of(Trace trace) {
        List<PlannedLane> all = new ArrayList<>(trace.lanes().size());
        for (Lane lane : trace.lanes()) {
            int rows = 0;
            for (LaneSlice slice : lane.slices()) {
                rows += slice.rows();
            }
            String process = lane.name().process();
            String group = process.isEmpty() ? sourceOf(lane) : process;
            all.add(new PlannedLane(
                    lane.id(), lane.name().name(), captionOf(lane), group, Math.max(1, rows), false, false));
        }
        return LaneRules.groupTogether().apply(new LanePlan(all, Set.of(), false), trace);
    }

    /** Returns the header and lane rows to show, from top to bottom. */
    public List<PlanRow> rows() {
        if (!headers && collapsed.isEmpty()) {
            return List.copyOf(visible());
        }
        Map<String, Long> sizes = lanes.stream()
                .filter(lane -> !lane.hidden())
                .collect(Collectors.groupingBy(PlannedLane::group, Collectors.counting()));
        List<PlanRow> rows = new ArrayList<>(lanes.size());
        Set<String> begun = new HashSet<>();
        for (PlannedLane lane : lanes) {
            if (lane.hidden()) {
                continue;
            }
            boolean folded = collapsed.contains(lane.group()) && !lane.pinned();
            if (!lane.pinned() && (headers || folded) && begun.add(lane.group())) {
                int size = Math.toIntExact(sizes.getOrDefault(lane.group(), 0L));
                rows.add(new PlanRow.GroupHeader(lane.group(), size, folded));
            }
            if (!folded) {
                rows.add(lane);
            }
        }
        return rows;
    }

    /** Returns the lanes that are shown, from top to bottom. */
    public List<PlannedLane> visible() {
        return lanes.stream()
                .filter(lane -> !lane.hidden() && (lane.pinned() || !collapsed.contains(lane.group())))
                .toList();
    }

    /** Returns all lanes by group, in the order in which the groups appear. */
    public Map<String, List<PlannedLane>> groups() {
        return lanes.stream()
                .collect(Collectors.groupingBy(PlannedLane::group, LinkedHashMap::new, Collectors.toList()));
    }

    /** Returns the same plan with these lanes. */
    public LanePlan withLanes(List<PlannedLane> changed) {
        return new LanePlan(changed, collapsed, headers);
    }

    /** Returns the plan with a group folded away or opened. */
    public LanePlan withCollapsed(String group, boolean folded) {
        Set<String> next = new HashSet<>(collapsed);
        if (folded) {
            next.add(group);
        } else {
            next.remove(group);
        }
        return new LanePlan(lanes, next, headers);
    }

    /** Returns the plan with or without a header row above each group. */
    public LanePlan withHeaders(boolean shown) {
        return new LanePlan(lanes, collapsed, shown);
    }

    private static String sourceOf(Lane lane) {
        return lane.slices().getFirst().table().source().name();
    }

    private static String captionOf(Lane lane) {
        List<String> names = lane.slices().stream()
                .map(slice -> slice.table().source().name())
                .distinct()
                .toList();
        String sources = names.size() == 1 ? names.getFirst() : names.size() + " sources";
        LaneName name = lane.name();
        return name.inferred() ? "inferred · " + sources : sources;
    }
}
