package racelane.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.investigation.Edit;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.History;
import racelane.model.investigation.HistoryStep;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Pin;
import racelane.model.investigation.Stage;
import racelane.model.pattern.PatternSet;
import racelane.model.redaction.Redaction;
import racelane.model.scene.SceneSamples;
import racelane.model.window.RaceWindow;

class ReportBuilderTest {
    private static final RaceWindow WINDOW = SceneSamples.cacheRaceWindow();

    private History history = History.empty("w", "mara", () -> Instant.parse("2024-01-01T00:00:00Z"));

    @Test
    void aFirstReportHoldsTheBestWindowsAndWhatIsStillOpen() {
        String text = markdown(Optional.empty());
        assertThat(headings(text))
                .containsExactly(
                        "# What cache-race.log shows",
                        "## Summary",
                        "## 1 · Collect evidence",
                        "### W1 · Read between a write and its invalidation: user:123",
                        "### Timeline of 2023-12-13",
                        "## Appendix",
                        "### Sources",
                        "### Patterns that found something");
        assertThat(text)
                .contains("**Open questions**", "is not tested")
                .contains("| ② | `20:42:03.456 – .458` | `+1 ms` | `getCache` |")
                .contains("`order W.start < R` | **holds**");
    }

    @Test
    void partsOfWhichNothingIsKnownAreLeftOutAndAskedFor() {
        edit(new Edit.CaseTitled("Stale data"));
        String text = markdown(Optional.of(history));
        assertThat(headings(text)).contains("# Stale data").noneMatch(heading -> heading.contains("hypotheses"));
        assertThat(text)
                .doesNotContain("What broke")
                .contains("The root cause: no hypothesis stands.")
                .contains("Whether the change helps: no runs after it are recorded.");
    }

    @Test
    void experimentsAreHeldAgainstTheBaselineAndTheWindow() {
        edit(new Edit.TrialRecorded(Stage.COLLECT_EVIDENCE, "", new Experiment("t1", "as it is", 100, 8)));
        edit(new Edit.PinAdded(new Pin("p1", "window", WINDOW.id(), "set → read", List.of(), WINDOW.range())));
        edit(new Edit.HypothesisProposed("h1", "H1", "Stale because of **two** steps"));
        edit(new Edit.EvidenceLinked("h1", "p1", true));
        edit(Edit.TrialRecorded.of("h1", new Experiment("e1", "wider", 100, 67, 100_000_000)));
        edit(Edit.TrialRecorded.of("h1", new Experiment("e2", "planned one", 0, 0)));
        edit(new Edit.HypothesisJudged("h1", HypothesisStatus.CONFIRMED, "it follows the width"));
        String text = markdown(Optional.of(history));
        assertThat(text)
                .contains("### H1  **confirmed**", "Stale because of **two** steps", "- **W1** set → read **certain**")
                .contains("| wider | 67 of 100 | 67 % | 56.9 to 76.1 % |", "| planned one | planned | – | – |")
                .contains("would fail 72 % of the runs")
                .contains("├", "░");
    }

    @Test
    void runsAfterTheFixThatMayBeLuckAreNotCalledProof() {
        edit(new Edit.TrialRecorded(Stage.VERIFY_FIX, "", new Experiment("t1", "before", 100, 8)));
        edit(new Edit.TrialRecorded(Stage.VERIFY_FIX, "", new Experiment("t2", "after", 30, 0)));
        assertThat(markdown(Optional.of(history)))
                .contains("**The fix is not proved**", "6 more would rule it out at 95 %");
        edit(new Edit.TrialRecorded(Stage.VERIFY_FIX, "", new Experiment("t3", "after", 1000, 0)));
        assertThat(markdown(Optional.of(history))).contains("**The fix is verified**", "≤ 0.30 %");
    }

    @Test
    void theUsersHeadingsGetTheirPlaceInTheReport() {
        edit(
                new Edit.StageTextChanged(
                        Stage.VERIFY_FIX,
                        "Words.\n\n## Root cause:\nTwo steps.\n\n# The fix\n1. One step.\n\n## Lessons learned\n- Look.\n\n## Other\nRest."));
        String text = markdown(Optional.of(history));
        assertThat(text).contains("| **Root cause** | Two steps. |", "| **The fix** | 1. One step. |");
        assertThat(headings(text))
                .containsSubsequence("## 4 · Verify fix  **in progress**", "#### Other", "## Lessons");
    }

    @Test
    void anEmptyTraceHasAReportAsWell() {
        ReportInput nothing = input(Optional.empty(), Trace.empty(new Names()), List.of());
        ReportDocument report = ReportBuilder.build(nothing, UnaryOperator.identity(), List.of(), "");
        assertThat(HtmlReport.write(report, java.util.Map.of(), "")).endsWith("</html>\n");
    }

    @Test
    void redactionReachesEvidenceUsersWordsAndAuthors() {
        edit(new Edit.CaseTitled("Stale data for mara@acme.io"));
        edit(new Edit.NoteAdded("n1", WINDOW.range(), Optional.empty(), "seen on db7.acme.internal by mara"));
        ReportInput input = input(Optional.of(history), SceneSamples.cacheRace(), List.of(WINDOW));
        Redaction redaction = ReportRedaction.of(input, Redaction.builtIn(), Set.of());
        String text = MarkdownReport.write(ReportRedaction.report(input, redaction), java.util.Map.of());
        assertThat(text)
                .contains("# Stale data for email-1", "seen on host-1 by user-1", "### What is redacted")
                .doesNotContain("mara", "acme");
        String kept = MarkdownReport.write(
                ReportRedaction.report(input, ReportRedaction.of(input, Redaction.builtIn(), Set.of("mara"))),
                java.util.Map.of());
        assertThat(kept).contains("by mara").doesNotContain("mara@acme.io");
    }

    private static String markdown(Optional<History> history) {
        ReportInput input = input(history, SceneSamples.cacheRace(), List.of(WINDOW));
        return MarkdownReport.write(
                ReportBuilder.build(input, UnaryOperator.identity(), List.of(), "Not redacted."),
                java.util.Map.of("w1", "rca-w1.png"));
    }

    private static ReportInput input(Optional<History> history, Trace trace, List<RaceWindow> windows) {
        return new ReportInput(
                trace,
                windows,
                windows.size(),
                List.of(),
                PatternSet.builtIn(),
                history,
                "cache-race.log",
                "",
                5,
                "Racelane test",
                (state, of) -> List.of());
    }

    private static List<String> headings(String markdown) {
        List<String> headings = new ArrayList<>();
        markdown.lines().filter(line -> line.startsWith("#")).forEach(headings::add);
        return headings;
    }

    private void edit(Edit edit) {
        history = ((HistoryStep.Taken) history.edit(edit)).history();
    }
}
