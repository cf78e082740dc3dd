package racelane.model.investigation;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the stages that an undo or a redo takes the ground from: those that were completed while the edit was as it is no longer. One's own
 * undo goes back edit by edit and takes the completion back first; another's undo does not.
 */
final class Undercut {
    private final List<EditRecord> log;
    private final EditId edit;
    private final boolean live;
    private final Map<EditId, Boolean> liveNow = new HashMap<>();
    private final Set<Stage> judged = EnumSet.noneOf(Stage.class);
    private final Set<Stage> waiting = EnumSet.noneOf(Stage.class);
    private final Set<Stage> undercut = EnumSet.noneOf(Stage.class);

    private Undercut(List<EditRecord> log, EditId edit, boolean live) {
        this.log = log;
        this.edit = edit;
        this.live = live;
    }

    /** Returns the stages that have to be confirmed again because of record {@code at}, an undo or a redo; none for any other. */
    static Set<Stage> by(List<EditRecord> log, int at) {
        Edit toggle = log.get(at).edit();
        if (toggle instanceof Edit.Reverted reverted) {
            return new Undercut(log, reverted.of(), false).before(at);
        }
        return toggle instanceof Edit.Restored restored ? new Undercut(log, restored.of(), true).before(at) : Set.of();
    }

    /** Walks back to the edit: what was completed on the way saw it as the next earlier undo or redo of it left it. */
    private Set<Stage> before(int at) {
        for (int i = at - 1; i >= 0; i--) {
            EditRecord record = log.get(i);
            if (record.id().equals(edit)) {
                saw(true);
                undercut.removeIf(stage -> !restsOn(stage, record.edit()));
                return undercut;
            }
            walk(record);
        }
        return Set.of();
    }

    private void walk(EditRecord record) {
        if (record.edit() instanceof Edit.Reverted reverted) {
            toggled(reverted.of(), false);
        } else if (record.edit() instanceof Edit.Restored restored) {
            toggled(restored.of(), true);
        } else if (record.edit() instanceof Edit.StageCompleted completed
                && liveNow.getOrDefault(record.id(), true)
                && judged.add(completed.stage())) {
            waiting.add(completed.stage());
        }
    }

    private void toggled(EditId id, boolean to) {
        liveNow.putIfAbsent(id, to);
        if (id.equals(edit)) {
            saw(to);
        }
    }

    private void saw(boolean then) {
        if (then != live) {
            undercut.addAll(waiting);
        }
        waiting.clear();
    }

    private static boolean restsOn(Stage later, Edit edit) {
        return stage(edit).filter(stage -> stage.ordinal() < later.ordinal()).isPresent();
    }

    /** Returns the stage whose content an edit changes; none for one that changes no stage's. */
    private static Optional<Stage> stage(Edit edit) {
        return switch (edit) {
            case Edit.BugReported e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.SourceAdded e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.SourceOffsetChanged e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.SourceClockSet e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.SourceTrustSet e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.SourceReplaced e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.SourceLanesChosen e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.SourceFormatChosen e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.NoteAdded e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.NoteChanged e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.NoteRemoved e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.PinAdded e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.PinRemoved e -> Optional.of(Stage.COLLECT_EVIDENCE);
            case Edit.HypothesisProposed e -> Optional.of(Stage.TEST_HYPOTHESES);
            case Edit.HypothesisChanged e -> Optional.of(Stage.TEST_HYPOTHESES);
            case Edit.PredictionStated e -> Optional.of(Stage.TEST_HYPOTHESES);
            case Edit.HypothesisJudged e -> Optional.of(Stage.TEST_HYPOTHESES);
            case Edit.EvidenceLinked e -> Optional.of(Stage.TEST_HYPOTHESES);
            case Edit.EvidenceUnlinked e -> Optional.of(Stage.TEST_HYPOTHESES);
            case Edit.TrialRecorded e -> Optional.of(e.hypothesis().isEmpty() ? e.stage() : Stage.TEST_HYPOTHESES);
            case Edit.StageTextChanged e -> Optional.of(e.stage());
            case Edit.AnswerWritten e -> Optional.of(e.stage());
            default -> Optional.empty();
        };
    }
}
