package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** What is probably harmless is marked with the reason and ranks lower; it is never hidden. */
class GuardTest {
    private static final String WRITE = "12 u cache.set k; 20 u cache.invalidate k; ";

    @Test
    void aReadUnderTheWritersLockIsGuarded() {
        RaceWindow window = only("10 u lock.acquired L; 22 u lock.released L; 21 g lock.acquired L;"
                + " 23 g lock.released L; 13-25 g get k; " + WRITE);
        assertThat(window.guard()).isEqualTo("u and g both held L");
        assertThat(window.score()).isEqualTo(0.8 * 0.6 * 0.5 * 0.2);
    }

    @Test
    void aReadUnderAnotherLockOrNoneIsNot() {
        String locked = "10 u lock.acquired L; 22 u lock.released L; ";
        assertThat(only(locked + "13-15 g get k; " + WRITE).guarded()).isFalse();
        assertThat(only(locked + "11 g lock.acquired M; 17 g lock.released M; 13-15 g get k; " + WRITE)
                        .guarded())
                .isFalse();
    }

    @Test
    void aLockThatTheWriterTakesForOneOfItsStepsGuardsNothing() {
        assertThat(only("11 u lock.acquired L; 13 u lock.released L; 19 u lock.acquired L; 21 u lock.released L;"
                                + " 14 g lock.acquired L; 16 g lock.released L; 14-16 g get k; " + WRITE)
                        .guarded())
                .isFalse();
    }

    @Test
    void aReadThatWaitedForTheWritersMonitorIsGuarded() {
        String wait = "14-20 g java.monitor.enter M previousOwner=u; ";
        RaceWindow window = only(wait + "13-25 g get k; " + WRITE);
        assertThat(window.guard()).isEqualTo("g waited for M until u had done");
        assertThat(only("14-20 g java.monitor.enter M previousOwner=x; 0 x noise n; 13-25 g get k; " + WRITE)
                        .guarded())
                .isFalse();
    }

    @Test
    void anActorThatInvalidatesBeforeItSetsHasNoWindowBetweenItsRounds() {
        RaceWindow window = only("1 u cache.invalidate k; 2 u cache.set k; 10-11 g get k;"
                + " 30 u cache.invalidate k; 31 u cache.set k; ");
        assertThat(window.guard()).contains("begins the next round");
        assertThat(window.verdict()).isEqualTo(Verdict.CERTAIN);
        assertThat(only("2 u cache.set k; 30 u cache.invalidate k; 31 u cache.set k; 10-11 g get k")
                        .guarded())
                .isFalse();
        assertThat(
                        only("1 u cache.invalidate k; 2 u cache.set k; 7 u cache.invalidate k; 31 u cache.set k; 4-5 g get k")
                                .guarded())
                .isFalse();
    }

    @Test
    void aLockThatIsTakenWhileItIsBeingGivenBackWasHandedOn() {
        RaceWindow handed = only(
                "double-hold",
                "10 a lock.acquired L; 20-30 a lock.released L; 25 b lock.acquired L; 40 b lock.released L");
        assertThat(handed.verdict()).isEqualTo(Verdict.UNCERTAIN);
        assertThat(handed.guard()).isEqualTo("a was giving it back already when b got it");
        RaceWindow both = only(
                "double-hold",
                "10 a lock.acquired L; 20-30 a lock.released L; 15 b lock.acquired L; 40 b lock.released L");
        assertThat(both.guarded()).isFalse();
    }

    private static RaceWindow only(String history) {
        return only("stale-read", history);
    }

    private static RaceWindow only(String pattern, String history) {
        Trace trace = Histories.trace(history);
        List<RaceWindow> found = new Matcher()
                .find(trace, PatternSet.builtIn(), MatchOptions.DEFAULT, Progress.none()).windows().stream()
                        .filter(window -> window.pattern().equals(pattern))
                        .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
