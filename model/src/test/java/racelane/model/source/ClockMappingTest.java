package racelane.model.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Offsets and drifts in whole nanoseconds. */
class ClockMappingTest {
    private static final long NOW = 1_702_500_123_450_000_000L;
    private static final BigInteger UNIT = BigInteger.TEN.pow(12);

    @Test
    void everyTimeIsMappedAsExactArithmeticSays() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            ClockMapping mapping = random(random);
            long own = NOW + (random.nextLong() >> (2 + random.nextInt(60)));
            assertThat(mapping.map(own)).as("%s at %d", mapping, own).isEqualTo(exactly(mapping, own));
        }
    }

    @Test
    void laterIsNeverMappedToEarlier() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            ClockMapping mapping = random(random);
            long own = NOW + random.nextInt();
            for (long step = 0; step < 25; step++) {
                assertThat(mapping.map(own + step + 1)).isGreaterThanOrEqualTo(mapping.map(own + step));
            }
        }
    }

    @Test
    void goingThereAndBackEndsWhereItBegan() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            ClockMapping mapping = random(random);
            long own = NOW + (random.nextLong() >> (8 + random.nextInt(50)));
            long back = mapping.unmap(mapping.map(own));
            if (mapping.drift() >= 0) {
                assertThat(back).as("%s", mapping).isEqualTo(own);
            } else {
                assertThat(back).as("%s", mapping).isBetween(own - 1, own);
                assertThat(mapping.map(back)).isEqualTo(mapping.map(own));
            }
        }
    }

    @Test
    void aTimeCenturiesAwayStopsAtTheEndOfTime() {
        assertThat(ClockMapping.offset(Long.MAX_VALUE).map(NOW)).isEqualTo(Long.MAX_VALUE);
        assertThat(new ClockMapping(Long.MIN_VALUE, -5, NOW).map(-NOW)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void aDriftThatNoClockHasIsRefusedWithALine() {
        assertThatThrownBy(() -> new ClockMapping(0, ClockMapping.MOST_DRIFT + 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("+100000 ppm is the most");
    }

    @Test
    void wordsSayOffsetDriftAndBound() {
        assertThat(new ClockMapping(3_200_000, 12_500_000, NOW).words()).isEqualTo("+3.2 ms, +12.5 ppm");
        assertThat(ClockMapping.offset(-7).words()).isEqualTo("-7 ns");
        assertThat(new ClockSetting(ClockMapping.offset(3_200_000), "ab", 400_000).words())
                .isEqualTo("+3.2 ms ±400 µs");
    }

    private static ClockMapping random(Random random) {
        long offset = random.nextLong() >> (4 + random.nextInt(58));
        long drift = random.nextLong(-ClockMapping.MOST_DRIFT, ClockMapping.MOST_DRIFT + 1) >> random.nextInt(30);
        return new ClockMapping(offset, drift, NOW + (random.nextLong() >> (3 + random.nextInt(50))));
    }

    private static long exactly(ClockMapping mapping, long own) {
        BigInteger[] parts = BigInteger.valueOf(own)
                .subtract(BigInteger.valueOf(mapping.reference()))
                .multiply(BigInteger.valueOf(mapping.drift()))
                .divideAndRemainder(UNIT);
        BigInteger drifted = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        BigInteger sum = BigInteger.valueOf(own)
                .add(BigInteger.valueOf(mapping.offset()))
                .add(drifted);
        return sum.min(BigInteger.valueOf(Long.MAX_VALUE))
                .max(BigInteger.valueOf(Long.MIN_VALUE))
                .longValueExact();
    }
}
