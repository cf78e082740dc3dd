package racelane.model.investigation;

import java.util.List;
import java.util.Optional;
import racelane.model.event.LaneChoice;
import racelane.model.source.ClockSetting;
import racelane.model.source.ClockTrust;
import racelane.model.source.LanesBy;
import racelane.model.time.TimeRange;
import racelane.model.window.Suppression;

/** One thing that a user did to a case. Values only; {@link Investigation#apply} says what each of them does. */
public sealed interface Edit {
    /**
     * The case got a title.
     *
     * @param title one line; may be empty
     */
    record CaseTitled(String title) implements Edit {}

    /**
     * The report of the bug was written or changed.
     *
     * @param report all of it
     */
    record BugReported(BugReport report) implements Edit {}

    /**
     * A source was added to the case.
     *
     * @param source its link; refused when the case has a source with the same hash
     */
    record SourceAdded(SourceLink source) implements Edit {}

    /**
     * The clock of a source was set right.
     *
     * @param sha256 the source
     * @param offset ns to add to its own clock
     */
    record SourceOffsetChanged(String sha256, long offset) implements Edit {}

    /**
     * The clock of a source was set right by more than an offset: with a drift, or from matched events.
     *
     * @param sha256 the source
     * @param setting how its times come onto the reference clock
     * @param pairs the matched events it was worked out from; none when it was typed
     */
    record SourceClockSet(String sha256, ClockSetting setting, List<ClockPair> pairs) implements Edit {
        /** Copies the list. */
        public SourceClockSet {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * It was said how far the times and the lines of a source are believed.
     *
     * @param sha256 the source
     * @param trust how far; what was said before holds no more
     */
    record SourceTrustSet(String sha256, ClockTrust trust) implements Edit {}

    /**
     * A source that had changed on disk was imported again: what is said of it now holds for its new content.
     *
     * @param sha256 the source as it was
     * @param source its link now; refused when the case has a source with its hash already
     */
    record SourceReplaced(String sha256, SourceLink source) implements Edit {}

    /**
     * Lanes were joined, or a source's part of a lane was made a lane of its own.
     *
     * @param choice which
     */
    record LanesChosen(LaneChoice choice) implements Edit {}

    /**
     * The lanes of a source were asked for by another rule. What the rule is now, {@link LaneRulesChosen} says.
     *
     * @param sha256 the source
     * @param lanesBy by what its lanes are told apart
     */
    record SourceLanesChosen(String sha256, LanesBy lanesBy) implements Edit {}

    /**
     * A source was asked to be read by a format, or by the one that fits best again. Which it is now, {@link FormatsChosen} says.
     *
     * @param sha256 the source
     * @param format the file of the format, in case it is elsewhere or changed when the case is opened again; empty for the one that fits
     * @param name the name of its file, without folders
     */
    record SourceFormatChosen(String sha256, String format, String name) implements Edit {}

    /**
     * A note was written. Who and when come from the record.
     *
     * @param id its name, new in the case
     * @param range where it lies, ns since the epoch on the trace's clock
     * @param anchor the event it speaks of, or where its arrow begins, if any
     * @param to the event where its arrow ends, if it is one
     * @param text the words
     */
    record NoteAdded(String id, TimeRange range, Optional<Anchor> anchor, Optional<Anchor> to, String text)
            implements Edit {
        /** Creates a note that is no arrow. */
        public NoteAdded(String id, TimeRange range, Optional<Anchor> anchor, String text) {
            this(id, range, anchor, Optional.empty(), text);
        }
    }

    /**
     * The words of a note were changed.
     *
     * @param id the note
     * @param text the words now
     */
    record NoteChanged(String id, String text) implements Edit {}

    /**
     * A note was taken away.
     *
     * @param id the note
     */
    record NoteRemoved(String id) implements Edit {}

    /**
     * Evidence was pinned.
     *
     * @param pin the pin; its id is new in the case
     */
    record PinAdded(Pin pin) implements Edit {}

    /**
     * A pin was taken away, and with it its links to hypotheses.
     *
     * @param id the pin
     */
    record PinRemoved(String id) implements Edit {}

    /**
     * A hypothesis was proposed.
     *
     * @param id its name, new in the case
     * @param label its short name, see {@link Investigation#nextLabel()}; when it is empty or taken the next free one is used
     * @param statement the sentence
     */
    record HypothesisProposed(String id, String label, String statement) implements Edit {}

    /**
     * A hypothesis was worded anew.
     *
     * @param id the hypothesis
     * @param statement the sentence now
     */
    record HypothesisChanged(String id, String statement) implements Edit {}

    /**
     * It was said what must be seen if a hypothesis holds.
     *
     * @param id the hypothesis
     * @param text the prediction now; may be empty
     */
    record PredictionStated(String id, String text) implements Edit {}

    /**
     * A hypothesis was judged.
     *
     * @param id the hypothesis
     * @param status the judgement; {@code CONFIRMED} is refused without an experiment that has a result
     * @param reason why; may be empty
     */
    record HypothesisJudged(String id, HypothesisStatus status, String reason) implements Edit {}

    /**
     * A pin was linked to a hypothesis; a link of the two that stood before is replaced.
     *
     * @param hypothesis the hypothesis
     * @param pin the pin
     * @param supports whether it speaks for the hypothesis, not against it
     */
    record EvidenceLinked(String hypothesis, String pin, boolean supports) implements Edit {}

    /**
     * The link of a pin to a hypothesis was cut.
     *
     * @param hypothesis the hypothesis
     * @param pin the pin
     */
    record EvidenceUnlinked(String hypothesis, String pin) implements Edit {}

    /**
     * Runs were counted.
     *
     * @param stage where: attempts to reproduce, tests of a hypothesis, runs before and after the fix
     * @param hypothesis the hypothesis that was tried; empty when the runs belong to the stage itself
     * @param experiment the counts; its id is new in the case
     */
    record TrialRecorded(Stage stage, String hypothesis, Experiment experiment) implements Edit {
        /** Returns the trial of a hypothesis. */
        public static TrialRecorded of(String hypothesis, Experiment experiment) {
            return new TrialRecorded(Stage.TEST_HYPOTHESES, hypothesis, experiment);
        }
    }

    /**
     * The words on a stage were changed.
     *
     * @param stage the stage
     * @param text the words now, Markdown
     */
    record StageTextChanged(Stage stage, String text) implements Edit {}

    /**
     * A question of a stage was answered.
     *
     * @param stage the stage
     * @param prompt the {@link Prompt#id()}
     * @param text the answer now, Markdown; a blank one takes it away
     */
    record AnswerWritten(Stage stage, String prompt, String text) implements Edit {}

    /**
     * A template was chosen: which questions the stages put.
     *
     * @param template the {@link CaseTemplate#id()}
     */
    record TemplateChosen(String template) implements Edit {}

    /**
     * Something has to be settled before any stage can be completed.
     *
     * @param id its name, new in the case
     * @param text the question
     */
    record QuestionAsked(String id, String text) implements Edit {}

    /**
     * A question was settled.
     *
     * @param id the question
     * @param answer what came of it; refused when it is blank
     */
    record QuestionAnswered(String id, String answer) implements Edit {}

    /**
     * How far a stage was when the case was saved without its history. Nobody does this by hand.
     *
     * @param stage the stage
     * @param outdatedBecause why it was outdated; empty when it stood
     */
    record StageKept(Stage stage, String outdatedBecause) implements Edit {}

    /**
     * The user said that a stage is complete, or confirmed an outdated one.
     *
     * @param stage the stage; refused while {@link Investigation#missing} names something, or a question is pending
     */
    record StageCompleted(Stage stage) implements Edit {}

    /**
     * A complete or outdated stage was taken up again.
     *
     * @param stage the stage
     */
    record StageReopened(Stage stage) implements Edit {}

    /**
     * Windows were set aside as harmless or known, with a reason.
     *
     * @param suppression which and why; refused without a reason, and when the same are suppressed already
     */
    record WindowSuppressed(Suppression suppression) implements Edit {}

    /**
     * Suppressed windows are to be shown again.
     *
     * @param target the suppression's {@link Suppression#target()}
     */
    record WindowRestored(String target) implements Edit {}

    /**
     * An edit was undone.
     *
     * @param of the edit, neither an undo nor a redo
     */
    record Reverted(EditId of) implements Edit {}

    /**
     * An undone edit was done again.
     *
     * @param of the edit, neither an undo nor a redo
     */
    record Restored(EditId of) implements Edit {}

    /**
     * An edit that this version does not know. It changes nothing here and is written back as it was read.
     *
     * @param op the name of its kind
     * @param raw the JSON of its whole line up to the checksum, as it was read
     */
    record Unknown(String op, String raw) implements Edit {}
}
