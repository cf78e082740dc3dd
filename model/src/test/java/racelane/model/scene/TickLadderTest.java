package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import racelane.model.time.TimeRange;

class TickLadderTest {
    private static final long HOUR = 3_600_000_000_000L;

    @Test
    void stepsAreOneTwoFiveAndThenThoseOfClocks() {
        assertThat(TickLadder.step(0.001)).isEqualTo(1);
        assertThat(TickLadder.step(3)).isEqualTo(5);
        assertThat(TickLadder.step(1_100_000)).isEqualTo(2_000_000);
        assertThat(TickLadder.step(600_000_000)).isEqualTo(1_000_000_000L);
        assertThat(TickLadder.step(11_000_000_000L)).isEqualTo(15_000_000_000L);
        assertThat(TickLadder.step(4.0 * HOUR)).isEqualTo(6 * HOUR);
        assertThat(TickLadder.step(13.0 * HOUR)).isEqualTo(24 * HOUR);
    }

    @Test
    void ticksLieWholeStepsFromTheOriginAndInsideTheRange() {
        assertThat(TickLadder.ticks(new TimeRange(448, 463), 5, 450)).containsExactly(450L, 455L, 460L);
        assertThat(TickLadder.ticks(new TimeRange(-7, 6), 5, 0)).containsExactly(-5L, 0L, 5L);
    }

    @Test
    void daysBeginAtMidnightOfTheZone() {
        long noon = 1_702_468_800_000_000_000L;
        TimeRange range = new TimeRange(noon, noon + 48 * HOUR);
        long origin = TickLadder.origin(range, ZoneId.of("Asia/Tokyo"));
        assertThat(TickLadder.ticks(range, 24 * HOUR, origin).getFirst()).isEqualTo(noon + 3 * HOUR);
    }
}
