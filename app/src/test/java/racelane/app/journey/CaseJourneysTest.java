package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import racelane.app.CompositionRoot;
import racelane.app.cli.RacelaneCommand;
import racelane.app.session.SaveState;
import racelane.app.session.Selection;
import racelane.app.timeline.DrawnEvents;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Note;
import racelane.model.time.TimeRange;

/** A case is worked: notes, hypotheses, pins; it is undone, exported, closed and opened again. */
final class CaseJourneysTest extends Journey {
    @Test
    void aDraggedRangeBecomesANoteThatIsSavedUndoneAndRedone() {
        open(CACHE_RACE);
        TimeRange range = session.windowsProperty().get().windows().getFirst().range();
        noteOn(range, "the read came between");
        waitUntil(() -> session.history().state().notes().size() == 1);
        assertThat(session.history().state().notes().getFirst().range())
                .as("both ends snap to the events")
                .isEqualTo(range);
        waitUntil(() -> window.parts().editor().savedProperty().get() instanceof SaveState.Saved);
        assertThat(lookup("#status-right").queryLabeled().getText()).startsWith("saved ");
        chord(KeyCode.CONTROL, KeyCode.Z);
        waitUntil(() -> session.history().state().notes().isEmpty());
        chord(KeyCode.CONTROL, KeyCode.Y);
        waitUntil(() -> session.history().state().notes().size() == 1);
    }

    @Test
    void aHypothesisBecomesACardWithTheWindowAsItsEvidence() {
        open(CACHE_RACE);
        propose("reads are stale because set and invalidate are two steps");
        assertThat(lookup(".card .hypothesis-id").queryLabeled().getText()).isEqualTo("H1");
        assertThat(lookup(".card-title").queryLabeled().getText()).startsWith("reads are stale");
        assertThat(session.history().state().pins()).hasSize(1);
    }

    @Test
    void theExportedPictureIsTheCommandLinesToTheByte() throws IOException {
        open(CACHE_RACE);
        write("]");
        waitUntil(() -> session.selectedWindowProperty().get() != null);
        Path ofWindow = export("window.png");
        Path ofCommand = folder.resolve("command.png");
        StringWriter err = new StringWriter();
        int code = RacelaneCommand.run(
                List.of("export", CACHE_RACE.toString(), "-o", ofCommand.toString(), "--window", "1", "--scale", "2"),
                CompositionRoot.reader(),
                (files, options, restore, out, errors) -> 2,
                new PrintWriter(new StringWriter()),
                new PrintWriter(err));
        assertThat(code).as(err.toString()).isZero();
        assertThat(Files.readAllBytes(ofWindow))
                .startsWith(0x89, 'P', 'N', 'G')
                .isEqualTo(Files.readAllBytes(ofCommand));
    }

    @Test
    void aCaseThatWasClosedIsAllThereWhenItIsOpenedAgain() {
        open(PROFILE_RACE.toArray(Path[]::new));
        propose("an update is not one step");
        write("p");
        interact(() -> window.parts().timeline().controls().fitSelection());
        TimeRange range = session.windowsProperty().get().windows().getFirst().range();
        waitUntil(() -> share(range) > 0.4);
        sleep(300);
        noteOn(range, "between SET and DEL");
        waitUntil(() -> session.history().state().notes().size() == 1);
        Investigation before = session.history().state();
        Path file = folder.resolve("profile.racelane");
        nextSave = file;
        chord(KeyCode.CONTROL, KeyCode.S);
        waitUntil(() -> file.equals(window.parts().editor().pathProperty().get()));
        restart();
        assertThat(session.trace().tables()).isEmpty();
        open(file);
        waitUntil(() -> session.trace().tables().size() == 3);
        Investigation after = session.history().state();
        assertThat(after.notes())
                .isEqualTo(before.notes())
                .extracting(Note::text)
                .containsExactly("between SET and DEL");
        assertThat(after.hypotheses()).isEqualTo(before.hypotheses()).hasSize(1);
        assertThat(after.pins()).isEqualTo(before.pins()).isNotEmpty();
        assertThat(lookup(".card-title").queryLabeled().getText()).isEqualTo("an update is not one step");
        assertThat(stage.getTitle()).isEqualTo("profile.racelane — Racelane");
    }

    private Path export(String name) {
        Path target = folder.resolve(name);
        nextSave = target;
        chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        waitUntil(() -> Files.exists(target));
        return target;
    }

    private void propose(String statement) {
        write("]");
        waitUntil(() -> session.selectedWindowProperty().get() != null);
        write("h");
        waitUntil(() -> lookup("#statement").tryQuery().isPresent());
        write(statement);
        clickOn("#save");
        waitUntil(() -> session.history().state().hypotheses().stream()
                .anyMatch(hypothesis -> !hypothesis.evidenceFor().isEmpty()));
    }

    /** Drags over a range, a few px beside its ends, and writes a note on it. */
    private void noteOn(TimeRange range, String words) {
        double down = onFx(() -> DrawnEvents.lanesHeight(timeline().view()) - 6);
        Point2D from = onFx(() -> DrawnEvents.at(timeline().view(), range.start(), down));
        Point2D to = onFx(() -> DrawnEvents.at(timeline().view(), range.end(), down));
        moveTo(from.add(-2, 0));
        press(MouseButton.PRIMARY).moveTo(from.add(40, 0)).moveTo(to.add(3, 0)).release(MouseButton.PRIMARY);
        waitUntil(() -> session.selection() instanceof Selection.RangeSelected);
        write("M");
        waitUntil(() -> lookup("#words").tryQuery().isPresent());
        write(words);
        clickOn("#save");
    }
}
