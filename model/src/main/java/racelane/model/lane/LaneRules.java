package racelane.model.lane;

import java.math.BigInteger;
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

    /** Lets a pinned lane go: it goes back to the lanes of its group, before the first of them. */
    public static LaneRule unpin(int laneId) {
        return (plan, trace) -> {
            List<PlannedLane> lanes = new ArrayList<>(plan.lanes());
            PlannedLane lane = plan.lane(laneId).orElse(null);
            if (lane == null || !lanes.remove(lane)) {
                return plan;
            }
            int to = 0;
            while (to < lanes.size()
                    && (lanes.get(to).pinned() || !lanes.get(to).group().equals(lane.group()))) {
                to++;
            }
            lanes.add(to, lane.withPinned(false));
            return plan.withLanes(lanes);
        };
    }

    /** Puts these lanes first, in this order, without pinning them; the others follow as they were. */
    public static LaneRule order(List<Integer> laneIds) {
        return (plan, trace) -> sorted(plan, Comparator.comparingInt(lane -> place(laneIds, lane)));
    }

    /** Moves a lane past the next one shown below it, or above it, among the pinned ones or those of its group. */
    public static LaneRule move(int laneId, int direction) {
        return (plan, trace) -> {
            List<PlannedLane> lanes = new ArrayList<>(plan.lanes());
            int from = 0;
            while (from < lanes.size() && lanes.get(from).laneId() != laneId) {
                from++;
            }
            int to = from + direction;
            while (to >= 0 && to < lanes.size() && lanes.get(to).hidden()) {
                to += direction;
            }
            if (from == lanes.size() || to < 0 || to >= lanes.size() || !together(lanes.get(from), lanes.get(to))) {
                return plan;
            }
            lanes.add(to, lanes.remove(from));
            return plan.withLanes(lanes);
        };
    }

    private static boolean together(PlannedLane one, PlannedLane other) {
        return one.pinned() == other.pinned() && (one.pinned() || one.group().equals(other.group()));
    }

    /** Orders lanes by name, as people count: {@code worker-2} before {@code worker-10}; groups and pinned lanes stay together. */
    public static LaneRule byName() {
        return inGroups((plan, trace) ->
                sorted(plan, Comparator.comparing((PlannedLane lane) -> lane.name(), LaneRules::asPeopleCount)));
    }

    /** Orders lanes by how many events they have, most first; groups and pinned lanes stay together. */
    public static LaneRule byEvents() {
        return inGroups((plan, trace) -> sorted(
                plan,
                Comparator.comparingLong((PlannedLane lane) -> -trace.lanes().get(lane.laneId()).slices().stream()
                        .mapToLong(slice -> slice.size())
                        .sum())));
    }

    /** Orders lanes as they first appear in the sources; groups and pinned lanes stay together. */
    public static LaneRule byAppearance() {
        return inGroups((plan, trace) -> sorted(plan, Comparator.comparingInt(PlannedLane::laneId)));
    }

    private static LaneRule inGroups(LaneRule rule) {
        return (plan, trace) -> groupTogether().apply(rule.apply(plan, trace), trace);
    }

    /** Compares texts with each run of digits taken as a number. */
    private static int asPeopleCount(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = endOfNumber(a, i);
            int endB = endOfNumber(b, j);
            int order = endA > i && endB > j
                    ? new BigInteger(a.substring(i, endA)).compareTo(new BigInteger(b.substring(j, endB)))
                    : Character.compare(a.charAt(i), b.charAt(j));
            if (order != 0) {
                return order;
            }
            i = Math.max(i + 1, endA);
            j = Math.max(j + 1, endB);
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
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
