package racelane.model.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlatCaseTest {
    private static final Instant LATER = SampleEdits.CLOCK.instant().plusSeconds(60);

    private static History story(long seed, int edits) {
        Random random = new Random(seed);
        History history = SampleEdits.history();
        while (history.records().size() < edits) {
            HistoryStep step = random.nextInt(12) == 0
                    ? history.undo()
                    : history.edit(SampleEdits.random(random, history.state(), history.newId()));
            history = step instanceof HistoryStep.Taken taken ? taken.history() : history;
        }
        return history;
    }

    private static Investigation unordered(Investigation it) {
        List<Note> notes =
                it.notes().stream().sorted(Comparator.comparing(Note::id)).toList();
        return new Investigation(
                it.title(),
                it.report(),
                it.sources(),
                it.pins(),
                notes,
                it.hypotheses(),
                it.suppressions(),
                it.stages(),
                it.laneChoices(),
                it.questions(),
                it.template());
    }

    @Test
    void aCaseWithoutItsHistoryStandsAsItStoodWithIt() {
        for (int seed = 0; seed < 60; seed++) {
            History history = story(seed, 150);
            List<EditRecord> flat = FlatCase.of(history, "flat", LATER);
            History again = History.of("next", "mk", SampleEdits.CLOCK, flat);
            assertThat(unordered(again.state())).as("seed %d", seed).isEqualTo(unordered(history.state()));
            assertThat(again.records()).as("seed %d", seed).allMatch(record -> again.isLive(record.id()));
        }
    }

    @Test
    void whatANewerVersionWroteStaysUnlessTheCaseIsShared() {
        EditRecord newer = new EditRecord(
                new EditId("newer", 7), LATER, "zoe", new Edit.Unknown("verdict", "\"op\":\"verdict\",\"of\":\"h\""));
        History history = story(1, 20).merge(List.of(newer));
        assertThat(FlatCase.of(history, "flat", LATER)).contains(newer);
        assertThat(FlatCase.forSharing(history, "flat", LATER, words -> words)).doesNotContain(newer);
    }

    @Test
    void itHoldsNothingOfWhatWasTakenBack() {
        History history = SampleEdits.after(
                SampleEdits.history(), new Edit.StageTextChanged(Stage.ISOLATE_VARIABLES, "the password is hunter2"));
        history = SampleEdits.after(history, new Edit.StageTextChanged(Stage.ISOLATE_VARIABLES, "one step works"));
        assertThat(FlatCase.of(history, "flat", LATER))
                .hasSize(1)
                .noneMatch(record -> record.toString().contains("hunter2"));
    }

    @Test
    void sharedItSaysNothingOfFoldersAndCleansWhatItQuotes() {
        History history = SampleEdits.history();
        for (Edit edit : SampleEdits.ofEveryKind()) {
            history = history.edit(edit) instanceof HistoryStep.Taken taken ? taken.history() : history;
        }
        List<EditRecord> shared =
                FlatCase.forSharing(history, "flat", LATER, text -> text.replace("user:123", "user:1"));
        assertThat(shared).isNotEmpty();
        assertThat(shared.stream().flatMap(record -> quoted(record.edit())))
                .isNotEmpty()
                .noneMatch(text -> text.contains("user:123"));
        assertThat(shared.stream().map(EditRecord::edit).filter(edit -> edit instanceof Edit.SourceAdded))
                .isNotEmpty()
                .allMatch(edit -> !((Edit.SourceAdded) edit).source().path().contains("/"));
    }

    private static Stream<String> quoted(Edit edit) {
        return switch (edit) {
            case Edit.PinAdded pin -> pin.pin().anchors().stream().map(Anchor::excerpt);
            case Edit.NoteAdded note ->
                Stream.concat(note.anchor().stream(), note.to().stream()).map(Anchor::excerpt);
            default -> Stream.empty();
        };
    }
}
