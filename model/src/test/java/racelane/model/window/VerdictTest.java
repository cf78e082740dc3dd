package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.PatternParser;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** How sure a window is, and what it says about that. */
class VerdictTest {
    private static final String WRITER = "455 u cache.set k; 460 u cache.invalidate k";
    private static final String NESTED = "0 a write.start f status=old; 5 a write.end f status=old";

    @Test
    void aReadOnAnotherClockIsAsSureAsTheClocksAreClose() {
        Trace trace = two(WRITER, "456 g get k");
        assertThat(only(trace, Histories.MS / 2).verdict()).isEqualTo(Verdict.CERTAIN);
        for (long skew : new long[] {2, 5}) {
            RaceWindow window = only(trace, skew * Histories.MS);
            assertThat(window.verdict()).isEqualTo(Verdict.UNCERTAIN);
            assertThat(window.holdsIf()).isEqualTo("-1 ms < offset of 'B' against 'A' < +4 ms");
        }
    }

    @Test
    void aReadJustOutsideIsPossibleWithinTheSkewOnly() {
        Trace trace = two(WRITER, "462 g get k");
        assertThat(only(trace, 5 * Histories.MS).verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(find(trace, Histories.MS).windows()).isEmpty();
    }

    @Test
    void whatNoOffsetAllowsAtOnceIsNotPossibleThoughEachEndAloneIs() {
        assertThat(find(two(NESTED, "2 b write.start f status=new; 6 b write.end f status=new"), 5 * Histories.MS)
                        .windows())
                .extracting(RaceWindow::verdict)
                .contains(Verdict.POSSIBLE);
        Trace longer = two(NESTED, "0 b write.start f status=new; 8 b write.end f status=new");
        assertThat(find(longer, 5 * Histories.MS).windows())
                .flatExtracting(RaceWindow::roles)
                .noneMatch(role -> role.role().equals("W.start") && role.laneId() == 0);
    }

    @Test
    void aReadThatStraddlesAnEndOfTheWindowIsUncertain() {
        RaceWindow window = only(Histories.trace("455 u cache.set k; 450-457 g get k; 460 u cache.invalidate k"), 0);
        assertThat(window.verdict()).isEqualTo(Verdict.UNCERTAIN);
        assertThat(window.holdsIf()).contains("its effect can lie anywhere in its span");
    }

    @Test
    void equalTicksAreUncertainUnlessTheFilesOrderIsTrusted() {
        Trace trace = Histories.trace("455 u cache.set k; 455 g get k; 460 u cache.invalidate k");
        assertThat(only(trace, 0).verdict()).isEqualTo(Verdict.UNCERTAIN);
        MatchOptions trusting = MatchOptions.DEFAULT.withTrustedFileOrder(source -> true);
        assertThat(find(trace, trusting).windows().getFirst().verdict()).isEqualTo(Verdict.CERTAIN);
        Trace other = Histories.trace("455 g get k; 455 u cache.set k; 460 u cache.invalidate k");
        assertThat(find(other, trusting).windows()).isEmpty();
    }

    @Test
    void spansOpenAndCloseWindowsAtTheirEnds() {
        RaceWindow window =
                only(Histories.trace("440-450 u cache.set k; 452-453 g get k; 455-460 u cache.invalidate k"), 0);
        assertThat(window.verdict()).isEqualTo(Verdict.CERTAIN);
        assertThat(window.range().duration()).isEqualTo(10 * Histories.MS);
        assertThat(only(Histories.trace("440-450 u cache.set k; 452-457 g get k; 455-460 u cache.invalidate k"), 0)
                        .verdict())
                .isEqualTo(Verdict.UNCERTAIN);
    }

    @Test
    void aHoldWhoseEndWasNotSeenIsUncertain() {
        RaceWindow window =
                only(Histories.trace("10 a lock.acquired L; 20 b lock.acquired L; 30 b lock.released L"), 0);
        assertThat(window.verdict()).isEqualTo(Verdict.UNCERTAIN);
        assertThat(window.holdsIf()).contains("was not seen");
    }

    @Test
    void aLogThatRunsBackwardsProvesLess() {
        Trace trace = Histories.trace(
                "455 u cache.set k; 457 g get k; 460 u cache.invalidate k; 400 x noise n; 402 x noise n");
        Findings findings = find(trace, MatchOptions.DEFAULT);
        assertThat(findings.windows().getFirst().verdict()).isEqualTo(Verdict.UNCERTAIN);
        assertThat(findings.warnings()).anyMatch(warning -> warning.contains("run backwards by up to 60 ms"));
    }

    @Test
    void aLogWrittenThreadByThreadDoesNotRunBackwards() {
        Findings findings = find(
                Histories.trace(
                        "455 u cache.set k; 460 u cache.invalidate k; 400 g noise n; 457 g get k; 402 x noise n"),
                MatchOptions.DEFAULT);
        assertThat(findings.windows()).extracting(RaceWindow::verdict).containsExactly(Verdict.CERTAIN);
        assertThat(findings.warnings()).isEmpty();
        Findings within = find(
                Histories.trace("455 u cache.set k; 460 u cache.invalidate k; 457 g get k; 400 g noise n"),
                MatchOptions.DEFAULT);
        assertThat(within.windows()).extracting(RaceWindow::verdict).containsExactly(Verdict.UNCERTAIN);
    }

    @Test
    void endsOfWhatNeverBeganAreTold() {
        String holds = "1 a lock.acquired L; 2 b lock.acquired L; 3 b lock.released L; 4 a lock.released L; ";
        String strays = "10 a lock.released M; 11 a lock.released M; 12 a lock.released M; 13 a lock.released M; ";
        assertThat(find(Histories.trace(holds + strays), 0).warnings()).isEmpty();
        assertThat(find(Histories.trace(holds + strays + "14 a lock.released M; 15 a lock.acquired M"), 0)
                        .warnings())
                .containsExactly("'double-hold': 5 of 7 events that should end a window end none; if lines are missing,"
                        + " windows seem longer than they were");
        assertThat(find(Histories.trace(strays + "14 a lock.released M; 15 a lock.acquired M"), 0)
                        .warnings())
                .as("nothing is found that could be wrong")
                .isEmpty();
    }

    @Test
    void aUsersUnknownAttributeIsToldWithThoseSeen() throws PatternParseException {
        PatternSet user = PatternParser.parse(
                "my.race", "pattern p \"t\" { bind key event A = read\n require A.outcome == \"x\" }");
        Findings findings = new Matcher()
                .find(
                        Histories.trace("1 a get k result=1"),
                        PatternSet.builtIn().with(user),
                        MatchOptions.DEFAULT,
                        Progress.none());
        assertThat(findings.warnings())
                .containsExactly("my.race:2:10: no event has the attribute 'outcome' (seen: result)");
    }

    private static Trace two(String first, String second) {
        Names names = new Names();
        return Trace.of(
                names,
                List.of(Histories.table(names, "a.log", "A", first), Histories.table(names, "b.log", "B", second)));
    }

    private static RaceWindow only(Trace trace, long skew) {
        Findings findings = find(trace, skew);
        assertThat(findings.windows()).hasSize(1);
        return findings.windows().getFirst();
    }

    private static Findings find(Trace trace, long skew) {
        return find(trace, MatchOptions.DEFAULT.withSkew(skew));
    }

    private static Findings find(Trace trace, MatchOptions options) {
        return new Matcher().find(trace, PatternSet.builtIn(), options, Progress.none());
    }
}
