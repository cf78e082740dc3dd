package racelane.model.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import racelane.model.event.Trace;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.scene.SceneSamples;

class LanePlanTest {
    private final Trace trace = SceneSamples.busy(5, 7, 20);
    private final LanePlan plan = LanePlan.of(trace);

    @Test
    void everyLaneIsPlannedOnceAndMergedLanesCountTheirSources() {
        assertThat(plan.lanes())
                .extracting(PlannedLane::laneId)
                .containsExactlyInAnyOrderElementsOf(
                        trace.lanes().stream().map(lane -> lane.id()).toList());
        assertThat(plan.lanes().getFirst().caption()).isEqualTo("2 sources");
        int rows = trace.lanes().getFirst().slices().stream()
                .mapToInt(slice -> slice.rows())
                .sum();
        assertThat(plan.lanes().getFirst().subRows()).isEqualTo(rows);
    }

    @Test
    void rulesPermuteAndLoseNoLane() {
        Random random = new Random(9);
        for (LaneRule rule : List.of(
                LaneRules.groupTogether(),
                LaneRules.hide(Set.of(1, 2)),
                LaneRules.only(Set.of(3)),
                LaneRules.pin(List.of(4, 0)),
                LaneRules.order(List.of(random.nextInt(5), 5)))) {
            LanePlan changed = rule.apply(plan, trace);
            assertThat(changed.lanes())
                    .extracting(PlannedLane::laneId)
                    .containsExactlyInAnyOrderElementsOf(
                            plan.lanes().stream().map(PlannedLane::laneId).toList());
            assertThat(rule.apply(changed, trace)).isEqualTo(changed);
        }
    }

    @Test
    void pinnedLanesStandOnTopInTheirOrderAndSurviveACollapsedGroup() {
        LanePlan pinned = LaneRules.pin(List.of(4, 0)).apply(plan, trace);
        assertThat(pinned.visible()).extracting(PlannedLane::laneId).startsWith(4, 0);
        LanePlan folded = pinned.withCollapsed("gateway.jfr", true);
        assertThat(folded.visible()).extracting(PlannedLane::laneId).startsWith(4, 0);
        assertThat(folded.rows()).anyMatch(row -> row instanceof PlanRow.GroupHeader header && header.collapsed());
    }

    @Test
    void hiddenLanesAreNotShownButKept() {
        LanePlan hidden = LaneRules.hide(Set.of(0)).apply(plan, trace);
        assertThat(hidden.visible()).extracting(PlannedLane::laneId).doesNotContain(0);
        assertThat(hidden.lanes()).hasSameSizeAs(plan.lanes());
    }
}
