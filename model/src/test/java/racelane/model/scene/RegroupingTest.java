package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.lane.LanePlan;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.lane.Regrouping;
import racelane.model.lane.RowsBy;
import racelane.model.progress.Progress;

class RegroupingTest {
    @ParameterizedTest
    @EnumSource(
            value = RowsBy.class,
            names = {"KEY", "OPERATION", "LOGGER", "REQUEST"})
    void everyEventLiesInOneSubRowOfItsRowAndNoneHidesAnother(RowsBy by) {
        Trace trace = SceneSamples.busy(23, 5, 400);
        Regrouping rows = Regrouping.of(trace, by, Progress.none());
        RowIndex index = RowIndex.of(trace).regrouped(rows);
        Set<EventRef> seen = new HashSet<>();
        for (PlannedLane lane : rows.plan().lanes()) {
            List<RowIndex.Row> subRows = index.rows(lane.laneId());
            assertThat(lane.subRows()).isEqualTo(subRows.size());
            for (int subRow = 0; subRow < subRows.size(); subRow++) {
                RowIndex.Row row = subRows.get(subRow);
                for (int at = row.from(); at < row.to(); at++) {
                    EventRef ref = new EventRef(row.index(), row.event(at));
                    assertThat(seen.add(ref)).isTrue();
                    assertThat(index.laneOf(ref)).isEqualTo(lane.laneId());
                    assertThat(index.subRow(ref)).isEqualTo(subRow);
                    if (at > row.from()) {
                        assertThat(row.start(at)).isGreaterThanOrEqualTo(row.end(at - 1));
                    }
                }
            }
        }
        assertThat(seen).hasSize((int) trace.size());
    }

    @Test
    void rowsByOperationBearTheNameOfTheirEvents() {
        Trace trace = SceneSamples.busy(5, 3, 200);
        Regrouping rows = Regrouping.of(trace, RowsBy.OPERATION, Progress.none());
        LanePlan plan = rows.plan();
        assertThat(plan.lanes()).extracting(PlannedLane::name).doesNotHaveDuplicates();
        for (int table = 0; table < trace.tables().size(); table++) {
            EventTable events = trace.tables().get(table);
            for (int row = 0; row < events.size(); row++) {
                int lane = rows.rowOf(new EventRef(table, row));
                assertThat(plan.lane(lane).orElseThrow().name())
                        .isEqualTo(trace.names().text(events.name(row)));
            }
        }
    }

    @Test
    void theBusiestKeyComesFirstAndWhatHasNoneComesLast() {
        Trace trace = SceneSamples.cacheRace();
        Regrouping rows = Regrouping.of(trace, RowsBy.KEY, Progress.none());
        assertThat(rows.plan().lanes()).extracting(PlannedLane::name).containsExactly("user:123");
        Trace busy = SceneSamples.busy(5, 3, 200);
        List<PlannedLane> lanes =
                Regrouping.of(busy, RowsBy.LOGGER, Progress.none()).plan().lanes();
        assertThat(lanes.getLast().name()).isEqualTo("no logger");
    }

    @Test
    void theEventsOfARegroupedRowAreWalkedInTheOrderOfTime() {
        Trace trace = SceneSamples.busy(9, 4, 100);
        RowIndex index = RowIndex.of(trace).regrouped(Regrouping.of(trace, RowsBy.OPERATION, Progress.none()));
        EventRef at = LaneSteps.nearest(index, index.laneOf(new EventRef(0, 0)), Long.MIN_VALUE / 2)
                .orElseThrow();
        Set<EventRef> walked = new HashSet<>();
        long last = Long.MIN_VALUE;
        while (at != null) {
            assertThat(walked.add(at)).isTrue();
            long start = trace.at(at).start();
            assertThat(start).isGreaterThanOrEqualTo(last);
            last = start;
            EventRef before = at;
            at = LaneSteps.neighbour(index, at, start, 1).orElse(null);
            if (at != null) {
                assertThat(LaneSteps.neighbour(index, at, trace.at(at).start(), -1))
                        .hasValue(before);
            }
        }
        long all = index.rows(index.laneOf(new EventRef(0, 0))).stream()
                .mapToLong(row -> row.to() - row.from())
                .sum();
        assertThat(walked).hasSize((int) all);
    }

    @Test
    void anIndexOfChosenEventsHoldsThemAndNoOthersInTheirOwnSubRows() {
        Trace trace = SceneSamples.busy(31, 3, 300);
        RowIndex all = RowIndex.of(trace);
        RowIndex odd = all.only((table, row) -> row % 3 == 1);
        for (int lane = 0; lane < trace.lanes().size(); lane++) {
            List<RowIndex.Row> rows = odd.rows(lane);
            assertThat(rows).hasSameSizeAs(all.rows(lane));
            for (int subRow = 0; subRow < rows.size(); subRow++) {
                RowIndex.Row row = rows.get(subRow);
                int expected = 0;
                RowIndex.Row whole = all.rows(lane).get(subRow);
                for (int at = whole.from(); at < whole.to(); at++) {
                    expected += whole.event(at) % 3 == 1 ? 1 : 0;
                }
                assertThat(row.to() - row.from()).isEqualTo(expected);
                for (int at = row.from(); at < row.to(); at++) {
                    assertThat(row.event(at) % 3).isEqualTo(1);
                }
            }
        }
    }
}
