package racelane.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeScaleTest {
    private static final long NOW = 1_795_177_923_455_123_457L; // 2026-11-20T12:32:03.455123457Z
    private static final double WIDTH = 1920;

    private final Random random = new Random(20261120);

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.25, 1, 3.7, 100, 1e6, 1e9})
    void anInstantsOwnPixelGivesTheInstantBack(double nanosPerPixel) {
        for (int i = 0; i < 2_000; i++) {
            TimeScale scale = new TimeScale(NOW + random.nextInt(), random.nextDouble(), nanosPerPixel);
            long time = scale.start() + 1 + (long) (random.nextDouble() * WIDTH * nanosPerPixel);
            assertThat(scale.time(scale.x(time))).as("%s at %d", scale, time).isCloseTo(time, within(1L));
            double x = random.nextDouble() * WIDTH;
            assertThat(scale.x(scale.time(x)))
                    .as("%s at %f px", scale, x)
                    .isBetween(x - 1 / nanosPerPixel - 1e-6, x + 1e-6);
        }
    }

    @Test
    void neighbouringNanosecondsOfAnEpochInstantLieApartAtDeepZoom() {
        TimeScale scale = new TimeScale(NOW, 0, 0.01);
        for (int i = 0; i < 20; i++) {
            assertThat(scale.x(NOW + i)).isCloseTo(i * 100.0, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.0137, 1, 3.7, 977, 1e6})
    void panningByWholePixelsMovesEveryInstantByJustThat(double nanosPerPixel) {
        TimeScale scale = new TimeScale(NOW, 0.4, nanosPerPixel);
        long time = NOW + (long) (300 * nanosPerPixel);
        double x = scale.x(time);
        TimeScale panned = scale;
        for (int i = 1; i <= 500; i++) {
            panned = panned.panned(1);
            assertThat(panned.x(time)).as("after %d px", i).isCloseTo(x - i, within(1e-6));
        }
        for (int i = 0; i < 100; i++) {
            panned = panned.panned(5);
        }
        for (int i = 0; i < 10; i++) {
            panned = panned.panned(-100);
        }
        assertThat(panned.x(time)).as("there and back again").isCloseTo(x, within(1e-6));
    }

    @Test
    void zoomingKeepsTheInstantUnderThePointer() {
        for (int i = 0; i < 5_000; i++) {
            TimeScale scale = new TimeScale(NOW, random.nextDouble(), Math.pow(10, random.nextDouble() * 10 - 3));
            double x = random.nextDouble() * WIDTH;
            long time = scale.time(x);
            double before = scale.x(time);
            TimeScale zoomed = scale.zoomed(Math.pow(2, random.nextDouble() * 4 - 2), before);
            assertThat(zoomed.x(time)).as("%s -> %s", scale, zoomed).isCloseTo(before, within(1e-5));
        }
    }

    @Test
    void zoomingDeepAndOutAgainEndsWhereItBegan() {
        TimeScale scale = TimeScale.fit(new TimeRange(NOW, NOW + 3_600_000_000_000L), WIDTH);
        TimeScale there = scale;
        for (int i = 0; i < 30; i++) {
            there = there.zoomed(2, 700);
        }
        assertThat(there.nanosPerPixel()).isLessThan(10);
        for (int i = 0; i < 30; i++) {
            there = there.zoomed(0.5, 700);
        }
        assertThat(there.start()).isCloseTo(scale.start(), within(2_000L)); // a millionth of a pixel
        assertThat(there.nanosPerPixel()).isCloseTo(scale.nanosPerPixel(), within(1e-3));
    }

    @Test
    void zoomStopsAtItsLimitsAndStaysInPlace() {
        TimeScale deepest = new TimeScale(NOW, 0.5, TimeScale.MIN_NANOS_PER_PIXEL);
        assertThat(deepest.zoomed(10, 500)).isEqualTo(deepest);
        TimeScale widest = new TimeScale(NOW, 0.5, TimeScale.MAX_NANOS_PER_PIXEL);
        assertThat(widest.zoomed(0.1, 500)).isEqualTo(widest);
        assertThat(widest.zoomed(0, 500).nanosPerPixel()).isEqualTo(TimeScale.MAX_NANOS_PER_PIXEL);
    }

    @Test
    void atTheWidestViewTimeStillRunsFromLeftToRight() {
        TimeScale widest = new TimeScale(NOW, 0, TimeScale.MAX_NANOS_PER_PIXEL);
        long last = Long.MIN_VALUE;
        for (double x = -2_000; x <= 2_000; x += 100) {
            assertThat(widest.time(x)).as("at %f px", x).isGreaterThanOrEqualTo(last);
            last = widest.time(x);
        }
        assertThat(widest.range(WIDTH).duration()).isPositive();
        assertThat(widest.panned(5_000).start()).isGreaterThanOrEqualTo(NOW);
        assertThat(widest.panned(-5_000).start()).isLessThanOrEqualTo(NOW);
        assertThat(new TimeScale(Long.MIN_VALUE + 10, 0, 1).x(Long.MAX_VALUE)).isPositive();
    }

    @Test
    void theFractionIsAlwaysAFraction() {
        for (double fraction : new double[] {-1e-20, 0, 0.999, 1, 7.25, -3.5}) {
            TimeScale scale = new TimeScale(NOW, fraction, 1);
            assertThat(scale.startFraction())
                    .as("%s", fraction)
                    .isGreaterThanOrEqualTo(0)
                    .isLessThan(1);
            assertThat(scale.x(NOW)).isCloseTo(-fraction, within(1e-9));
        }
        assertThatThrownBy(() -> new TimeScale(NOW, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fitShowsTheWholeRangeAndAnInstantGetsAMicrosecond() {
        TimeScale scale = TimeScale.fit(new TimeRange(NOW, NOW + 9_600), WIDTH);
        assertThat(scale.nanosPerPixel()).isEqualTo(5);
        assertThat(scale.range(WIDTH)).isEqualTo(new TimeRange(NOW, NOW + 9_600));
        assertThat(scale.width(50)).isEqualTo(10);
        TimeScale instant = TimeScale.fit(new TimeRange(NOW, NOW), 1000);
        assertThat(instant.range(1000)).isEqualTo(new TimeRange(NOW - 500, NOW + 500));
        assertThat(TimeScale.fit(new TimeRange(0, 10), 0).nanosPerPixel()).isEqualTo(10);
    }
}
