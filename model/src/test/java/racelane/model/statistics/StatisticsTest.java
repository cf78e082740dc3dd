package racelane.model.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racelane.model.time.DurationText;

/** Expected values are SciPy 1.17's (binomtest, fisher_exact), Fisher's own tea, and closed forms. */
class StatisticsTest {
    @ParameterizedTest
    @CsvSource({
        "8, 100, 0.035171562517808085, 0.1515576358644209",
        "67, 100, 0.5688272492224288, 0.7608014653773982",
        "1, 10, 0.0025285785444625728, 0.44501611702819543",
        "5, 20, 0.08657146910143455, 0.49104587170795755",
        "99, 100, 0.9455406146079194, 0.9997468539673181",
        "3, 1000, 0.0006190999316499173, 0.008742023238657654"
    })
    void intervalsAreThoseOfClopperAndPearson(long failures, long total, double low, double high) {
        var band = new Runs(failures, total).interval();
        assertThat(band.low()).isCloseTo(low, within(1e-9));
        assertThat(band.high()).isCloseTo(high, within(1e-9));
    }

    @Test
    void noFailureBoundsTheRateFromAbove() {
        assertThat(new Runs(0, 1000).words()).isEqualTo("0 of 1000 failed (≤ 0.30 % at 95 %)");
        assertThat(new Runs(0, 1000).interval().high()).isCloseTo(1 - Math.pow(0.05, 1.0 / 1000), within(1e-15));
        assertThat(new Runs(100, 100).intervalText()).isEqualTo("≥ 97 %");
        assertThat(new Runs(8, 100).words()).isEqualTo("8 of 100 failed (8 %; 95 % interval 3.5 to 15.2 %)");
    }

    @ParameterizedTest
    @CsvSource({
        "8, 100, 0, 1000, 3.5906836362032653e-09, 3.5906836362032653e-09",
        "8, 100, 67, 100, 6.776345717366034e-19, 1.0",
        "8, 100, 0, 30, 0.19686323392019353, 0.11457359416747714",
        "3, 4, 1, 4, 0.48571428571428565, 0.24285714285714283",
        "1, 10, 11, 14, 0.0027594561852200836, 0.9999663480953022",
        "10, 100, 5, 100, 0.2827638303777807, 0.14138191518889034",
        "8, 100, 3, 100, 0.21340990107170205, 0.10670495053585102",
        "2, 14, 15, 18, 0.00021224532046370701, 0.9999961818751066"
    })
    void fishersTestIsExact(long a, long n, long c, long m, double twoSided, double fewer) {
        assertThat(Fisher.twoSided(new Runs(a, n), new Runs(c, m))).isCloseTo(twoSided, within(twoSided * 1e-6));
        assertThat(Fisher.fewer(new Runs(a, n), new Runs(c, m))).isCloseTo(fewer, within(fewer * 1e-6));
    }

    @Test
    void hugeCountsAreComparedAtOnce() {
        Runs before = new Runs(1_000_000, 1_000_000_000);
        assertThat(Fisher.twoSided(before, before)).isCloseTo(1, within(1e-9));
        assertThat(Fisher.twoSided(before, new Runs(1_010_000, 1_000_000_000))).isLessThan(1e-6);
    }

    @Test
    void luckAndTheRunsItTakesToRuleItOut() {
        assertThat(Verification.luck(0.08, 30)).isCloseTo(0.0819662035773383, within(1e-12));
        assertThat(Verification.needed(0.08)).isEqualTo(36);
        assertThat(Verification.luck(0.08, 36)).isLessThan(0.05);
        assertThat(Verification.luck(0.08, 35)).isGreaterThan(0.05);
        assertThat(Verification.needed(0.5)).isEqualTo(5);
        assertThat(Verification.needed(0)).isEqualTo(-1);
    }

    @Test
    void aThousandCleanRunsProveTheFix() {
        Verification verification = new Verification(new Runs(8, 100), new Runs(0, 1000));
        assertThat(verification.proved()).isTrue();
        assertThat(verification.sentences())
                .containsExactly(
                        "0 of 1000 failed: failure rate ≤ 0.30 % at 95 %.",
                        "Had nothing changed from 8 %, 1000 clean runs would be luck with a chance of less than one in a"
                                + " million; 36 clean runs were needed.",
                        "Were the rate before only 3.5 %, the lower end of its interval, it would take 84.");
    }

    @Test
    void thirtyCleanRunsAfterEightInAHundredMayBeLuck() {
        Verification verification = new Verification(new Runs(8, 100), new Runs(0, 30));
        assertThat(verification.proved()).isFalse();
        assertThat(verification.wanting()).contains(6L);
        assertThat(String.join(" ", verification.sentences()))
                .contains("luck with a chance of 8.2 %; 36 clean runs are needed");
    }

    @Test
    void failuresAfterTheChangeAreComparedAndNotCalledClean() {
        assertThat(new Verification(new Runs(8, 100), new Runs(3, 100)).proved())
                .isFalse();
        assertThat(new Verification(new Runs(8, 100), new Runs(3, 100))
                        .sentences()
                        .getLast())
                .contains("no more than chance explains", "p = 0.21");
        assertThat(new Verification(new Runs(80, 100), new Runs(3, 100)).proved())
                .isTrue();
        assertThat(new Verification(new Runs(0, 100), new Runs(0, 100)).proved())
                .isFalse();
    }

    @Test
    void wideningAWindowPredictsWhatSeed000Saw() {
        Widening widening = new Widening(new Runs(8, 100), 7_000_000, DurationText.parse("100 ms"));
        assertThat(widening.predicted()).isCloseTo(1 - Math.pow(0.92, 107.0 / 7), within(1e-12));
        assertThat(widening.agrees(new Runs(67, 100))).isTrue();
        assertThat(widening.agrees(new Runs(9, 100))).isFalse();
        assertThat(widening.sentence(new Runs(67, 100)))
                .isEqualTo(
                        "Widened by 100 ms, reads that fall in at random would fail 72 % of the runs (42.1 to 91.9 %);"
                                + " it was 67 %, as the hypothesis predicts.");
        assertThatThrownBy(() -> new Widening(new Runs(1, 2), 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Runs(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Runs(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void percentagesReadAlikeInEveryLocale() {
        assertThat(PercentText.of(0.08)).isEqualTo("8 %");
        assertThat(PercentText.of(0.003)).isEqualTo("0.30 %");
        assertThat(PercentText.of(0.15155)).isEqualTo("15.2 %");
        assertThat(PercentText.of(0)).isEqualTo("0 %");
        assertThat(PercentText.of(1)).isEqualTo("100 %");
        assertThat(PercentText.p(3.6e-9)).isEqualTo("< 0.000001");
        assertThat(PercentText.p(0.2134)).isEqualTo("0.21");
    }
}
