package racelane.model.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racelane.model.event.EventTable;
import racelane.model.event.Lane;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.lane.LanePlan;
import racelane.model.lane.LaneRules;
import racelane.model.lane.PlanRow.PlannedCounter;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/**
 * Which lanes a figure shows: those of the window first, in the order in which they appear in it, then others with events in the
 * range.
 *
 * @param plan the lanes to show
 * @param annotated by lane, the sub-row below which a step's number needs room
 * @param leftOut a sentence on what is not shown, empty when nothing is missing
 */
record FigureLanes(LanePlan plan, Map<Integer, Integer> annotated, String leftOut) {
    /** How many lanes are shown when nobody chose them; those of the window are shown in any case. */
    static final int MOST = 40;

    /** How many chosen lanes are shown. */
    static final int MOST_CHOSEN = 200;

    static FigureLanes of(FigureRequest request, RowIndex rows, TimeRange range) {
        Trace trace = request.trace();
        Map<Integer, Integer> annotated = new HashMap<>();
        Set<Integer> involved = new LinkedHashSet<>();
        request.focus().ifPresent(window -> involve(trace, window, involved, annotated));
        LanePlan ordered = LaneRules.groupTogether()
                .apply(LaneRules.order(List.copyOf(involved)).apply(LanePlan.of(trace), trace), trace);
        List<PlannedLane> shown = new ArrayList<>();
        boolean asked = !request.lanes().isEmpty() || !request.counters().isEmpty();
        int idle = 0;
        int beyond = 0;
        int most = asked ? MOST_CHOSEN : MOST;
        for (PlannedLane lane : ordered.lanes()) {
            boolean chosen = request.lanes().contains(lane.laneId()) || involved.contains(lane.laneId());
            if (!chosen && asked) {
                continue;
            }
            int used = usedSubRows(trace, rows, lane.laneId(), range);
            boolean wanted = chosen
                    && (involved.contains(lane.laneId()) || request.lanes().size() <= MOST);
            if (used == 0 && !wanted) {
                idle++;
            } else if (shown.size() >= most && !involved.contains(lane.laneId())) {
                beyond++;
            } else {
                int subRows = Math.max(1, used);
                shown.add(new PlannedLane(
                        lane.laneId(), lane.name(), lane.caption(), lane.group(), subRows, false, false));
            }
        }
        List<PlannedCounter> counters = ordered.counters().stream()
                .filter(counter -> request.counters().contains(counter.counter()))
                .toList();
        int fit = Math.min(MOST, counters.size());
        LanePlan plan = new LanePlan(shown, Set.of(), hasGroups(trace, shown), counters.subList(0, fit));
        return new FigureLanes(plan, annotated, leftOut(idle, beyond, counters.size() - fit));
    }

    /** Tells whether the lanes are of several processes, and not merely of several sources: those stand under each lane's name. */
    private static boolean hasGroups(Trace trace, List<PlannedLane> lanes) {
        long groups = lanes.stream().map(PlannedLane::group).distinct().count();
        boolean named = lanes.stream()
                .anyMatch(lane ->
                        !trace.lanes().get(lane.laneId()).name().process().isEmpty());
        return groups > 1 && named;
    }

    private static void involve(
            Trace trace, RaceWindow window, Set<Integer> involved, Map<Integer, Integer> annotated) {
        for (WindowRole role : window.roles()) {
            int lane = trace.laneId(role.event());
            involved.add(lane);
            if (role.intruder()) {
                EventTable table = trace.tables().get(role.event().table());
                annotated.merge(lane, LaneArea.subRow(trace, lane, role.event(), table), Math::max);
            }
        }
    }

    /** Returns the deepest sub-row with an event in the range, plus one; 0 when there is none. */
    private static int usedSubRows(Trace trace, RowIndex rows, int laneId, TimeRange range) {
        Lane lane = trace.lanes().get(laneId);
        int base = 0;
        int used = 0;
        for (LaneSlice slice : lane.slices()) {
            int table = trace.tables().indexOf(slice.table());
            for (int depth = 0; depth < slice.rows(); depth++) {
                RowIndex.Row row = rows.row(table, slice, depth);
                int at = row.firstEndingFrom(range.start(), row.from());
                if (at < row.to() && row.start(at) <= range.end()) {
                    used = base + depth + 1;
                }
            }
            base += slice.rows();
        }
        return used;
    }

    private static String leftOut(int idle, int beyond, int counters) {
        List<String> parts = new ArrayList<>();
        if (idle > 0) {
            parts.add(idle + (idle == 1 ? " lane" : " lanes") + " without events here");
        }
        if (beyond > 0) {
            parts.add(beyond + " more " + (beyond == 1 ? "lane" : "lanes"));
        }
        if (counters > 0) {
            parts.add(counters + " more " + (counters == 1 ? "counter track" : "counter tracks"));
        }
        return parts.isEmpty() ? "" : "Left out: " + String.join(", ", parts) + ".";
    }
}
