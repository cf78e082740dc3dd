package racelane.app.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.lane.LanePlan;
import racelane.model.lane.LaneRules;
import racelane.model.lane.PlanRow.PlannedLane;

/** Carries what was done with the lanes over to a trace that has grown. Pure. */
final class KeptLanes {
    private KeptLanes() {}

    /** Returns {@code fresh} with the lanes hidden, pinned, folded and sized as they were in {@code before}. */
    static LanePlan carry(LanePlan before, Trace last, LanePlan fresh, Trace next) {
        Set<Integer> hidden = new HashSet<>();
        List<Integer> pinned = new ArrayList<>();
        for (PlannedLane lane : before.lanes()) {
            if (lane.hidden()) {
                hidden.add(sameLane(last, lane.laneId(), next));
            }
            if (lane.pinned()) {
                pinned.add(sameLane(last, lane.laneId(), next));
            }
        }
        Map<Integer, Double> heights = new HashMap<>();
        before.heights().forEach((key, height) -> heights.put(key < 0 ? key : sameLane(last, key, next), height));
        LanePlan plan = hidden.isEmpty() ? fresh : LaneRules.hide(hidden).apply(fresh, next);
        plan = pinned.isEmpty() ? plan : LaneRules.pin(pinned).apply(plan, next);
        return new LanePlan(plan.lanes(), before.collapsed(), plan.headers(), plan.counters(), heights);
    }

    /** Returns the lane of {@code next} that holds what the lane of {@code last} began with. */
    static int sameLane(Trace last, int laneId, Trace next) {
        LaneSlice first = last.lanes().get(laneId).slices().getFirst();
        return next.laneId(last.tables().indexOf(first.table()), first.index());
    }
}
