package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

class TimeCellsTest {
    private static final double WIDTH = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void cellsKnowWhatBeginsInThemAndWhetherItIsLong(long seed) {
        RowIndex.Row row = row(SceneSamples.busy(seed, 1, 4_000));
        Random random = new Random(seed);
        for (int view = 0; view < 30; view++) {
            TimeScale scale = view(row, random);
            TimeCells cells = cells(row, scale, null);
            assertThat(cells.serve(scale, WIDTH)).isTrue();
            check(row, scale, cells);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void cellsThatTookOverWhatOthersKnewAreAsGoodAsNewOnes(long seed) {
        RowIndex.Row row = row(SceneSamples.busy(seed, 1, 4_000));
        Random random = new Random(seed);
        TimeScale scale = view(row, random);
        TimeCells before = null;
        for (int view = 0; view < 60; view++) {
            scale = random.nextInt(10) == 0 ? view(row, random) : scale.panned(random.nextInt(300) - 150);
            before = cells(row, scale, before);
            check(row, scale, before);
        }
    }

    private static void check(RowIndex.Row row, TimeScale scale, TimeCells cells) {
        int end = cells.of(scale.time(WIDTH));
        long reach = (long) Math.ceil(scale.nanosPerPixel());
        int longOnes = 0;
        for (int cell = cells.of(scale.time(0)); cell < end; cell++) {
            int first = cells.first(cell);
            int next = cells.first(cell + 1);
            assertThat(first).isBetween(row.from(), row.to());
            for (int at = first; at < next; at++) {
                assertThat(cells.of(row.start(at))).isEqualTo(cell);
            }
            if (first < row.to()) {
                assertThat(cells.event(cell)).isEqualTo(row.event(first));
                assertThat(cells.role(cell))
                        .isEqualTo(color(row.table().name(row.event(first))).ordinal());
            }
            boolean isLong = first > row.from() && row.end(first - 1) - row.start(first - 1) >= reach;
            assertThat(cells.mayReachInto(cell) || !isLong).isTrue();
            longOnes += cells.mayReachInto(cell) ? 1 : 0;
        }
        assertThat(longOnes).as("not just any cell is after a long event").isLessThan(end);
    }

    @Test
    void thereAreNoneWhereAPixelIsAFewNanosecondsOrFoldsHideMostOfTheTime() {
        RowIndex.Row row = row(SceneSamples.busy(1, 1, 1_000));
        TimeRange extent = new TimeRange(row.start(row.from()), row.start(row.to() - 1));
        TimeRange gap = new TimeRange(extent.start() + 1_000, extent.end() - 1_000);

        assertThat(TimeCells.of(row, new TimeScale(extent.start(), 0, 5), WIDTH, TimeCellsTest::color, null))
                .isNull();
        TimeScale folded = TimeScale.folding(extent, WIDTH, List.of(gap), 20);
        assertThat(TimeCells.of(row, folded, WIDTH, TimeCellsTest::color, null)).isNull();
    }

    @Test
    void atEitherEndOfTimeTheyStopThere() {
        RowIndex.Row row = row(SceneSamples.busy(1, 1, 1_000));
        TimeScale first = new TimeScale(Long.MIN_VALUE + 10, 0, 1e9);
        TimeScale last = new TimeScale(Long.MAX_VALUE - 100_000_000_000L, 0, 1e9);
        TimeCells before = cells(row, first, null);
        assertThat(before.serve(last, WIDTH)).isFalse();
        for (TimeScale scale : List.of(first, last)) {
            TimeCells cells = cells(row, scale, before);
            assertThat(cells.first(cells.of(scale.time(WIDTH)))).isEqualTo(scale == first ? row.from() : row.to());
        }
    }

    private static TimeCells cells(RowIndex.Row row, TimeScale scale, @Nullable TimeCells before) {
        return Objects.requireNonNull(TimeCells.of(row, scale, WIDTH, TimeCellsTest::color, before));
    }

    private static TimeScale view(RowIndex.Row row, Random random) {
        long from = row.start(row.from());
        long whole = row.start(row.to() - 1) - from;
        double zoom = 1 + random.nextInt(20);
        return new TimeScale(from + (long) (whole * random.nextDouble() * (1 - 1 / zoom)), 0, whole / zoom / WIDTH);
    }

    private static RowIndex.Row row(Trace trace) {
        return RowIndex.of(trace).row(0, trace.tables().getFirst().slices().getFirst(), 0);
    }

    private static ColorRole color(int name) {
        return ColorRole.of(name % ColorRole.OPERATIONS);
    }
}
