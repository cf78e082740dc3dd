package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;

/** The columns against a plain list of objects, fed by the same seeded events. */
class EventStoreDifferentialTest {
    private static final int SEEDS = 150;

    @Test
    void everyRowEqualsTheReferenceInValueAndOrder() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomEvents events = new RandomEvents(seed, new Names()).write(1 + (int) (seed * 7 % 300));
            Trace trace = Trace.empty(events.names).with(TestSources.seal("a.log", events.builder));
            assertSame(trace, events.reference.sealed(), seed);
        }
    }

    @Test
    void lanesAreContiguousSlicesThatHoldTheirRows() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomEvents events = new RandomEvents(seed, new Names()).write((int) (seed % 40));
            EventTable table = TestSources.seal("a.log", events.builder);
            int row = 0;
            for (LaneSlice slice : table.slices()) {
                assertThat(slice.from()).as("seed %d", seed).isEqualTo(row);
                for (; row < slice.to(); row++) {
                    assertThat(table.laneOf(row))
                            .as("seed %d row %d", seed, row)
                            .isEqualTo(slice.index());
                }
            }
            assertThat(row).isEqualTo(table.size());
            assertThat(table.slices()).extracting(LaneSlice::name).isEqualTo(events.reference.lanes);
        }
    }

    @Test
    void binarySearchFindsWhatAWalkFinds() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomEvents events = new RandomEvents(seed, new Names()).write(120);
            EventTable table = TestSources.seal("a.log", events.builder)
                    .withSetting(ClockSetting.typed(
                            new ClockMapping(seed % 2 == 0 ? 0 : -3_000_000_007L, seed % 3 * 77_000_001, 5)));
            for (LaneSlice slice : table.slices()) {
                for (int row = slice.from(); row < slice.to(); row++) {
                    for (long time = table.start(row) - 1; time <= table.start(row) + 1; time++) {
                        assertThat(slice.firstAtOrAfter(time)).isEqualTo(walk(slice, time));
                    }
                }
                assertThat(slice.firstAtOrAfter(Long.MIN_VALUE)).isEqualTo(slice.from());
                assertThat(slice.firstAtOrAfter(Long.MAX_VALUE)).isEqualTo(slice.to());
            }
        }
    }

    @Test
    void anOffsetMovesEveryTimeAndNothingElse() {
        RandomEvents events = new RandomEvents(4, new Names()).write(200);
        EventTable table = TestSources.seal("a.log", events.builder);
        EventTable moved = table.withSetting(ClockSetting.typed(ClockMapping.offset(5)))
                .withSetting(ClockSetting.typed(ClockMapping.offset(-1_234_567_890_123L)));
        assertThat(moved.source().mapping().offset()).isEqualTo(-1_234_567_890_123L);
        for (int row = 0; row < table.size(); row++) {
            assertThat(moved.start(row)).isEqualTo(table.start(row) - 1_234_567_890_123L);
            assertThat(moved.end(row)).isEqualTo(table.end(row) - 1_234_567_890_123L);
            assertThat(moved.kind(row)).isEqualTo(table.kind(row));
            assertThat(moved.depth(row)).isEqualTo(table.depth(row));
            assertThat(moved.origin(row)).isEqualTo(table.origin(row));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {EventRows.PAGE - 1, EventRows.PAGE, EventRows.PAGE + 1, 3 * EventRows.PAGE + 17})
    void pageBordersLoseNothing(int count) {
        TraceBuilder builder = new TraceBuilder(new Names());
        int[] lanes = {builder.lane(LaneName.thread("even")), builder.lane(LaneName.thread("odd"))};
        int name = builder.word("step");
        for (int i = 0; i < count; i++) {
            long start = i ^ 5; // out of order, so that the sort works across pages too
            int event = builder.append(EventKind.SPAN, lanes[i & 1], start, start + i, name, i + 1);
            if (i == count - 1) {
                builder.key(event, builder.word("last"));
            }
        }
        EventTable table = TestSources.seal("big.log", builder);
        List<Integer> origins = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            int arrived = table.origin(row) - 1;
            origins.add(arrived);
            assertThat(table.start(row)).isEqualTo(arrived ^ 5);
            assertThat(table.end(row)).isEqualTo((arrived ^ 5) + (long) arrived);
            assertThat(table.laneOf(row)).isEqualTo(arrived & 1);
            assertThat(table.key(row) != 0).isEqualTo(arrived == count - 1);
            assertThat(row == 0
                            || table.laneOf(row - 1) != table.laneOf(row)
                            || table.start(row - 1) < table.start(row))
                    .isTrue();
        }
        assertThat(origins).doesNotHaveDuplicates().hasSize(count);
    }

    private static int walk(LaneSlice slice, long time) {
        int row = slice.from();
        while (row < slice.to() && slice.table().start(row) < time) {
            row++;
        }
        return row;
    }

    private static void assertSame(Trace trace, List<ReferenceStore.Row> expected, long seed) {
        EventTable table = trace.tables().getFirst();
        assertThat(trace.size()).as("seed %d", seed).isEqualTo(expected.size());
        for (int row = 0; row < expected.size(); row++) {
            ReferenceStore.Row wanted = expected.get(row);
            Event event = trace.at(new EventRef(0, row));
            assertThat(List.of(event.kind(), event.start(), event.end(), event.name(), event.attributes()))
                    .as("seed %d row %d", seed, row)
                    .isEqualTo(List.of(wanted.kind, wanted.start, wanted.end, wanted.name, wanted.attributes));
            assertThat(event.key()).as("seed %d row %d", seed, row).isEqualTo(wanted.key);
            assertThat(List.of(
                            event.origin(),
                            event.endOrigin(),
                            table.depth(row),
                            event.lane().id()))
                    .as("seed %d row %d: origin, endOrigin, depth, lane", seed, row)
                    .isEqualTo(List.of(wanted.origin, wanted.endOrigin, wanted.depth, wanted.lane));
        }
        for (EventKind kind : EventKind.values()) {
            assertThat(table.count(kind))
                    .isEqualTo(expected.stream().filter(row -> row.kind == kind).count());
        }
        long first = expected.stream().mapToLong(row -> row.start).min().orElse(0);
        assertThat(trace.extent().orElseThrow().start()).as("seed %d", seed).isEqualTo(first);
        long last = expected.stream().mapToLong(row -> row.end).max().orElse(0);
        assertThat(trace.extent().orElseThrow().end()).as("seed %d", seed).isGreaterThanOrEqualTo(last);
    }
}
