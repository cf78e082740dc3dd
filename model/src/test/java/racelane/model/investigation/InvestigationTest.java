package racelane.model.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static racelane.model.investigation.SampleEdits.after;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.ClockTrust;
import racelane.model.time.TimeRange;

class InvestigationTest {
    private static final TimeRange RANGE = new TimeRange(455, 460);
    private static final Pin PIN = new Pin("p", "window", "w1", "stale read", List.of(), RANGE);

    @Test
    void aCaseStartsWithNothingStarted() {
        for (Stage stage : Stage.values()) {
            assertThat(Investigation.empty().status(stage)).isEqualTo(StageStatus.NOT_STARTED);
        }
    }

    @Test
    void theSeedsCaseGoesThroughAllFourStages() {
        History history = solved();
        for (Stage stage : Stage.values()) {
            assertThat(history.state().status(stage)).isEqualTo(StageStatus.COMPLETE);
        }
    }

    @Test
    void theNextStageIsInProgressOnceTheOneBeforeIsComplete() {
        History history = after(SampleEdits.history(), new Edit.PinAdded(PIN));
        assertThat(history.state().status(Stage.COLLECT_EVIDENCE)).isEqualTo(StageStatus.IN_PROGRESS);
        history = after(history, new Edit.StageCompleted(Stage.COLLECT_EVIDENCE));
        assertThat(history.state().status(Stage.ISOLATE_VARIABLES)).isEqualTo(StageStatus.IN_PROGRESS);
        assertThat(history.state().status(Stage.TEST_HYPOTHESES)).isEqualTo(StageStatus.NOT_STARTED);
    }

    @Test
    void aHypothesisIsConfirmedOnlyByAnExperimentWithAResult() {
        History history = after(SampleEdits.history(), new Edit.HypothesisProposed("h", "", "because"));
        Edit confirm = new Edit.HypothesisJudged("h", HypothesisStatus.CONFIRMED, "");
        assertRefused(history, confirm, "experiment");
        History planned = after(history, Edit.TrialRecorded.of("h", new Experiment("e", "widened", 0, 0)));
        assertRefused(planned, confirm, "experiment");
        History tried = after(planned, Edit.TrialRecorded.of("h", new Experiment("f", "widened", 100, 67)));
        assertThat(after(tried, confirm).state().hypotheses().getFirst().status())
                .isEqualTo(HypothesisStatus.CONFIRMED);
    }

    @Test
    void aStageIsCompletedOnlyAfterTheOnesBeforeItAndWithWhatItNeeds() {
        History history = SampleEdits.history();
        assertRefused(history, new Edit.StageCompleted(Stage.COLLECT_EVIDENCE), "pin");
        assertRefused(history, new Edit.StageCompleted(Stage.VERIFY_FIX), "Collect evidence");
        History reopened = after(solved(), new Edit.StageReopened(Stage.VERIFY_FIX));
        History failing = after(
                reopened,
                new Edit.TrialRecorded(Stage.VERIFY_FIX, "", new Experiment("again", "still fails", 1000, 3)));
        assertRefused(failing, new Edit.StageCompleted(Stage.VERIFY_FIX), "3 of 1000");
    }

    @Test
    void changingAnEarlierStageOutdatesTheLaterOnesUntilTheyAreConfirmed() {
        History history = after(solved(), new Edit.SourceOffsetChanged("s", 1_000_000));
        Investigation state = history.state();
        assertThat(state.status(Stage.COLLECT_EVIDENCE)).isEqualTo(StageStatus.COMPLETE);
        assertThat(state.status(Stage.ISOLATE_VARIABLES)).isEqualTo(StageStatus.OUTDATED);
        assertThat(state.status(Stage.VERIFY_FIX)).isEqualTo(StageStatus.OUTDATED);
        assertThat(state.stage(Stage.VERIFY_FIX).outdatedBecause()).contains("clock of cache-race.log");
        assertRefused(history, new Edit.StageCompleted(Stage.VERIFY_FIX), "Isolate variables");
        History confirmed = after(history, new Edit.StageCompleted(Stage.ISOLATE_VARIABLES));
        assertThat(confirmed.state().status(Stage.ISOLATE_VARIABLES)).isEqualTo(StageStatus.COMPLETE);
        assertThat(confirmed.state().status(Stage.TEST_HYPOTHESES)).isEqualTo(StageStatus.OUTDATED);
    }

    @Test
    void aStageThatLosesWhatItNeedsIsOutdated() {
        History refuted = after(solved(), new Edit.HypothesisJudged("h", HypothesisStatus.REFUTED, "no"));
        assertThat(refuted.state().status(Stage.TEST_HYPOTHESES)).isEqualTo(StageStatus.OUTDATED);
        History unpinned = after(after(solved(), new Edit.NoteRemoved("n")), new Edit.PinRemoved("p"));
        assertThat(unpinned.state().status(Stage.COLLECT_EVIDENCE)).isEqualTo(StageStatus.OUTDATED);
    }

