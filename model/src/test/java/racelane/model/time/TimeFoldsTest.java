package racelane.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFoldsTest {
    private static final long T = 1_784_000_000_000_000_000L;

    @Test
    void aFoldedGapTakesItsShareOfTheWidthAndTheRestIsStretched() {
        TimeRange gap = new TimeRange(T + 100, T + 1_000_100);
        TimeScale scale = TimeScale.folding(new TimeRange(T, T + 1_000_200), 240, List.of(gap), 40);
        assertThat(scale.x(T)).isZero();
        assertThat(scale.x(T + 100)).isCloseTo(100, within(1e-6));
        assertThat(scale.x(T + 1_000_100)).isCloseTo(140, within(1e-6));
        assertThat(scale.x(T + 1_000_200)).isCloseTo(240, within(1e-6));
        assertThat(scale.time(100)).isEqualTo(T + 100);
        assertThat(scale.time(140)).isEqualTo(T + 1_000_100);
        assertThat(scale.time(190)).isEqualTo(T + 1_000_150);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void timeKeepsItsOrderAndComesBackFromItsPixel(long seed) {
        Random random = new Random(seed);
        List<TimeRange> gaps = new ArrayList<>();
        long at = T;
        for (int i = 0; i < random.nextInt(6); i++) {
            long start = at + 1 + random.nextInt(2_000_000);
            at = start + 50_000_000 + random.nextInt(900_000_000);
            gaps.add(new TimeRange(start, at));
        }
        TimeRange range = new TimeRange(T, at + 1_000_000);
        TimeScale scale = TimeScale.folding(range, 1500, gaps, 50);
        assertThat(scale.x(range.end())).isCloseTo(1500, within(0.01));
        double before = -1;
        for (int i = 0; i <= 3000; i++) {
            long time = T + Math.round(range.duration() / 3000.0 * i);
            double x = scale.x(time);
            assertThat(x).isGreaterThanOrEqualTo(before);
            double pixel = i / 2.0;
            assertThat(scale.x(scale.time(pixel))).isCloseTo(pixel, within(0.01));
            before = x;
        }
    }
}
