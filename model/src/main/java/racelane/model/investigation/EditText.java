package racelane.model.investigation;

import racelane.model.event.LaneChoice;
import racelane.model.source.ClockTrust;
import racelane.model.time.TimeText;

/** Says in a few words what an edit did. Stateless; any thread. */
public final class EditText {
    private static final int LONGEST = 60;

    private EditText() {}

    /** Returns the words for {@code edit}, made to a case that now stands as {@code state}. */
    public static String of(Edit edit, Investigation state) {
        return cut(whole(edit, state));
    }

    /** Returns the words at whatever length; for those who change them before {@link #cut}. */
    public static String whole(Edit edit, Investigation state) {
        return switch (edit) {
            case Edit.CaseTitled titled -> "case named " + titled.title();
            case Edit.BugReported reported -> "bug report written";
            case Edit.SourceAdded added -> "source " + added.source().name() + " linked";
            case Edit.SourceOffsetChanged changed -> "clock moved by " + TimeText.offset(changed.offset());
            case Edit.SourceClockSet set -> clock(set);
            case Edit.SourceTrustSet set -> trust(set.trust());
            case Edit.SourceReplaced replaced -> "source " + replaced.source().name() + " imported again";
            case Edit.LanesChosen chosen -> lanes(chosen.choice());
            case Edit.SourceLanesChosen chosen -> "lanes by " + chosen.lanesBy().title();
            case Edit.SourceFormatChosen chosen ->
                chosen.format().isEmpty() ? "format found by content" : "format " + chosen.name();
            case Edit.NoteAdded added -> "note: " + added.text();
            case Edit.NoteChanged changed -> "note changed: " + changed.text();
            case Edit.NoteRemoved removed -> "note removed";
            case Edit.PinAdded added -> "pinned " + added.pin().title();
            case Edit.PinRemoved removed -> "pin removed";
            case Edit.HypothesisProposed proposed -> label(proposed.id(), state) + " proposed";
            case Edit.HypothesisChanged changed -> label(changed.id(), state) + " reworded";
            case Edit.PredictionStated stated -> label(stated.id(), state) + " predicts: " + stated.text();
            case Edit.HypothesisJudged judged -> label(judged.id(), state) + " marked " + word(judged.status());
            case Edit.EvidenceLinked linked ->
                "evidence linked " + (linked.supports() ? "for " : "against ") + label(linked.hypothesis(), state);
            case Edit.EvidenceUnlinked unlinked -> "evidence unlinked from " + label(unlinked.hypothesis(), state);
            case Edit.TrialRecorded trial ->
                trial.experiment().failures() + " of "
                        + trial.experiment().runs() + " failed: "
                        + trial.experiment().title();
            case Edit.StageTextChanged changed -> "stage " + number(changed.stage()) + " written";
            case Edit.AnswerWritten written ->
                "stage " + number(written.stage()) + ", " + promptTitle(written.prompt(), state) + " written";
            case Edit.TemplateChosen chosen ->
                "template: " + CaseTemplate.of(chosen.template()).title();
            case Edit.QuestionAsked asked -> "asked: " + asked.text();
            case Edit.QuestionAnswered answered -> "answered: " + answered.answer();
            case Edit.StageKept kept -> "stage " + number(kept.stage()) + " was complete";
            case Edit.StageCompleted completed -> "stage " + number(completed.stage()) + " completed";
            case Edit.StageReopened reopened -> "stage " + number(reopened.stage()) + " reopened";
            case Edit.WindowSuppressed suppressed ->
                suppressed.suppression().target() + " suppressed: "
                        + suppressed.suppression().reason();
            case Edit.WindowRestored restored -> restored.target() + " no longer suppressed";
            case Edit.Reverted reverted -> "undone";
            case Edit.Restored restored -> "done again";
            case Edit.Unknown unknown -> "an edit of a newer version: " + unknown.op();
        };
    }

    private static String promptTitle(String prompt, Investigation state) {
        return CaseTemplate.of(state.template())
                .prompt(prompt)
                .map(Prompt::title)
                .orElse(prompt);
    }

    private static String lanes(LaneChoice choice) {
        return switch (choice) {
            case LaneChoice.Joined joined ->
                "lane " + joined.lane().name() + " joined with " + joined.to().name();
            case LaneChoice.Parted parted -> "lane " + parted.lane().name() + " split off";
        };
    }

    private static String clock(Edit.SourceClockSet set) {
        return "clock " + (set.pairs().isEmpty() ? "set to " : "matched: ")
                + set.setting().words();
    }

    private static String trust(ClockTrust trust) {
        return trust.isNone() ? "times believed as those of other sources" : "believed: " + trust.words();
    }

    /** Returns a status as it is written for people. */
    public static String word(HypothesisStatus status) {
        return switch (status) {
            case OPEN -> "open";
            case SUPPORTED -> "supported";
            case REFUTED -> "refuted";
            case CONFIRMED -> "confirmed";
        };
    }

    private static int number(Stage stage) {
        return stage.ordinal() + 1;
    }

    private static String label(String id, Investigation state) {
        return state.hypothesis(id).map(Hypothesis::label).orElse("a hypothesis");
    }

    /** Returns a text on one line, shortened at its end when it is long. */
    public static String cut(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