    @Test
    void removingAPinCutsItsLinks() {
        History history =
                after(after(SampleEdits.history(), new Edit.PinAdded(PIN)), new Edit.HypothesisProposed("h", "", "x"));
        history = after(history, new Edit.EvidenceLinked("h", "p", false));
        assertThat(history.state().hypotheses().getFirst().evidenceAgainst()).containsExactly("p");
        history = after(history, new Edit.EvidenceLinked("h", "p", true));
        assertThat(history.state().hypotheses().getFirst().evidenceAgainst()).isEmpty();
        history = after(history, new Edit.PinRemoved("p"));
        assertThat(history.state().hypotheses().getFirst().evidenceFor()).isEmpty();
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        History history = after(SampleEdits.history(), new Edit.PinAdded(PIN));
        for (Edit edit : List.of(
                new Edit.NoteChanged("x", ""),
                new Edit.NoteRemoved("x"),
                new Edit.PinRemoved("x"),
                new Edit.PinAdded(PIN),
                new Edit.HypothesisChanged("x", ""),
                new Edit.HypothesisJudged("x", HypothesisStatus.OPEN, ""),
                new Edit.EvidenceLinked("x", "p", true),
                new Edit.EvidenceUnlinked("x", "p"),
                Edit.TrialRecorded.of("x", new Experiment("e", "", 1, 0)),
                new Edit.SourceOffsetChanged("x", 1),
                new Edit.SourceTrustSet("x", new ClockTrust(1, true)),
                new Edit.StageReopened(Stage.VERIFY_FIX),
                new Edit.Reverted(new EditId("x", 1)),
                new Edit.Restored(new EditId("x", 1)))) {
            assertThat(history.edit(edit)).as("%s", edit).isInstanceOf(HistoryStep.Refused.class);
        }
    }

    @Test
    void howFarASourceIsBelievedOutlivesItsClockAndItsContentAndIsUndone() {
        ClockTrust trust = new ClockTrust(20_000_000, true);
        History believed = after(SampleEdits.history(), new Edit.SourceAdded(new SourceLink("p", "s1", "p.log", 0)));
        believed = after(believed, new Edit.SourceTrustSet("s1", trust));
        assertThat(link(believed, "s1").setting()).isEqualTo(ClockSetting.NONE.withTrust(trust));
        EditId said = believed.records().getLast().id();
        History moved = after(believed, new Edit.SourceOffsetChanged("s1", 7));
        assertThat(link(moved, "s1").setting().mapping().offset()).isEqualTo(7);
        assertThat(link(moved, "s1").setting().trust()).isEqualTo(trust);
        History again = after(moved, new Edit.SourceReplaced("s1", new SourceLink("p", "s2", "p.log", 7)));
        assertThat(link(again, "s2").setting().trust()).isEqualTo(trust);
        History undone = after(moved, new Edit.Reverted(said));
        assertThat(link(undone, "s1").setting()).isEqualTo(ClockSetting.typed(ClockMapping.offset(7)));
    }

    private static SourceLink link(History history, String sha256) {
        return history.state().sources().stream()
                .filter(link -> link.sha256().equals(sha256))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoHypothesesNeverShareALabel() {
        History history = after(SampleEdits.history(), new Edit.HypothesisProposed("a", "H1", "x"));
        history = after(history, new Edit.HypothesisProposed("b", "H1", "y"));
        assertThat(history.state().hypotheses()).extracting(Hypothesis::label).containsExactly("H1", "H2");
        assertThat(history.state().nextLabel()).isEqualTo("H3");
    }

    @Test
    void anExcerptIsCutAtAWholeCharacter() {
        Anchor anchor = new Anchor("", "", "", 0, 0, 0, "x" + "😀".repeat(2000));
        assertThat(anchor.excerpt()).isEqualTo("x" + "😀".repeat(1023));
    }

    private static History solved() {
        History history = SampleEdits.history();
        for (Edit edit : List.of(
                new Edit.SourceAdded(new SourceLink("cache-race.log", "s", "cache-race.log", 0)),
                new Edit.PinAdded(PIN),
                new Edit.NoteAdded("n", RANGE, Optional.empty(), "read inside the window"),
                new Edit.StageCompleted(Stage.COLLECT_EVIDENCE),
                new Edit.StageTextChanged(Stage.ISOLATE_VARIABLES, "one step works, two do not"),
                new Edit.StageCompleted(Stage.ISOLATE_VARIABLES),
                new Edit.HypothesisProposed("h", "H1", "stale because set and invalidate are two steps"),
                new Edit.EvidenceLinked("h", "p", true),
                Edit.TrialRecorded.of("h", new Experiment("e1", "window widened", 100, 67)),
                new Edit.HypothesisJudged("h", HypothesisStatus.CONFIRMED, "8 to 67 of 100"),
                new Edit.StageCompleted(Stage.TEST_HYPOTHESES),
                new Edit.TrialRecorded(Stage.VERIFY_FIX, "", new Experiment("e2", "with the lock", 1000, 0)),
                new Edit.StageCompleted(Stage.VERIFY_FIX))) {
            history = after(history, edit);
        }
        return history;
    }

    private static void assertRefused(History history, Edit edit, String reason) {
        assertThat(history.edit(edit)).isInstanceOf(HistoryStep.Refused.class);
        assertThat(((HistoryStep.Refused) history.edit(edit)).reason()).contains(reason);
    }
}
