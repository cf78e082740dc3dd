package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import racelane.model.source.ImportProblem;
import racelane.model.time.TimeRange;

class TraceBuilderTest {
    private final TraceBuilder builder = new TraceBuilder(new Names());
    private final int lane = builder.lane(LaneName.thread("main"));

    @Test
    void anEndBeforeTheStartIsMovedToTheStartAndStretchesNothing() {
        int event = append(EventKind.OPEN, 100, 100);
        builder.close(event, 40, 2);
        assertThat(builder.extent()).isEqualTo(new TimeRange(100, 100));
        EventTable table = TestSources.seal("a.log", builder);
        assertThat(table.end(0)).isEqualTo(100);
        assertThat(table.endOrigin(0)).isEqualTo(2);
    }

    @Test
    void anOpenSpanIsAsLongAsItWasSeen() {
        int event = append(EventKind.OPEN, 100, 100);
        builder.seenUntil(event, 500);
        builder.seenUntil(event, 300);
        assertThat(builder.extent()).isEqualTo(new TimeRange(100, 500));
        EventTable table = TestSources.seal("a.log", builder);
        assertThat(table.kind(0)).isEqualTo(EventKind.OPEN);
        assertThat(table.end(0)).isEqualTo(500);
    }

    @Test
    void firstAndLastTimeGoByTheFileAndTheExtentByTheClock() {
        append(EventKind.INSTANT, 300, 300);
        append(EventKind.SPAN, 100, 900);
        append(EventKind.INSTANT, 200, 200);
        assertThat(builder.firstTime()).isEqualTo(300);
        assertThat(builder.lastTime()).isEqualTo(200);
        assertThat(builder.extent()).isEqualTo(new TimeRange(100, 900));
    }

    @Test
    void nothingIsATableOfNothing() {
        TraceBuilder empty = new TraceBuilder(new Names());
        assertThat(empty.extent()).isEqualTo(new TimeRange(0, 0));
        EventTable table = TestSources.seal("a.log", empty);
        assertThat(table.size()).isZero();
        assertThat(table.slices()).isEmpty();
        assertThat(table.count(EventKind.SPAN)).isZero();
    }

    @Test
    void aLaneWithoutEventsHasARowToBeDrawnIn() {
        EventTable table = TestSources.seal("a.log", builder);
        assertThat(table.slices()).singleElement().satisfies(slice -> {
            assertThat(slice.size()).isZero();
            assertThat(slice.rows()).isEqualTo(1);
        });
    }

    @Test
    void aSpanLongerThanTheClockCanCountIsCutAndNotTurnedAround() {
        append(EventKind.SPAN, Long.MIN_VALUE + 1, Long.MAX_VALUE);
        append(EventKind.SPAN, -5_000_000_000_000_000_000L, 5_000_000_000_000_000_000L);
        EventTable table = TestSources.seal("a.log", builder);
        assertThat(table.end(0)).isEqualTo(0);
        assertThat(table.end(1)).isEqualTo(-5_000_000_000_000_000_000L + Long.MAX_VALUE);
    }

    @Test
    void aTupleOfANameWithoutAValueIsRefused() {
        int name = builder.word("result");
        assertThatThrownBy(() -> builder.attributes(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void problemsBeyondTheCapAreCounted() {
        for (int i = 1; i <= TraceBuilder.MAX_PROBLEMS + 7; i++) {
            builder.problem("line " + i, "no time in it");
        }
        assertThat(builder.problems())
                .hasSize(TraceBuilder.MAX_PROBLEMS + 1)
                .startsWith(new ImportProblem("line 1", "no time in it"))
                .endsWith(new ImportProblem("further on", "7 more problems, not listed"));
    }

    @Test
    void aSealedBuilderIsDead() {
        append(EventKind.INSTANT, 1, 1);
        TestSources.seal("a.log", builder);
        assertThatThrownBy(() -> TestSources.seal("a.log", builder)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> append(EventKind.INSTANT, 2, 2)).isInstanceOf(IllegalStateException.class);
    }

    private int append(EventKind kind, long start, long end) {
        return builder.append(kind, lane, start, end, builder.word("step"), 1);
    }
}
