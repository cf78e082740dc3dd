package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

class PixelWalkTest {
    private record Found(int position, int count, boolean alone) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyEventInViewIsEmittedOnceAndWideOnesByThemselves(long seed) {
        Trace trace = SceneSamples.busy(seed, 3, 200);
        RowIndex index = RowIndex.of(trace);
        TimeRange extent = trace.extent().orElseThrow();
        Random random = new Random(seed);
        for (int view = 0; view < 25; view++) {
            double width = 20 + random.nextInt(400);
            long a = extent.start() + random.nextLong(extent.duration());
            long b = a + 1 + (long) (extent.duration() * Math.pow(random.nextDouble(), 4) * 1.5);
            TimeScale scale = TimeScale.fit(new TimeRange(a, b), width);
            EventTable table = trace.tables().getFirst();
            for (LaneSlice slice : table.slices()) {
                for (int depth = 0; depth < slice.rows(); depth++) {
                    check(index.row(0, slice, depth), scale, width);
                }
            }
        }
    }

    private static void check(RowIndex.Row row, TimeScale scale, double width) {
        List<Found> found = new ArrayList<>();
        new PixelWalk(scale, width).walk(row, new PixelWalk.Visitor() {
            @Override
            public void event(int event) {
                found.add(new Found(position(row, event), 1, true));
            }

            @Override
            public void density(int event, int count, int x) {
                int first = position(row, event);
                found.add(new Found(first, count, false));
                for (int i = first; i < first + count; i++) {
                    assertThat((int) Math.floor(scale.x(row.start(i)))).isEqualTo(x);
                    assertThat(scale.width(row.end(i) - row.start(i))).isLessThan(1);
                }
            }
        });
        long left = scale.time(0);
        long right = scale.time(width) + 1;
        List<Integer> expected = new ArrayList<>();
        for (int i = row.from(); i < row.to(); i++) {
            if (row.end(i) >= left && row.start(i) <= right) {
                expected.add(i);
            }
        }
        List<Integer> emitted = new ArrayList<>();
        for (Found one : found) {
            for (int i = 0; i < one.count(); i++) {
                emitted.add(one.position() + i);
            }
        }
        // a density may reach past the right edge inside its own pixel
        assertThat(emitted).startsWith(expected.toArray(Integer[]::new));
        assertThat(found.size()).isLessThanOrEqualTo((int) (2 * width) + 4);
    }

    private static int position(RowIndex.Row row, int event) {
        for (int i = row.from(); i < row.to(); i++) {
            if (row.event(i) == event) {
                return i;
            }
        }
        throw new AssertionError("event " + event + " is not in its row");
    }
}
