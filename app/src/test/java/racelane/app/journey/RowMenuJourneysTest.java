package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import racelane.model.event.Lane;

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
