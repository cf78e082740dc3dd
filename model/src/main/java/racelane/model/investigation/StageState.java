package racelane.model.investigation;

import java.util.List;

/**
 * What a stage holds beside the lists of the case.
 *
 * @param stage which one
 * @param text the user's words on it, Markdown; may be empty
 * @param trials runs recorded for the stage itself: attempts to reproduce the bug, runs before and after the fix
 * @param completed whether the user said that it is complete
 * @param outdatedBecause what changed since then, as a sentence; empty while the stage stands
 */
public record StageState(Stage stage, String text, List<Experiment> trials, boolean completed, String outdatedBecause) {
    /** Copies the list. */
    public StageState {
        trials = List.copyOf(trials);
    }

    /** Returns a stage in which nothing was done. */
    static StageState empty(Stage stage) {
        return new StageState(stage, "", List.of(), false, "");
    }

    /** Tells whether the stage is complete and nothing it rests on has changed since. */
    boolean stands() {
        return completed && outdatedBecause.isEmpty();
    }

    StageState withText(String next) {
        return new StageState(stage, next, trials, completed, outdatedBecause);
    }

    StageState withTrial(Experiment trial) {
        return new StageState(stage, text, Lists.plus(trials, trial), completed, outdatedBecause);
    }

    StageState complete() {
        return new StageState(stage, text, trials, true, "");
    }

    StageState reopened() {
        return new StageState(stage, text, trials, false, "");
    }

    StageState outdated(String because) {
        return new StageState(stage, text, trials, completed, because);
    }
}
