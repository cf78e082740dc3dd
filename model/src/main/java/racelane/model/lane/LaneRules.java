package racelane.model.lane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racelane.model.lane.PlanRow.PlannedLane;

/** The rules that come with the product. */
public final class LaneRules {
    private LaneRules() {}

    /** Brings the lanes of a group together, groups in the order of their first lane; pinned lanes stay at the top. */
    public static LaneRule groupTogether() {
        return (plan, trace) -> {
            Map<String, Integer> first = new HashMap<>();
            for (PlannedLane lane : plan.lanes()) {
                first.putIfAbsent(lane.group(), first.size());
            }
            return sorted(
                    plan, Comparator.comparingInt(lane -> lane.pinned() ? -1 : first.getOrDefault(lane.group(), 0)));
        };
    }

    /** Hides exactly these lanes; all others are shown. */
    public static LaneRule hide(Set<Integer> laneIds) {
        return (plan, trace) -> plan.withLanes(plan.lanes().stream()
                .map(lane -> lane.withHidden(laneIds.contains(lane.laneId())))
                .toList());
    }

    /** Shows exactly these lanes; all others are hidden. */
    public static LaneRule only(Set<Integer> laneIds) {
        return (plan, trace) -> plan.withLanes(plan.lanes().stream()
                .map(lane -> lane.withHidden(!laneIds.contains(lane.laneId())))
                .toList());
    }

    /** Brings these lanes to the top, in this order, and keeps them there even when their group is collapsed. */
    public static LaneRule pin(List<Integer> laneIds) {
        return (plan, trace) -> sorted(
                plan.withLanes(plan.lanes().stream()
                        .map(lane -> lane.withPinned(laneIds.contains(lane.laneId())))
                        .toList()),
                Comparator.comparingInt(lane -> place(laneIds, lane)));
    }

    /** Puts these lanes first, in this order, without pinning them; the others follow as they were. */
    public static LaneRule order(List<Integer> laneIds) {
        return (plan, trace) -> sorted(plan, Comparator.comparingInt(lane -> place(laneIds, lane)));
    }

    private static int place(List<Integer> laneIds, PlannedLane lane) {
        int at = laneIds.indexOf(lane.laneId());
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    private static LanePlan sorted(LanePlan plan, Comparator<PlannedLane> order) {
        List<PlannedLane> lanes = new ArrayList<>(plan.lanes());
        lanes.sort(order); // stable, as every rule must be
        return plan.withLanes(lanes);
    }
}
