package racelane.model.investigation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stage holds beside the lists of the case.
 *
 * @param stage which one
 * @param text the user's words on it, Markdown; may be empty
 * @param answers answers to the prompts of the stage, Markdown, by the {@link Prompt#id()}, in the order in which they were first
 *     written; none of them is blank
 * @param trials runs recorded for the stage itself: attempts to reproduce the bug, runs before and after the fix
 * @param completed whether the user said that it is complete
 * @param outdatedBecause what changed since then, as a sentence; empty while the stage stands
 */
public record StageState(
        Stage stage,
        String text,
        Map<String, String> answers,
        List<Experiment> trials,
        boolean completed,
        String outdatedBecause) {
    /** Copies the collections. */
    public StageState {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        trials = List.copyOf(trials);
    }

    /** Returns a stage in which nothing was done. */
    static StageState empty(Stage stage) {
        return new StageState(stage, "", Map.of(), List.of(), false, "");
    }

    /** Returns the answer to a prompt; empty when there is none. */
    public String answer(String prompt) {
        return answers.getOrDefault(prompt, "");
    }

    /** Tells whether the user wrote something: the words on the stage, or an answer to a prompt. */
    public boolean hasWords() {
        return !text.isBlank() || !answers.isEmpty();
    }

    /** Tells whether the stage is complete and nothing it rests on has changed since. */
    boolean stands() {
        return completed && outdatedBecause.isEmpty();
    }

    StageState withText(String next) {
        return new StageState(stage, next, answers, trials, completed, outdatedBecause);
    }

    StageState withAnswer(String prompt, String words) {
        Map<String, String> next = new LinkedHashMap<>(answers);
        if (words.isBlank()) {
            next.remove(prompt);
        } else {
            next.put(prompt, words);
        }
        return new StageState(stage, text, next, trials, completed, outdatedBecause);
    }

    StageState withTrial(Experiment trial) {
        return new StageState(stage, text, answers, Lists.plus(trials, trial), completed, outdatedBecause);
    }

    StageState complete() {
        return marked(true, "");
    }

    StageState reopened() {
        return marked(false, "");
    }

    StageState outdated(String because) {
        return marked(completed, because);
    }

    StageState undercut() {
        return stands() ? outdated("something that it rests on was undone, or done again") : this;
    }

    StageState marked(boolean done, String because) {
        return new StageState(stage, text, answers, trials, done, because);
    }
}
