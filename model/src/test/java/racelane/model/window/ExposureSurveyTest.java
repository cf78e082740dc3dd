package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.window.Distributions.Band;

class ExposureSurveyTest {
    @Test
    void measuresWidthsDutyRateHitsAndNearMisses() {
        Exposure exposure = only("0 x noise z; 10 u cache.set user:1; 12-14 g get user:1; 15 u cache.invalidate user:1;"
                + " 50 u cache.set user:1; 57 u cache.invalidate user:1; 58-60 g get user:1;"
                + " 80 u cache.set user:2; 83 u cache.invalidate user:2; 90 u get user:1; 100 x noise z");
        assertThat(exposure.keys()).isEqualTo("user:*");
        assertThat(exposure.windows()).isEqualTo(2);
        assertThat(exposure.width(0)).isEqualTo(5 * Histories.MS);
        assertThat(exposure.width(0.5)).isEqualTo(5 * Histories.MS);
        assertThat(exposure.width(1)).isEqualTo(7 * Histories.MS);
        assertThat(exposure.duty()).isCloseTo(0.12, within(1e-9));
        assertThat(exposure.rate()).as("the owner's read does not count").isCloseTo(20, within(1e-9));
        assertThat(exposure.hits()).isEqualTo(1);
        assertThat(exposure.nearMisses().getFirst().margin()).isEqualTo(Histories.MS);
        assertThat(exposure.nearMisses().getFirst().before()).isFalse();
    }

    @Test
    void readsAtRandomHitAsOftenAsChanceAndWideningIsForetold() {
        int inside = 0;
        for (int seed = 0; seed < 20; seed++) {
            Exposure exposure = only(random(seed, false));
            Band band = exposure.expectedBand();
            inside += exposure.hits() >= band.low() && exposure.hits() <= band.high() ? 1 : 0;
            assertThat(exposure.predicted(0)).isLessThan(exposure.predicted(20 * Histories.MS));
            long needed = exposure.wideningFor(0.9);
            assertThat(exposure.predicted(needed)).isCloseTo(0.9, within(1e-6));
            Band foretold = exposure.predictedBand(needed);
            assertThat(foretold.low()).isLessThan(0.9).isPositive();
            assertThat(foretold.high()).isGreaterThan(0.9).isLessThan(1);
        }
        assertThat(inside).as("95 of 100, give or take").isBetween(16, 20);
    }

    @Test
    void readsThatTheUpdateSetsOffAreToldFromChance() {
        assertThat(only(random(1, true)).finding()).isEqualTo(Exposure.Finding.TRIGGERED);
    }

    @Test
    void allKeysTogetherAreTheSumOfTheKindsOfKey() {
        List<Exposure> kinds = ExposureSurvey.of(
                Histories.trace("0 x noise z; 10 u cache.set user:1; 12-14 g get user:1; 15 u cache.invalidate user:1;"
                        + " 50 u cache.set shop:1; 57 u cache.invalidate shop:1; 58-64 g get shop:1; 100 x noise z"),
                PatternSet.builtIn(),
                Set.of("stale-read"),
                MatchOptions.DEFAULT,
                Progress.none());
        Exposure all = Exposure.together(kinds);
        assertThat(kinds).hasSize(2);
        assertThat(all.keys()).isEmpty();
        assertThat(all.windows()).isEqualTo(2);
        assertThat(all.width(1)).isEqualTo(7 * Histories.MS);
        assertThat(all.hits()).isEqualTo(1);
        assertThat(all.expected())
                .as("the widths of each with the reads of each, of the length that they have together")
                .isBetween(0.05, 0.3);
        assertThat(all.dwell()).isEqualTo(4 * Histories.MS);
        assertThat(all.duty()).isCloseTo(0.06, within(1e-9));
        assertThat(all.margins()).containsExactly(Histories.MS);
        assertThat(all.nearMisses()).hasSize(1);
        assertThat(Exposure.together(List.of(kinds.getFirst())).keys())
                .isEqualTo(kinds.getFirst().keys());
    }

    /** 200 updates of 5 ms in 20 s, and reads of 2 ms at 10 a second, at random or 1 ms after each set. */
    private static String random(int seed, boolean triggered) {
        Random random = new Random(seed);
        TreeMap<Long, String> lines = new TreeMap<>();
        for (long update = 0; update < 200; update++) {
            long at = update * 100 + 10;
            lines.put(at * 10, at + " u cache.set k");
            lines.put((at + 5) * 10, (at + 5) + " u cache.invalidate k");
            long read = triggered ? at + 1 : 1 + random.nextInt(20_000);
            lines.put(read * 10 + 1, String.format(Locale.ROOT, "%d-%d g get k", read, read + 2));
        }
        return "0 x noise z; " + String.join("; ", lines.values());
    }

    private static Exposure only(String history) {
        List<Exposure> all = ExposureSurvey.of(
                Histories.trace(history),
                PatternSet.builtIn(),
                Set.of("stale-read", "double-hold"),
                MatchOptions.DEFAULT,
                Progress.none());
        assertThat(all).hasSizeBetween(1, 2);
        return all.getFirst();
    }
}
