package racelane.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import racelane.app.session.Viewport;
import racelane.model.time.TimeRange;

class AnimatedFlightTest {
    private static final Viewport YEAR = Viewport.fit(new TimeRange(0, 31_000_000_000_000_000L), 1000);
    private static final Viewport MILLISECOND =
            Viewport.fit(new TimeRange(20_000_000_000_000_000L, 20_000_000_001_000_000L), 1000);

    @Test
    void aFlightPassesThroughZoomsInEvenRatios() {
        double first = AnimatedFlight.between(YEAR, MILLISECOND, 0.25).scale().nanosPerPixel();
        double second = AnimatedFlight.between(YEAR, MILLISECOND, 0.5).scale().nanosPerPixel();
        double third = AnimatedFlight.between(YEAR, MILLISECOND, 0.75).scale().nanosPerPixel();
        assertThat(first / second).isCloseTo(second / third, org.assertj.core.data.Percentage.withPercentage(0.01));
    }

    @Test
    void theTargetStaysInSightAllTheWayDown() {
        long target = MILLISECOND.range().middle();
        for (double part = 0; part <= 1; part += 0.01) {
            TimeRange seen = AnimatedFlight.between(YEAR, MILLISECOND, part).range();
            assertThat(seen.padded(0.001, 1000).contains(target))
                    .as("at %.2f", part)
                    .isTrue();
        }
    }
}
