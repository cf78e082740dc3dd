package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import racelane.app.session.SaveState;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Stage;
import racelane.model.investigation.StageStatus;

/** The flagship's case, as its story tells it: from the first pin to the verified fix, and opened again. */
final class CaseworkJourneyTest extends Journey {
    @Test
    void theStaleReadIsWorkedFromTheFirstPinToTheVerifiedFixAndReopened() {
        open(CACHE_RACE);
        write("]");
        waitUntil(() -> session.selectedWindowProperty().get() != null);
        write("p");
        waitUntil(() -> state().pins().size() == 1);
        collect();
        isolate();
        hypothesize();
        verify();
        assertThat(lookup(".stage-badge.complete").queryAll()).hasSize(4);
        Investigation before = state();
        Path file = folder.resolve("cache-race.racelane");
        nextSave = file;
        chord(KeyCode.CONTROL, KeyCode.S);
        waitUntil(() -> file.equals(window.parts().editor().pathProperty().get())
                && window.parts().editor().savedProperty().get() instanceof SaveState.Saved);
        restart();
        open(file);
        assertThat(state()).isEqualTo(before);
        assertThat(lookup(".stage-badge.complete").queryAll()).hasSize(4);
        assertThat(session.placesProperty().get().found()).isNotEmpty();
        lookBack();
    }

    /** The pin is taken away: what was complete is outdated; undone, it stands again. */
    @Test
    void anEarlierStageThatChangesMakesTheLaterOutdatedInTheWindow() {
        open(CACHE_RACE);
        write("]p");
        waitUntil(() -> state().pins().size() == 1);
        complete(Stage.COLLECT_EVIDENCE);
        type(Stage.ISOLATE_VARIABLES, "words", "one step works, two do not");
        press("#complete");
        waitUntil(() -> state().status(Stage.ISOLATE_VARIABLES) == StageStatus.COMPLETE);
        interact(
                () -> window.parts().caseModel().unpin(state().pins().getFirst().id()));
        waitUntil(() -> lookup(".stage-badge.outdated").queryAll().size() == 2);
        assertThat(window.parts().caseModel().line(Stage.ISOLATE_VARIABLES)).contains("was removed");
        chord(KeyCode.CONTROL, KeyCode.Z);
        waitUntil(() -> lookup(".stage-badge.complete").queryAll().size() == 2);
    }

    /** Its windows are found after the case is shown; what a hypothesis' experiments mean needs them. */
    @Test
    void aCaseThatIsOpenedSaysWhatWideningPredictsAndWhichLinkSpeaksForWhat() throws IOException {
        Files.copy(CACHE_RACE, folder.resolve("cache-race.log"));
        open(Files.copy(SAMPLES.resolve("cache-race.racelane"), folder.resolve("cache-race.racelane")));
        waitUntil(() -> lookup("#card-H1 .label").queryAll().stream()
                .anyMatch(label -> ((Labeled) label).getText().contains("would fail 72 % of the runs")));
        write("]h");
        waitUntil(() -> lookup(".chooser .key-cap").queryAll().size() >= 4);
        assertThat(lookup(".chooser .key-cap").queryAll().stream().filter(Node::isVisible))
                .allMatch(note -> note.getLayoutBounds().getWidth() >= ((Labeled) note).prefWidth(-1));
        chord(KeyCode.ESCAPE);
    }

    private void collect() {
        open(Stage.COLLECT_EVIDENCE);
        type("report-0", "Updated value from cache");
        type("report-1", "Old value returned (intermittently)");
        type("report-2", "8 of 100 runs");
        type("prompt-changes", "f8d3c21 Optimize cache reads with async/await");
        press("#add-runs");
        runs("npm test, cache update", "100", "8");
        waitUntil(() -> state().stage(Stage.COLLECT_EVIDENCE).trials().size() == 1);
        press("#complete");
        waitUntil(() -> state().status(Stage.COLLECT_EVIDENCE) == StageStatus.COMPLETE);
        assertThat(state().report().frequency()).isEqualTo("8 of 100 runs");
    }

    private void isolate() {
        open(Stage.ISOLATE_VARIABLES);
        type("prompt-working", "authentication cache: one set with a TTL");
        type("prompt-differences", "No separate invalidation step, single atomic operation");
        press("#complete");
        waitUntil(() -> state().status(Stage.ISOLATE_VARIABLES) == StageStatus.COMPLETE);
    }

