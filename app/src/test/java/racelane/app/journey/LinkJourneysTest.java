package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import racelane.app.session.Selection;
import racelane.app.timeline.DrawnEvents;
import racelane.app.timeline.SmallTraces;
import racelane.model.event.EventRef;

/** From event to event along the arrows, by key and in the details; counters beside the lanes. */
@SuppressWarnings("NullAway.Init") // showTheHandOver() sets the fields
final class LinkJourneysTest extends Journey {
    private EventRef order;
    private EventRef charge;
    private EventRef mail;

    private void showTheHandOver() {
        interact(() -> session.setTrace(SmallTraces.oneHandsToTwo()));
        waitUntil(() -> timeline().trace() == session.trace());
        order = event(event -> event.name().equals("order"));
        charge = event(event -> event.name().equals("charge"));
        mail = event(event -> event.name().equals("mail"));
        waitUntil(() -> timeline().draws(order));
    }

    @Test
    void altRightAndLeftFollowTheLinksOfTheSelectedEvent() {
        showTheHandOver();
        assertThat(onFx(() -> DrawnEvents.arrows(timeline().view()))).isZero();
        clickOn(onFx(() -> timeline().middle(order)));
        waitUntil(() -> DrawnEvents.arrows(timeline().view()) == 2);
        chord(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(session.selection()).isEqualTo(new Selection.EventSelected(charge));
        waitUntil(() -> DrawnEvents.arrows(timeline().view()) == 1);
        chord(KeyCode.ALT, KeyCode.LEFT);
        chord(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(session.selection()).isEqualTo(new Selection.EventSelected(mail));
    }

    @Test
    void theLinksOfAllEventsInViewAreShownOnDemand() {
        showTheHandOver();
        write("l");
        waitUntil(() -> DrawnEvents.arrows(timeline().view()) == 2);
        write("l");
        waitUntil(() -> DrawnEvents.arrows(timeline().view()) == 0);
    }

    @Test
    void theDetailsLeadToTheOtherEndOfALink() {
        showTheHandOver();
        clickOn(onFx(() -> timeline().middle(mail)));
        clickOn("Details");
        waitUntil(() -> lookup(".field-jump").tryQuery().isPresent());
        Hyperlink jump = lookup(".field-jump").queryAs(Hyperlink.class);
        assertThat(jump.getText()).startsWith("order on worker");
        clickOn(jump);
        assertThat(session.selection()).isEqualTo(new Selection.EventSelected(order));
    }

    @Test
    void aCounterIsDrawnBelowItsLanes() {
        showTheHandOver();
        assertThat(onFx(() -> DrawnEvents.areas(timeline().view()))).isEqualTo(1);
    }
}
