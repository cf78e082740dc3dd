package racelane.app.timeline;

import racelane.model.lane.LanePlan;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.scene.FontRole;
import racelane.model.scene.LaneLayout;
import racelane.model.scene.LaneMetrics;
import racelane.model.scene.TextMeasure;

/**
 * A plan as it is laid out on the screen: once a plan and not once a frame, for a plan may have 100,000 lanes.
 *
 * @param plan all lanes
 * @param pinned those that stay on top
 * @param pinnedLayout where they lie, from the top of their own area
 * @param scrolled those that scroll below them
 * @param layout where these lie
 * @param gutter width in px of the column with the names: room for the longest of them, within reason
 */
record ShownLanes(
        LanePlan plan, LanePlan pinned, LaneLayout pinnedLayout, LanePlan scrolled, LaneLayout layout, double gutter) {
    static final LaneMetrics METRICS = LaneMetrics.window();

    private static final double LEAST_GUTTER = 112;
    private static final double MOST_GUTTER = 208;
    private static final double NAME_PADDING = 18;
    private static final int MEASURED_LANES = 500;

    static ShownLanes of(LanePlan plan, TextMeasure measure) {
        LanePlan pinned = plan.pinned();
        LanePlan scrolled = plan.unpinned();
        return new ShownLanes(
                plan,
                pinned,
                LaneLayout.of(pinned, METRICS),
                scrolled,
                LaneLayout.of(scrolled, METRICS),
                gutter(plan, measure));
    }

    private static double gutter(LanePlan plan, TextMeasure measure) {
        double widest = plan.lanes().stream()
                .filter(lane -> !lane.hidden())
                .limit(MEASURED_LANES)
                .mapToDouble(lane -> widthOf(lane, measure))
                .max()
                .orElse(0);
        int counters = Math.min(MEASURED_LANES, plan.counters().size());
        for (var counter : plan.counters().subList(0, counters)) {
            double name = measure.width(counter.name(), FontRole.SEMI_BOLD, METRICS.nameSize());
            widest = Math.max(widest, name + METRICS.rangeRoom());
        }
        return Math.clamp(Math.ceil(widest) + NAME_PADDING, LEAST_GUTTER, MOST_GUTTER);
    }

    private static double widthOf(PlannedLane lane, TextMeasure measure) {
        return Math.max(
                measure.width(lane.name(), FontRole.SEMI_BOLD, METRICS.nameSize()),
                measure.width(lane.caption(), FontRole.REGULAR, METRICS.captionSize()));
    }
}
