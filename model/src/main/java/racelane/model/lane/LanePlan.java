package racelane.model.lane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import racelane.model.event.CounterTrack;
import racelane.model.event.Lane;
import racelane.model.event.LaneName;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.lane.PlanRow.PlannedCounter;
import racelane.model.lane.PlanRow.PlannedLane;

/**
 * Which lanes are shown, in what order, under which group. An immutable value.
 *
 * @param lanes every lane of the trace, hidden ones included, in the order in which they are shown
 * @param collapsed the groups whose lanes are folded away; their headers stay
 * @param headers whether groups have a header row even when they are not collapsed
 * @param counters the counter tracks that are shown, each below the last lane of its group
 * @param heights by {@link #heightKey}, the height in px that was given to a lane or counter track by hand
 */
public record LanePlan(
        List<PlannedLane> lanes,
        Set<String> collapsed,
        boolean headers,
        List<PlannedCounter> counters,
        Map<Integer, Double> heights) {
    /** Copies the collections. */
    public LanePlan {
        lanes = List.copyOf(lanes);
        collapsed = Set.copyOf(collapsed);
        counters = List.copyOf(counters);
        heights = Map.copyOf(heights);
    }

    /** Creates a plan in which every lane is as high as its events need. */
    public LanePlan(List<PlannedLane> lanes, Set<String> collapsed, boolean headers, List<PlannedCounter> counters) {
        this(lanes, collapsed, headers, counters, Map.of());
    }

    /** Creates a plan without counter tracks. */
    public LanePlan(List<PlannedLane> lanes, Set<String> collapsed, boolean headers) {
        this(lanes, collapsed, headers, List.of());
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
        return LaneRules.groupTogether().apply(new LanePlan(all, Set.of(), false, countersOf(trace)), trace);
    }

    /** Returns the header, lane and counter rows to show, from top to bottom. */
    public List<PlanRow> rows() {
        List<PlanRow> rows = !headers && collapsed.isEmpty() ? List.copyOf(visible()) : grouped();
        return counters.isEmpty() ? rows : CounterRows.between(rows, counters, collapsed);
    }

    private List<PlanRow> grouped() {
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
        return new LanePlan(changed, collapsed, headers, counters, heights);
    }

    /** Returns the plan with a group folded away or opened. */
    public LanePlan withCollapsed(String group, boolean folded) {
        Set<String> next = new HashSet<>(collapsed);
        if (folded) {
            next.add(group);
        } else {
            next.remove(group);
        }
        return new LanePlan(lanes, next, headers, counters, heights);
    }

    /** Returns the plan with these counter tracks; those of the trace are {@link #countersOf}. */
    public LanePlan withCounters(List<PlannedCounter> shown) {
        return new LanePlan(lanes, collapsed, headers, shown, heights);
    }

    /** Returns under what the height of a row is kept: a lane's id, or the complement of a counter's position. */
    public static int heightKey(PlanRow row) {
        return switch (row) {
            case PlannedLane lane -> lane.laneId();
            case PlannedCounter counter -> ~counter.counter();
            case PlanRow.GroupHeader header -> Integer.MIN_VALUE;
        };
    }

    /**
     * Returns the plan with another height of a lane or counter track.
     *
     * @param key its {@link #heightKey}
     * @param height px; 0 for what its events need
     */
    public LanePlan withHeight(int key, double height) {
        Map<Integer, Double> next = new HashMap<>(heights);
        if (height > 0) {
            next.put(key, height);
        } else {
            next.remove(key);
        }
        return new LanePlan(lanes, collapsed, headers, counters, next);
    }

    /** Returns the plan of the pinned lanes alone: what stays on top while the rest scrolls. */
    public LanePlan pinned() {
        return new LanePlan(lanes.stream().filter(PlannedLane::pinned).toList(), Set.of(), false, List.of(), heights);
    }

    /** Returns the plan of what scrolls: all but the pinned lanes. */
    public LanePlan unpinned() {
        return lanes.stream().noneMatch(PlannedLane::pinned)
                ? this
                : withLanes(lanes.stream().filter(lane -> !lane.pinned()).toList());
    }

    /** Returns the lane with this id; nothing when the plan has none. */
    public Optional<PlannedLane> lane(int laneId) {
        return lanes.stream().filter(lane -> lane.laneId() == laneId).findFirst();
    }

    /** Returns all counter tracks of a trace, grouped by process, or by source where none is known. */
    public static List<PlannedCounter> countersOf(Trace trace) {
        List<PlannedCounter> all = new ArrayList<>();
        for (CounterTrack track : trace.counters()) {
            String source = track.table().source().name();
            String process = track.name().process();
            all.add(new PlannedCounter(all.size(), track.name().title(), source, process.isEmpty() ? source : process));
        }
        return all;
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
