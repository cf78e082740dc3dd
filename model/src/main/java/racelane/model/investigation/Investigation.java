package racelane.model.investigation;

import java.util.List;
import java.util.Optional;
import racelane.model.event.LaneChoice;
import racelane.model.window.Suppression;

/**
 * A case as it stands after some edits. Immutable.
 *
 * @param title one line; may be empty
 * @param report what the user of the failing program saw
 * @param sources what the case rests on, in the order in which they were added
 * @param pins evidence, in the order in which it was pinned
 * @param notes in the order in which they were written
 * @param hypotheses in the order in which they were proposed
 * @param suppressions windows that were set aside, in that order
 * @param stages the four stages in their order
 * @param laneChoices what the user said about lanes, in that order
 * @param questions what was asked, pending and settled, in that order
 * @param template the id of the template whose questions the stages put; empty when none was chosen
 */
public record Investigation(
        String title,
        BugReport report,
        List<SourceLink> sources,
        List<Pin> pins,
        List<Note> notes,
        List<Hypothesis> hypotheses,
        List<Suppression> suppressions,
        List<StageState> stages,
        List<LaneChoice> laneChoices,
        List<Question> questions,
        String template) {
    private static final Investigation EMPTY = new Investigation(
            "",
            BugReport.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(Stage.values()).stream().map(StageState::empty).toList(),
            List.of(),
            List.of(),
            "");

    /** Copies the lists. */
    public Investigation {
        sources = List.copyOf(sources);
        pins = List.copyOf(pins);
        notes = List.copyOf(notes);
        hypotheses = List.copyOf(hypotheses);
        suppressions = List.copyOf(suppressions);
        stages = List.copyOf(stages);
        laneChoices = List.copyOf(laneChoices);
        questions = List.copyOf(questions);
    }

    /** Returns a case in which nothing was done. */
    public static Investigation empty() {
        return EMPTY;
    }

    /**
     * Returns the case after {@code record}, or why it cannot be. Pure: the same case and record give the same outcome anywhere.
     * Undo and redo are refused here, for they need the {@link History}.
     */
    public Outcome apply(EditRecord record) {
        CaseDraft draft = new CaseDraft(this);
        Optional<String> refusal = draft.apply(record);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        return new Outcome.Applied(draft.build());
    }

    /** Returns how far {@code stage} is. */
    public StageStatus status(Stage stage) {
        StageState state = stage(stage);
        if (state.completed()) {
            return state.stands() ? StageStatus.COMPLETE : StageStatus.OUTDATED;
        }
        boolean turnHasCome =
                stage.ordinal() > 0 && stages.get(stage.ordinal() - 1).stands();
        return turnHasCome || holdsSomething(stage) ? StageStatus.IN_PROGRESS : StageStatus.NOT_STARTED;
    }

    /** Returns what {@code stage} holds beside the lists of the case. */
    public StageState stage(Stage stage) {
        return stages.get(stage.ordinal());
    }

    /** Returns the user's words on {@code stage}; empty when there are none. */
    public String text(Stage stage) {
        return stage(stage).text();
    }

    /** Returns what is still missing before {@code stage} can be completed, one sentence for people; empty when nothing is. */
    public Optional<String> missing(Stage stage) {
        return new CaseDraft(this).missing(stage);
    }

    /** Returns the questions that {@code stage} puts and that have no answer yet; they block nothing. */
    public List<Prompt> unanswered(Stage stage) {
        return CaseTemplate.of(template).of(stage).stream()
                .filter(prompt -> stage(stage).answer(prompt.id()).isEmpty())
                .toList();
    }

    /** Returns the first question that waits for an answer: until then no stage can be completed. */
    public Optional<Question> pending() {
        return questions.stream().filter(Question::isPending).findFirst();
    }

    /** Returns the short name for the next hypothesis: {@code H1}, {@code H2} and so on. */
    public String nextLabel() {
        return new CaseDraft(this).nextLabel();
    }

    /** Returns the pin called {@code id}. */
    public Optional<Pin> pin(String id) {
        return pins.stream().filter(pin -> pin.id().equals(id)).findFirst();
    }

    /** Returns the note called {@code id}. */
    public Optional<Note> note(String id) {
        return notes.stream().filter(note -> note.id().equals(id)).findFirst();
    }

    /** Returns the hypothesis called {@code id}. */
    public Optional<Hypothesis> hypothesis(String id) {
        return hypotheses.stream()
                .filter(hypothesis -> hypothesis.id().equals(id))
                .findFirst();
    }

    private boolean holdsSomething(Stage stage) {
        StageState state = stage(stage);
        boolean ownLists = switch (stage) {
            case COLLECT_EVIDENCE -> !(report.isEmpty() && sources.isEmpty() && pins.isEmpty() && notes.isEmpty());
            case TEST_HYPOTHESES -> !hypotheses.isEmpty();
            case ISOLATE_VARIABLES -> pins.stream().anyMatch(pin -> pin.kind().equals(Pin.COMPARISON));
            case VERIFY_FIX -> false;
        };
        return ownLists || state.hasWords() || !state.trials().isEmpty();
    }
}
