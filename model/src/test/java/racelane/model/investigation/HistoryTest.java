package racelane.model.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static racelane.model.investigation.SampleEdits.after;
import static racelane.model.investigation.SampleEdits.taken;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    @Test
    void anEditIsUndoneAndDoneAgainByMoreRecords() {
        History titled = after(SampleEdits.history(), new Edit.CaseTitled("stale"));
        History undone = taken(titled.undo()).history();
        History redone = taken(undone.redo()).history();
        assertThat(undone.state()).isEqualTo(Investigation.empty());
        assertThat(undone.canUndo()).isFalse();
        assertThat(redone.state().title()).isEqualTo("stale");
        assertThat(redone.canRedo()).isFalse();
        assertThat(redone.records()).hasSize(3);
        assertThat(titled.records()).hasSize(1);
    }

    @Test
    void aNewEditEndsTheRedo() {
        History undone = taken(
                        after(SampleEdits.history(), new Edit.CaseTitled("a")).undo())
                .history();
        assertThat(undone.canRedo()).isTrue();
        assertThat(after(undone, new Edit.CaseTitled("b")).canRedo()).isFalse();
    }

    @Test
    void severalUndosAreDoneAgainInTheOppositeOrder() {
        History history = SampleEdits.history();
        for (String title : List.of("a", "b", "c")) {
            history = after(history, new Edit.CaseTitled(title));
        }
        history = taken(taken(history.undo()).history().undo()).history();
        assertThat(history.state().title()).isEqualTo("a");
        history = taken(history.redo()).history();
        assertThat(history.state().title()).isEqualTo("b");
        history = taken(history.redo()).history();
        assertThat(history.state().title()).isEqualTo("c");
        assertThat(history.redo()).isInstanceOf(HistoryStep.Refused.class);
    }

    @Test
    void undoLeavesOtherPeoplesEditsAlone() {
        History mine = after(SampleEdits.history(), new Edit.CaseTitled("mine"));
        EditRecord theirs = new EditRecord(
                new EditId("b", 1), Instant.parse("2030-01-01T00:00:00Z"), "other", new Edit.CaseTitled("theirs"));
        History merged = mine.merge(List.of(theirs));
        assertThat(merged.state().title()).isEqualTo("theirs");
        HistoryStep.Taken undone = taken(merged.undo());
        assertThat(undone.record().edit()).isEqualTo(new Edit.Reverted(new EditId("a91f", 1)));
        assertThat(undone.history().canUndo()).isFalse();
        assertThat(undone.record().at()).isAfter(theirs.at());
    }

    @Test
    void anEditThatRestsOnAnUndoneOneHasNoEffectUntilThatIsBack() {
        HistoryStep.Taken pinned = taken(SampleEdits.history().edit(pin()));
        History linked = after(pinned.history(), new Edit.HypothesisProposed("h", "", "because"));
        HistoryStep.Taken link = taken(linked.edit(new Edit.EvidenceLinked("h", "a:4", true)));
        History without =
                after(link.history(), new Edit.Reverted(pinned.record().id()));
        assertThat(without.state().hypotheses().getFirst().evidenceFor()).isEmpty();
        assertThat(without.isLive(link.record().id())).isFalse();
        History again = after(without, new Edit.Restored(pinned.record().id()));
        assertThat(again.state().hypotheses().getFirst().evidenceFor()).containsExactly("a:4");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyLogReplaysToTheSameStateWhateverTheOrderOfItsLines(long seed) {
        Random random = new Random(seed);
        List<Investigation> states = new ArrayList<>();
        History history = story(random, 400, states);
        List<EditRecord> shuffled = new ArrayList<>(history.records());
        Collections.shuffle(shuffled, random);
        History replayed = History.of("other", "mk", SampleEdits.CLOCK, shuffled);
        assertThat(replayed.state()).isEqualTo(history.state());
        assertThat(replayed.records()).isEqualTo(history.records());
        for (int n = 0; n < states.size(); n++) {
            assertThat(history.at(n)).as("after %d edits", n).isEqualTo(states.get(n));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void undoingEverythingLeavesNothingAndRedoingItBringsAllBack(long seed) {
        History history = story(new Random(seed), 200, new ArrayList<>());
        while (history.canRedo()) {
            history = after(taken(history.redo()).history(), new Edit.CaseTitled("end"));
        }
        History full = after(history, new Edit.CaseTitled("end"));
        History empty = full;
        int steps = 0;
        while (empty.canUndo()) {
            empty = taken(empty.undo()).history();
            steps++;
        }
        assertThat(empty.state()).isEqualTo(Investigation.empty());
        for (int i = 0; i < steps; i++) {
            empty = taken(empty.redo()).history();
        }
        assertThat(empty.state()).isEqualTo(full.state());
    }

    @Test
    void checkpointsChangeNothing() {
        List<Investigation> states = new ArrayList<>();
        History history = story(new Random(99), 2600, states);
        for (int n = 0; n <= history.records().size(); n += 97) {
            assertThat(history.at(n)).isEqualTo(states.get(n));
        }
    }

    /** Makes a story of edits, undos and redos; {@code states} gets the state after 0, 1, 2 and so on records. */
    private static History story(Random random, int steps, List<Investigation> states) {
        History history = SampleEdits.history();
        states.add(history.state());
        for (int i = 0; i < steps; i++) {
            int choice = random.nextInt(10);
            HistoryStep step =
                    choice == 0 ? history.undo() : choice == 1 ? history.redo() : history.edit(edit(random, history));
            if (step instanceof HistoryStep.Taken taken) {
                history = taken.history();
                states.add(history.state());
            }
        }
        return history;
    }

    private static Edit edit(Random random, History history) {
        if (random.nextInt(20) == 0 && !history.records().isEmpty()) {
            return new Edit.Reverted(history.records()
                    .get(random.nextInt(history.records().size()))
                    .id());
        }
        return SampleEdits.random(random, history.state(), history.newId());
    }

    private static Edit pin() {
        return SampleEdits.ofEveryKind().stream()
                .filter(edit -> edit instanceof Edit.PinAdded pinned
                        && pinned.pin().id().equals("a:4"))
                .findFirst()
                .orElseThrow();
    }
}