    private void hypothesize() {
        write("h");
        waitUntil(() -> lookup("#statement").tryQuery().isPresent());
        type("statement", "stale because the async optimization opened a window between set and invalidate");
        press("#save");
        waitUntil(() -> state().hypotheses().size() == 1
                && state().hypotheses().getFirst().evidenceFor().size() == 1);
        judge(HypothesisStatus.CONFIRMED, "too early to say");
        assertThat(state().hypotheses().getFirst().status())
                .as("no experiment has a result yet")
                .isEqualTo(HypothesisStatus.OPEN);
        chord(KeyCode.ESCAPE);
        interact(() -> lookup("+ Experiment").queryAs(Button.class).fire());
        runs("window widened by 100 ms", "100", "67");
        waitUntil(() -> state().hypotheses().getFirst().wasTried());
        judge(HypothesisStatus.CONFIRMED, "67 of 100 with the wider window, 0 of 100 with a lock");
        waitUntil(() -> state().hypotheses().getFirst().status() == HypothesisStatus.CONFIRMED);
        complete(Stage.TEST_HYPOTHESES);
    }

    private void verify() {
        open(Stage.VERIFY_FIX);
        type("prompt-root-cause", "A race window between **setting** the value and invalidating related entries");
        type("prompt-fix", "cache transaction (multi/exec)");
        press("#add-runs");
        runs("before the fix", "100", "8");
        waitUntil(() -> state().stage(Stage.VERIFY_FIX).trials().size() == 1);
        press("#complete");
        assertThat(state().status(Stage.VERIFY_FIX))
                .as("the last runs still failed")
                .isEqualTo(StageStatus.IN_PROGRESS);
        press("#add-runs");
        runs("after the fix", "1000", "0");
        waitUntil(() -> state().stage(Stage.VERIFY_FIX).trials().size() == 2);
        press("#complete");
        waitUntil(() -> state().status(Stage.VERIFY_FIX) == StageStatus.COMPLETE);
    }

    /** The slider shows the case before the hypothesis was there, and comes back. */
    private void lookBack() {
        int edits = onFx(() -> session.history().records().size());
        interact(() -> lookup("#history-slider").queryAs(Slider.class).setValue(2));
        waitUntil(() -> lookup(".card").queryAll().isEmpty());
        assertThat(onFx(() -> session.isLookingBack())).isTrue();
        press("#back-to-now");
        waitUntil(() -> lookup(".card").queryAll().size() == 1);
        assertThat(onFx(() -> session.history().records().size())).isEqualTo(edits);
    }

    private Investigation state() {
        return onFx(() -> session.history().state());
    }

    private void open(Stage stage) {
        interact(() -> window.parts().timeline().controls().requestFocus());
        write(String.valueOf(stage.ordinal() + 1));
        waitUntil(() -> lookup("#complete").tryQuery().isPresent());
    }

    private void complete(Stage stage) {
        open(stage);
        press("#complete");
        waitUntil(() -> state().status(stage) == StageStatus.COMPLETE);
    }

    private void type(Stage stage, String id, String text) {
        open(stage);
        type(id, text);
    }

    private void type(String id, String text) {
        interact(() -> {
            TextInputControl field = lookup("#" + id).queryAs(TextInputControl.class);
            field.requestFocus();
            field.setText(text); // what a paste does: typing every letter would take minutes
        });
    }

    private void press(String id) {
        interact(() -> lookup(id).queryAs(Button.class).fire());
    }

    private void runs(String what, String runs, String failures) {
        waitUntil(() -> lookup("#failures").tryQuery().isPresent());
        type("what", what);
        type("runs", runs);
        type("failures", failures);
        press("#save");
    }

    private void judge(HypothesisStatus status, String reason) {
        interact(() -> lookup("#status-H1").queryAs(MenuButton.class).getItems().stream()
                .filter(item ->
                        String.valueOf(item.getId()).endsWith(status.name().toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElseThrow()
                .fire());
        waitUntil(() -> lookup("#words").tryQuery().isPresent());
        type("words", reason);
        press("#save");
    }
}
