package racelane.model.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racelane.model.source.ClockMapping;

/** Clocks from matched pairs. */
class ClockFitTest {
    private static final long NOW = 1_702_500_123_450_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @Test
    void onePairGivesAnOffset() {
        ClockFit fit = fit(true, new ClockFit.Pair(NOW, NOW + 3_200_001));
        assertThat(fit.mapping()).isEqualTo(ClockMapping.offset(3_200_001));
        assertThat(fit.residuals()).containsExactly(0L);
    }

    @Test
    void twoPairsGiveAnOffsetWithAResidual() {
        ClockFit fit =
                fit(true, new ClockFit.Pair(NOW, NOW + 100), new ClockFit.Pair(NOW + SECOND, NOW + SECOND + 300));
        assertThat(fit.mapping()).isEqualTo(ClockMapping.offset(200));
        assertThat(fit.residuals()).containsExactly(100L, -100L);
        assertThat(fit.worst()).isEqualTo(100);
    }

    @Test
    void threePairsOnALineGiveItsOffsetAndItsDrift() {
        ClockMapping truth = new ClockMapping(-5_000_000, 12_500_000, NOW);
        ClockFit fit = ClockFit.of(pairs(truth, 0, SECOND, 40 * SECOND), new ClockFit.Wish(true, NOW, 1));
        assertThat(fit.mapping().offset()).isBetween(-5_000_001L, -4_999_999L);
        assertThat(fit.mapping().drift()).isBetween(12_499_900L, 12_500_100L);
        assertThat(fit.residuals()).allMatch(residual -> Math.abs(residual) <= 1);
    }

    @Test
    void aDriftIsLeftOutWhenItIsNotWanted() {
        ClockMapping truth = new ClockMapping(0, 1_000_000_000, NOW);
        ClockFit fit = ClockFit.of(pairs(truth, 0, SECOND, 2 * SECOND), new ClockFit.Wish(false, NOW, 1));
        assertThat(fit.mapping().drift()).isZero();
        assertThat(fit.mapping().offset()).isEqualTo(1_000_000);
        assertThat(fit.worst()).isEqualTo(1_000_000);
    }

    @Test
    void anyClockIsFoundAgainFromTwentyOfItsMoments() {
        Random random = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            ClockMapping truth = new ClockMapping(
                    random.nextLong(-1000 * SECOND, 1000 * SECOND),
                    random.nextLong(-200 * ClockMapping.PPM, 200 * ClockMapping.PPM),
                    NOW);
            long[] at = random.longs(20, 0, 3600 * SECOND).toArray();
            ClockFit fit = ClockFit.of(pairs(truth, at), new ClockFit.Wish(true, NOW, 1));
            assertThat(fit.worst()).as("%s", truth).isLessThanOrEqualTo(1);
            assertThat(fit.used()).isEqualTo(20);
        }
    }

    @Test
    void aPairThatIsMatchedWrongIsMarkedAndLeftOut() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            ClockMapping truth = new ClockMapping(7_000_000, random.nextLong(-50_000_000, 50_000_000), NOW);
            List<ClockFit.Pair> pairs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                long own = NOW + i * 10 * SECOND;
                pairs.add(new ClockFit.Pair(own, truth.map(own) + random.nextLong(-100_000, 100_001)));
            }
            int wrong = random.nextInt(8);
            ClockFit.Pair right = pairs.get(wrong);
            pairs.set(wrong, new ClockFit.Pair(right.own(), right.other() + 40_000_000));
            ClockFit fit = ClockFit.of(pairs, new ClockFit.Wish(true, NOW, 1_000));
            assertThat(fit.outliers().get(wrong)).as("%s", fit).isTrue();
            assertThat(Math.abs(fit.residuals().get(wrong))).isGreaterThan(39_000_000);
            assertThat(fit.worst()).isLessThan(1_000_000);
        }
    }

    @Test
    void pairsWithinTheStampsResolutionAreNoOutliers() {
        List<ClockFit.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pairs.add(new ClockFit.Pair(NOW + i * SECOND, NOW + i * SECOND + (i == 3 ? 1_000_000 : 0)));
        }
        assertThat(ClockFit.of(pairs, new ClockFit.Wish(false, NOW, 1_000_000)).outliers())
                .containsOnly(false);
    }

    @Test
    void pairsOfOneInstantGiveNoDrift() {
        ClockFit fit = fit(
                true, new ClockFit.Pair(NOW, NOW), new ClockFit.Pair(NOW, NOW + 3), new ClockFit.Pair(NOW, NOW + 6));
        assertThat(fit.mapping()).isEqualTo(ClockMapping.offset(3));
    }

    @Test
    void pairsThatFitNoClockAreRefusedWithALine() {
        assertThatThrownBy(() -> fit(
                        true,
                        new ClockFit.Pair(NOW, NOW),
                        new ClockFit.Pair(NOW + SECOND, NOW + 2 * SECOND),
                        new ClockFit.Pair(NOW + 2 * SECOND, NOW + 4 * SECOND)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not matched right");
    }

    private static ClockFit fit(boolean drift, ClockFit.Pair... pairs) {
        return ClockFit.of(List.of(pairs), new ClockFit.Wish(drift, NOW, 1));
    }

    private static List<ClockFit.Pair> pairs(ClockMapping truth, long... at) {
        List<ClockFit.Pair> pairs = new ArrayList<>();
        for (long one : at) {
            pairs.add(new ClockFit.Pair(NOW + one, truth.map(NOW + one)));
        }
        return pairs;
    }
}
