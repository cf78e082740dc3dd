package racelane.model.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static racelane.model.investigation.SampleEdits.after;
import static racelane.model.investigation.SampleEdits.taken;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import racelane.model.time.TimeRange;

/** What was completed is to be confirmed again when somebody undoes what it rests on. */
class UndercutTest {
    @Test
    void whatSomebodyElseCompletedIsOutdatedByAnUndoOfWhatItRestsOn() {
        History ann = noted(SampleEdits.history());
        History bob = completed(History.of("bob0", "bob", SampleEdits.CLOCK, ann.records()));
        assertThat(standing(bob)).containsExactly(Stage.COLLECT_EVIDENCE, Stage.ISOLATE_VARIABLES);
        History annAgain = ann.merge(bob.records());
        History undone = taken(annAgain.undo()).history();
        assertThat(standing(undone)).containsExactly(Stage.COLLECT_EVIDENCE);
        assertThat(undone.state()
                        .stages()
                        .get(Stage.ISOLATE_VARIABLES.ordinal())
                        .outdatedBecause())
                .isEqualTo("something that it rests on was undone, or done again");
        History confirmed = after(undone, new Edit.StageCompleted(Stage.ISOLATE_VARIABLES));
        assertThat(standing(confirmed)).containsExactly(Stage.COLLECT_EVIDENCE, Stage.ISOLATE_VARIABLES);
        History back = taken(
                        confirmed.edit(new Edit.Restored(ann.records().getLast().id())))
                .history();
        assertThat(standing(back)).containsExactly(Stage.COLLECT_EVIDENCE);
        assertThat(History.of("c", "c", SampleEdits.CLOCK, back.records()).state())
                .isEqualTo(back.state());
    }

    @Test
    void onesOwnUndoAndRedoBringBackWhatWas() {
        History before = completed(noted(SampleEdits.history()));
        History history = before;
        for (int i = 0; i < 4; i++) {
            history = taken(history.undo()).history();
        }
        for (int i = 0; i < 4; i++) {
            history = taken(history.redo()).history();
        }
        assertThat(history.state()).isEqualTo(before.state());
    }

    @Test
    void anUndoOfWhatCameAfterOutdatesNothing() {
        History completed = completed(noted(SampleEdits.history()));
        History annotated = after(completed, note("n3"));
        assertThat(standing(annotated)).containsExactly(Stage.COLLECT_EVIDENCE);
        assertThat(standing(taken(annotated.undo()).history()))
                .containsExactly(Stage.COLLECT_EVIDENCE, Stage.ISOLATE_VARIABLES);
    }

    private static History noted(History history) {
        return after(after(history, note("n1")), note("n2"));
    }

    private static Edit note(String id) {
        return new Edit.NoteAdded(id, new TimeRange(0, 1), Optional.empty(), Optional.empty(), "seen");
    }

    private static History completed(History history) {
        History collected = after(history, new Edit.StageCompleted(Stage.COLLECT_EVIDENCE));
        History isolated = after(collected, new Edit.StageTextChanged(Stage.ISOLATE_VARIABLES, "only under load"));
        return after(isolated, new Edit.StageCompleted(Stage.ISOLATE_VARIABLES));
    }

    private static List<Stage> standing(History history) {
        return history.state().stages().stream()
                .filter(StageState::stands)
                .map(StageState::stage)
                .toList();
    }
}
