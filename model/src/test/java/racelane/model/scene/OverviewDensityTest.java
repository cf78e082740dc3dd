package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

class OverviewDensityTest {
    private final Trace trace = SceneSamples.busy(3, 4, 400);
    private final TimeRange whole = trace.extent().orElseThrow().padded(0.02, 1);
    private final OverviewDensity density = OverviewDensity.of(trace, whole);

    @Test
    void columnsOfAnyWidthHoldEveryEventOnce() {
        Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            int columns = 1 + random.nextInt(3000);
            assertThat(Arrays.stream(density.columns(columns, 1.0 / columns)).sum())
                    .isCloseTo(trace.size(), within(1e-6));
        }
    }

    @Test
    void aColumnHoldsWhatStartsInIt() {
        int columns = 64; // divides the parts, so that no part is shared
        double[] expected = new double[columns];
        TimeScale scale = TimeScale.fit(whole, columns);
        for (EventTable table : trace.tables()) {
            for (int row = 0; row < table.size(); row++) {
                expected[(int) scale.x(table.start(row))]++;
            }
        }
        assertThat(density.columns(columns, 1.0 / columns)).containsExactly(expected, within(1e-9));
    }

    @Test
    void movingTheViewMovesNothingButItsRectangle() {
        TimeRange half = new TimeRange(whole.start(), whole.middle());
        List<Shape> before = strip(density, whole).under();
        List<Shape> after = strip(density, half).under();
        int bars = before.size() - 1;
        assertThat(bars).isGreaterThan(20);
        assertThat(after.subList(0, bars)).isEqualTo(before.subList(0, bars));
        assertThat(after.getLast()).isNotEqualTo(before.getLast());
    }

    @Test
    void aTraceWithoutEventsHasAnEmptyStrip() {
        OverviewDensity none = OverviewDensity.of(Trace.empty(new Names()), new TimeRange(0, 1_000_000_000L));
        assertThat(strip(none, none.whole()).under()).hasSize(1);
    }

    private static Scene strip(OverviewDensity density, TimeRange view) {
        return OverviewBuilder.build(
                new OverviewBuilder.Request(density, view, List.of(), Optional.empty(), List.of(), 120, 1600, 46));
    }
}
