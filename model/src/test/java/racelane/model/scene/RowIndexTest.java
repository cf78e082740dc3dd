package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
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
}
