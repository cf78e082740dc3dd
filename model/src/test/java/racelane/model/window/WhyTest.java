package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.model.event.Trace;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

class WhyTest {
    private static final PatternSet PATTERNS = PatternSet.builtIn();

    @Test
    void everyClauseOfTheFlagshipIsReadWithItsValuesAndWhatWouldRefuteIt() {
        List<Reading> readings = read(
                "450-461 u updateCache; 455 u cache.set user:123; 456-458 g getCache user:123 result=OLD; 460 u invalidate user:123");
        assertThat(readings)
                .extracting(Reading::clause)
                .containsExactly(
                        "bind key",
                        "order W.start < R",
                        "order R < W.end",
                        "require R.lane != W.lane",
                        "symptom R.result == \"OLD\" or R.result ~ \"(?i)^(stale|outdated|old)\"");
        assertThat(readings).extracting(Reading::state).containsOnly(Reading.State.HOLDS);
        assertThat(readings.get(1).because()).isEqualTo("getCache of g came 1 ms after cache.set of u, on one clock.");
        assertThat(readings.get(1).refutedBy()).isEqualTo("Timestamps wrong by 1 ms.");
        assertThat(readings.get(3).because()).isEqualTo("R.lane is g, W.lane is u.");
        assertThat(readings.get(4).because()).isEqualTo("R.result is OLD. Harm was witnessed.");
    }

    @Test
    void whatTheTimesDoNotSettleIsSaidSo() {
        List<Reading> readings = read("455 u cache.set user:1; 456-470 g getCache user:1; 460 u invalidate user:1");
        Reading order = readings.get(2);
        assertThat(order.state()).isEqualTo(Reading.State.UNSETTLED);
        assertThat(order.because()).contains("overlap");
        assertThat(readings.getLast().state()).isEqualTo(Reading.State.NOT_SEEN);
        assertThat(readings.getLast().because()).contains("R.result is not there");
    }

    @Test
    void everyBuiltInPatternThatFindsSomethingCanBeExplained() {
        Trace trace = Histories.trace(
                "1 a lock.acquired m; 2 b lock.acquired m; 3 a lock.released m; 4 b lock.released m; 5 a init db;"
                        + " 6 b init db; 7 a delivered q seq=2; 8 b delivered q seq=1; 9 a commit d base=1; 10 b commit d base=1");
        List<RaceWindow> windows = new Matcher()
                .find(trace, PATTERNS, MatchOptions.DEFAULT, Progress.none())
                .windows();
        assertThat(windows).isNotEmpty();
        for (RaceWindow window : windows) {
            List<Reading> readings = Why.of(window, pattern(window), trace);
            assertThat(readings).allSatisfy(reading -> {
                assertThat(reading.clause()).isNotBlank();
                assertThat(reading.because()).isNotBlank();
            });
        }
    }

    private static List<Reading> read(String history) {
        Trace trace = Histories.trace(history);
        RaceWindow window = new Matcher()
                .find(trace, PATTERNS, MatchOptions.DEFAULT, Progress.none()).windows().stream()
                        .filter(one -> one.pattern().equals("stale-read"))
                        .findFirst()
                        .orElseThrow();
        return Why.of(window, pattern(window), trace);
    }

    private static Pattern pattern(RaceWindow window) {
        return PATTERNS.patterns().stream()
                .filter(pattern -> pattern.name().equals(window.pattern()))
                .findFirst()
                .orElseThrow();
    }
}
