package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneRunsTest {
    @Test
    void eachEventHasAHandleOfItsOwnAndComesOutInTheOrderOfItsLane() {
        for (int lanes : new int[] {1, 3, 40, 700}) {
            Random random = new Random(lanes);
            LaneRuns runs = new LaneRuns();
            List<List<Integer>> handles = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                handles.add(new ArrayList<>());
            }
            Set<Integer> all = new HashSet<>();
            for (int i = 0; i < 150_000; i++) {
                int lane = (int) (Math.abs(random.nextGaussian()) * lanes / 5) % lanes;
                int handle = runs.add(lane);
                assertThat(all.add(handle)).as("handle %d is new", handle).isTrue();
                handles.get(lane).add(handle);
            }
            LaneRuns.Plan plan = runs.plan(IntStream.range(0, lanes).toArray());
            assertThat(runs.size()).isEqualTo(150_000);
            assertThat(plan.size()).isEqualTo(150_000);
            List<Integer> inOrder = handles.stream().flatMap(List::stream).toList();
            assertThat(laid(plan)).isEqualTo(inOrder);
            for (int lane = 0, row = 0; lane < lanes; lane++) {
                assertThat(plan.from()[lane]).isEqualTo(row);
                row += handles.get(lane).size();
            }
        }
    }

    @Test
    void noRunLeavesItsPage() {
        LaneRuns runs = new LaneRuns();
        for (int i = 0; i < 300_000; i++) {
            var unused = runs.add(i % 3);
        }
        LaneRuns.Plan plan = runs.plan(new int[] {0, 1, 2});
        for (int run = 0; run < plan.runs(); run++) {
            int last = plan.handles()[run] + plan.length(run) - 1;
            assertThat(last / EventRows.PAGE).isEqualTo(plan.handles()[run] / EventRows.PAGE);
        }
    }

    @Test
    void atMostAQuarterOfTheHandlesAndFourALaneAreWasted() {
        for (int lanes : new int[] {1, 16, 1000, 20_000}) {
            LaneRuns runs = new LaneRuns();
            int most = 0;
            for (int i = 0; i < 200_000; i++) {
                most = Math.max(most, runs.add(i % lanes));
            }
            assertThat(most).isLessThan(200_000 * 5 / 4 + 4 * lanes);
        }
    }

    @Test
    void anEventOnALaneThatNobodyAskedForIsNotLostInSilence() {
        LaneRuns runs = new LaneRuns();
        var unused = runs.add(5);
        assertThatThrownBy(() -> runs.plan(new int[] {0, 1, 2})).isInstanceOf(IllegalStateException.class);
    }

    private static List<Integer> laid(LaneRuns.Plan plan) {
        List<Integer> handles = new ArrayList<>();
        for (int run = 0; run < plan.runs(); run++) {
            for (int i = 0; i < plan.length(run); i++) {
                handles.add(plan.handles()[run] + i);
            }
        }
        return handles;
    }
}
