package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;

class RowIndexTest {
    @Test
    void everyEventIsInExactlyOneSubRowAndSubRowsAreDisjointAndInOrder() {
        Trace trace = SceneSamples.busy(11, 4, 500);
        RowIndex index = RowIndex.of(trace);
        for (int t = 0; t < trace.tables().size(); t++) {
            EventTable table = trace.tables().get(t);
            Set<Integer> seen = new HashSet<>();
            for (LaneSlice slice : table.slices()) {
                for (int depth = 0; depth < slice.rows(); depth++) {
                    RowIndex.Row row = index.row(t, slice, depth);
                    for (int i = row.from(); i < row.to(); i++) {
                        assertThat(seen.add(row.event(i))).isTrue();
                        assertThat(table.depth(row.event(i))).isEqualTo(depth);
                        if (i > row.from()) {
                            assertThat(row.start(i)).isGreaterThanOrEqualTo(row.end(i - 1));
                        }
                    }
                }
            }
            assertThat(seen).hasSize(table.size());
        }
    }

    @Test
    void searchesInLongSubRowsFindWhatLookingAtEachEventFinds() {
        Trace trace = SceneSamples.busy(7, 2, 6000);
        RowIndex index = RowIndex.of(trace);
        Random random = new Random(3);
        int withSteps = 0;
        for (int lane = 0; lane < trace.lanes().size(); lane++) {
            for (RowIndex.Row row : index.rows(lane)) {
                withSteps += row.steps().exist() ? 1 : 0;
                for (int i = 0; i < 300 && row.to() > row.from(); i++) {
                    long about = row.start(row.from() + random.nextInt(row.to() - row.from())) + random.nextInt(5) - 2;
                    long time = i == 0 ? Long.MIN_VALUE : i == 1 ? Long.MAX_VALUE : about;
                    int expected = row.from();
                    while (expected < row.to() && row.start(expected) < time) {
                        expected++;
                    }
                    assertThat(row.firstStartingFrom(time)).isEqualTo(expected);
                    int low = row.from() + random.nextInt(row.to() - row.from());
                    assertThat(row.gallopToStart(time, low)).isEqualTo(Math.max(low + 1, expected));
                }
            }
        }
        assertThat(withSteps).as("sub-rows long enough for steps").isPositive();
    }
}
