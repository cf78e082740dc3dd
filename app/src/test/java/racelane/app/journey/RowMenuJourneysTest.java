package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import racelane.model.event.Lane;
import racelane.model.investigation.Hypothesis;

/** Rows of the lists at the side have menus of their own. */
final class RowMenuJourneysTest extends Journey {
    @Test
    void aWindowIsPinnedFromItsMenu() {
        open(CACHE_RACE);
        clickOn("#windows .list-cell", MouseButton.SECONDARY);
        clickOn("Pin as evidence");
        waitUntil(() -> !session.history().state().pins().isEmpty());
        assertThat(session.history().state().pins()).hasSize(1);
    }

    @Test
    void aSourceIsRemovedFromItsMenu() {
        open(PROFILE_RACE.getFirst(), CACHE_RACE);
        clickOn("#sources .list-cell", MouseButton.SECONDARY);
        clickOn("Remove source");
        waitUntil(() -> session.trace().sources().size() == 1);
        assertThat(session.trace().sources().getFirst().name()).isEqualTo("cache-race.log");
    }

    @Test
    void theKeyboardPinsTheWindowItIsOn() {
        open(CACHE_RACE);
        keyboardOn("#windows");
        chooseWithKeys(1);
        waitUntil(() -> session.history().state().pins().size() == 1);
    }

    @Test
    void theKeyboardRemovesTheSourceItIsOn() {
        open(PROFILE_RACE.getFirst(), CACHE_RACE);
        keyboardOn("#sources");
        push(KeyCode.UP); // the last item
        push(KeyCode.ENTER);
        waitUntil(() -> session.trace().sources().size() == 1);
    }

    @Test
    void theKeyboardPinsTheLineItIsOnInTheLog() {
        open(CACHE_RACE);
        keyboardOn("#log");
        chooseWithKeys(1);
        waitUntil(() -> session.history().state().pins().size() == 1);
    }

    @Test
    void theKeyboardPinsTheLaneAtHandToTheTop() {
        open(CACHE_RACE);
        push(KeyCode.DOWN);
        waitUntil(() -> session.selectedEvent().isPresent());
        push(KeyCode.CONTEXT_MENU);
        chooseWithKeys(1);
        waitUntil(() -> !session.lanePlanProperty().get().pinned().visible().isEmpty());
    }

    @Test
    void theKeyboardTurnsAndUnlinksEvidence() {
        open(CACHE_RACE);
        interact(window.actions().get("detect.window.next")::run);
        interact(() -> window.parts().caseModel().propose("reads are stale", true));
        Supplier<Hypothesis> hypothesis =
                () -> session.history().state().hypotheses().getFirst();
        assertThat(hypothesis.get().evidenceFor()).hasSize(1);
        evidenceMenu();
        chooseWithKeys(1);
        waitUntil(() -> hypothesis.get().evidenceAgainst().size() == 1);
        push(KeyCode.SHIFT, KeyCode.F10); // the keyboard is still on it
        chooseWithKeys(2);
        waitUntil(() -> hypothesis.get().evidenceAgainst().isEmpty());
    }

    private void evidenceMenu() {
        Supplier<Optional<Node>> line = () -> lookup(".evidence-line").queryAll().stream()
                .filter(HBox.class::isInstance)
                .findFirst();
        waitUntil(() -> line.get().isPresent());
        interact(() -> line.get().orElseThrow().requestFocus());
        push(KeyCode.SHIFT, KeyCode.F10);
    }

    /** Puts the keyboard on the first row of a list and asks for its menu. */
    private void keyboardOn(String list) {
        waitUntil(() -> lookup(list + " .indexed-cell").tryQuery().isPresent());
        interact(() -> lookup(list).query().requestFocus());
        push(KeyCode.HOME);
        push(KeyCode.SHIFT, KeyCode.F10);
    }

    /** Chooses an item of the open menu, counted from 1; it opens on the first. */
    private void chooseWithKeys(int item) {
        for (int i = 1; i < item; i++) {
            push(KeyCode.DOWN);
        }
        push(KeyCode.ENTER);
    }

    @Test
    void theLanesOfASourceAreToldApartByAnotherRuleFromItsButton() {
        open(file(
                "web.log",
                "2026-03-01T10:00:00.100Z [http-1] INFO a.B - get user:1 req=r1",
                "2026-03-01T10:00:00.200Z [http-2] INFO a.C - set user:1 req=r1",
                "2026-03-01T10:00:00.300Z [http-1] INFO a.B - get user:2 req=r2"));
        clickOn(".lane-rule");
        clickOn("#lanes-request");
        waitUntil(() -> session.trace().lanes().stream()
                .map(Lane::name)
                .map(name -> name.name())
                .toList()
                .equals(List.of("r1", "r2")));
    }
}
