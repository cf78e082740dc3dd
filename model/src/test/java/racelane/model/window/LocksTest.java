package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** Leases, strange releases, circles of waiting, and what the program itself said. */
class LocksTest {
    @Test
    void aLeaseThatRanOutIsNoDoubleHoldAndYetAHoldThatLastedLong() {
        assertThat(
                        patterns(
                                "0 a lock.acquired L ttl=5; 6000 b lock.acquired L; 6500 b lock.released L; 7000 a lock.released L"))
                .isEmpty();
        assertThat(
                        patterns(
                                "0 a lock.acquired L ttl=8s; 6000 b lock.acquired L; 6500 b lock.released L; 7000 a lock.released L"))
                .containsExactly("double-hold");
        assertThat(patterns("0 a lock.acquired L px=50; 61000 a lock.released L"))
                .containsExactly("lock-held-long");
    }

    @Test
    void aReleaseByOneWhoDoesNotHoldIsForeign() {
        assertThat(patterns("0 a lock.acquired L; 5 b lock.released L; 9 a lock.released L"))
                .containsExactly("foreign-release");
        assertThat(patterns("0 a lock.acquired L; 9 a lock.released L; 10 b lock.released L"))
                .isEmpty();
        assertThat(patterns("0 a lock.acquired L; 9 a lock.released L owner=t1 holder=t2"))
                .containsExactly("release-not-owner");
        assertThat(patterns("0 a lock.acquired L; 9 a lock.released L owner=t1 holder=t1"))
                .isEmpty();
    }

    @Test
    void twoThatWaitForEachOtherForGoodAreADeadlock() {
        RaceWindow window =
                only("0 a lock.acquired L1; 1 b lock.acquired L2; 5 a lock.wait L2; 6 b lock.wait L1; 90 c noise n");
        assertThat(window.pattern()).isEqualTo("deadlock");
        assertThat(window.verdict()).isEqualTo(Verdict.CERTAIN);
        assertThat(window.evidence()).isEqualTo(Evidence.WITNESSED);
        assertThat(window.key()).isEqualTo("L1 → L2");
        assertThat(window.roles())
                .extracting(WindowRole::role)
                .containsExactly("D2.holds", "D1.holds", "D2.waits", "D1.waits");
        assertThat(window.range().start()).isEqualTo(6 * Histories.MS);
        assertThat(window.explanation()).contains("L1 → L2");
    }

    @Test
    void threeInACircleAreFoundAndAChainIsNot() {
        String held = "0 a lock.acquired L1; 1 b lock.acquired L2; 2 c lock.acquired L3; ";
        assertThat(patterns(held + "5 a lock.wait L2; 6 b lock.wait L3; 7 c lock.wait L1"))
                .containsExactly("deadlock");
        assertThat(patterns(held + "5 a lock.wait L2; 6 b lock.wait L3")).isEmpty();
    }

    @Test
    void aCircleThatATimeoutOpenedIsExposedOnly() {
        RaceWindow window = only(
                "0 a lock.acquired L1; 1 b lock.acquired L2; 5 a lock.wait L2; 6 b lock.wait L1;"
                        + " 20 a lock.timeout L2; 21 a lock.released L1; 22 b lock.acquired L1; 23 b lock.released L1; 24 b lock.released L2");
        assertThat(window.evidence()).isEqualTo(Evidence.EXPOSED);
        assertThat(window.verdict()).isEqualTo(Verdict.CERTAIN);
        assertThat(window.range().duration()).isEqualTo(14 * Histories.MS);
    }

    @Test
    void anAcquisitionThatTakesTimeIsAWaitAndOneThatNeverEndsHoldsNothing() {
        assertThat(patterns("0 a lock.acquired L1; 1 b lock.acquired L2; 5.. a acquireLock L2; 6.. b acquireLock L1"))
                .contains("deadlock");
        RaceWindow waiting = only("0 a lock.acquired L; 10.. b acquireLock L; 30 a lock.released L");
        assertThat(waiting.verdict()).as("b may never have got it").isEqualTo(Verdict.UNCERTAIN);
    }

    @Test
    void whatTheProgramSaysOfItselfIsPutToTheNearestWindow() {
        String race = " u cache.set k; %d g get k; %d u cache.invalidate k; ";
        List<RaceWindow> found = find(("10" + race).formatted(11, 12) + ("50" + race).formatted(51, 52)
                + "60 m cache.inconsistency.detected k; 61 m cache.inconsistency.detected other");
        assertThat(found).hasSize(2);
        assertThat(found.get(0).range().start()).isEqualTo(10 * Histories.MS);
        assertThat(found.get(0).symptoms()).isEmpty();
        assertThat(found.get(1).symptoms()).hasSize(1);
        assertThat(found.get(1).evidence()).isEqualTo(Evidence.EXPOSED);
    }

    private static List<String> patterns(String history) {
        return find(history).stream().map(RaceWindow::pattern).distinct().toList();
    }

    private static RaceWindow only(String history) {
        List<RaceWindow> found = find(history);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<RaceWindow> find(String history) {
        return new Matcher()
                .find(Histories.trace(history), PatternSet.builtIn(), MatchOptions.DEFAULT, Progress.none())
                .windows();
    }
}
