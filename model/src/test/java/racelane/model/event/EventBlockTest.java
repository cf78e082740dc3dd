package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventBlockTest {
    private static final EventKind[] KINDS = {EventKind.SPAN, EventKind.INSTANT, EventKind.WAIT};

    /** One event, as it is given. */
    private record Given(
            EventKind kind, int lane, long start, long end, int name, int key, int attributes, int origin) {
        void addTo(EventBlock block) {
            block.add(kind, lane, start, end, name, origin);
            block.describe(key, attributes);
        }

        int addTo(EventSink sink) {
            int event = sink.append(kind, lane, start, end, name, origin);
            sink.key(event, key);
            if (attributes != 0) {
                sink.addAttributes(event, attributes);
            }
            return event;
        }
    }

    @Test
    void eventsAddedAtOnceAreStoredAsThoseAddedOneByOne() {
        for (int seed = 0; seed < 12; seed++) {
            List<Given> given = given(new Random(seed), 1 + seed * 7_000, seed % 4 == 0);
            TraceBuilder single = builder();
            given.forEach(one -> one.addTo(single));
            TraceBuilder atOnce = builder();
            Random cuts = new Random(seed);
            int done = 0;
            EventBlock block = new EventBlock();
            while (done < given.size()) {
                block.clear();
                int before = done;
                while (done < given.size() && !block.full() && (done == before || cuts.nextInt(9_000) > 0)) {
                    given.get(done++).addTo(block);
                }
                int middle = cuts.nextInt(block.size() + 1);
                assertThat(atOnce.appendAll(block, 0, 0)).isEqualTo(-1);
                int first = atOnce.appendAll(block, 0, middle);
                int last = middle < block.size() ? atOnce.appendAll(block, middle, block.size()) : first;
                atOnce.seenUntil(last, given.get(done - 1).end()); // finds the right event, and changes nothing
            }
            assertThat(told(atOnce)).isEqualTo(told(single));
        }
    }

    @Test
    void aFullBlockTakesNoMore() {
        EventBlock block = new EventBlock();
        for (int i = 0; i < EventBlock.ROOM; i++) {
            assertThat(block.full()).isFalse();
            block.add(EventKind.SPAN, 0, i, i, 1, i);
        }
        assertThat(block.full()).isTrue();
        assertThatThrownBy(() -> block.add(EventKind.SPAN, 0, 1, 1, 1, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        block.clear();
        assertThat(block.full()).isFalse();
    }

    @Test
    void aSealedTableTakesNoBlock() {
        TraceBuilder builder = builder();
        assertThat(TestSources.seal("sealed.log", builder).size()).isZero();
        assertThatThrownBy(() -> builder.appendAll(new EventBlock(), 0, 0)).isInstanceOf(IllegalStateException.class);
    }

    private static TraceBuilder builder() {
        Names names = new Names();
        for (int i = 1; i < 90_000; i++) {
            var unused = names.intern("word-" + i);
        }
        for (int i = 1; i < 20; i++) {
            var unused = names.internTuple(i, i + 1);
        }
        TraceBuilder builder = new TraceBuilder(names);
        for (int lane = 0; lane < 4; lane++) {
            var unused = builder.lane(new LaneName("lane-" + lane, "", false));
        }
        return builder;
    }

    private static List<Given> given(Random random, int count, boolean wide) {
        List<Given> given = new ArrayList<>();
        int lane = 0;
        for (int i = 0; i < count; i++) {
            lane = random.nextInt(50) == 0 ? random.nextInt(4) : lane;
            long start = 1_000_000L * i - (random.nextInt(30) == 0 ? 40_000_000L : 0);
            long length = random.nextInt(500) == 0 ? random.nextLong(1L << 40) : random.nextInt(1_000);
            given.add(new Given(
                    KINDS[random.nextInt(KINDS.length)],
                    lane,
                    start,
                    random.nextInt(100) == 0 ? start - 5 : start + length,
                    1 + random.nextInt(20),
                    random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(wide ? 80_000 : 400),
                    random.nextInt(3) == 0 ? 0 : random.nextInt(19),
                    i + 1));
        }
        return given;
    }

    private static List<Object> told(TraceBuilder builder) {
        List<Object> told =
                new ArrayList<>(List.of(builder.size(), builder.firstTime(), builder.lastTime(), builder.extent()));
        EventTable table = TestSources.seal("told.log", builder);
        told.addAll(table.slices().stream()
                .map(slice -> slice.name().name() + slice.from() + "-" + slice.to())
                .toList());
        for (int row = 0; row < table.size(); row++) {
            told.add(List.of(
                    table.kind(row),
                    table.start(row),
                    table.end(row),
                    table.name(row),
                    table.key(row),
                    table.attributes(row),
                    table.origin(row),
                    table.endOrigin(row)));
        }
        return told;
    }
}
