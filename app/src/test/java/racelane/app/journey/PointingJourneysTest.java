package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import racelane.app.details.LogLine;
import racelane.app.session.Selection;
import racelane.app.timeline.DrawnEvents;
import racelane.app.timeline.TimelineView;
import racelane.model.event.EventRef;

/** The mouse points at what is drawn, and lanes, log and details stay in step. */
final class PointingJourneysTest extends Journey {
    @Test
    void aClickOnTheIntruderSelectsItAndTheLogAndTheDetailsFollow() {
        open(CACHE_RACE);
        write("]");
        EventRef read = event(event -> event.name().equals("getCache"));
        waitUntil(() -> timeline().draws(read) && timeline().box(read).getWidth() > 30);
        sleep(300);
        clickOn(onFx(() -> timeline().middle(read)));
        assertThat(session.selection()).isEqualTo(new Selection.EventSelected(read));
        TableView<?> log = lookup("#log").queryAs(TableView.class);
        waitUntil(() -> log.getSelectionModel().getSelectedItem() != null);
        LogLine line = (LogLine) Objects.requireNonNull(log.getSelectionModel().getSelectedItem());
        assertThat(line.line().origin()).as("line of the file").isEqualTo(3);
        clickOn("Details");
        waitUntil(() -> lookup(".raw-entry").queryTextInputControl().getText().contains("getCache START"));
        assertThat(lookup(".details .field-value").queryAllAs(TextField.class).stream()
                        .map(TextField::getText)
                        .collect(Collectors.toList()))
                .contains("getCache", "user:123", "2 ms", "OLD");
    }

    @Test
    void aClickOnALineOfTheLogSelectsItsEventInTheTimeline() {
        open(CACHE_RACE);
        EventRef drop = event(event -> event.name().equals("invalidateRelated"));
        waitUntil(() -> timeline().draws(drop));
        int before = pixels(drop);
        Labeled line = lookup(".message-cell")
                .match((Labeled cell) -> String.valueOf(cell.getText()).contains("invalidateRelated"))
                .queryLabeled();
        clickOn(offset(line, Pos.CENTER_LEFT, 12, 0));
        waitUntil(() -> session.selection().equals(new Selection.EventSelected(drop)));
        waitUntil(() -> pixels(drop) != before);
    }

    @Test
    void aPointerThatRestsOnAnEventIsToldWhatItIs() {
        open(CACHE_RACE);
        EventRef read = event(event -> event.name().equals("getCache"));
        waitUntil(() -> timeline().draws(read));
        Point2D middle = onFx(() -> timeline().middle(read));
        moveTo(middle.add(-1, 0)).moveTo(middle);
        waitUntil(() -> tip().contains("getCache  user:123"));
        assertThat(onFx(this::tip)).contains("2 ms").contains("cache-race.log:3");
    }

    @Test
    void theWheelWithControlZoomsAndKeepsTheInstantUnderThePointer() {
        open(CACHE_RACE);
        long set = session.trace()
                .at(event(event -> event.name().equals("cache.set")))
                .start();
        Point2D place = onFx(() -> DrawnEvents.at(timeline().view(), set, 12));
        double x = session.viewportProperty().get().scale().x(set);
        double zoom = session.viewportProperty().get().scale().nanosPerPixel();
        wheelWithControl(place, -40, 5);
        wheelWithControl(place, 40, 12);
        waitUntil(() -> session.viewportProperty().get().scale().nanosPerPixel() != zoom);
        assertThat(session.viewportProperty().get().scale().x(set)).isCloseTo(x, within(1.0));
    }

    @Test
    void aClickBesideEverythingSelectsNothing() {
        open(CACHE_RACE);
        EventRef read = event(event -> event.name().equals("getCache"));
        waitUntil(() -> timeline().draws(read));
        clickOn(onFx(() -> timeline().middle(read)));
        assertThat(session.selectedEvent()).isPresent();
        Point2D below = onFx(() -> {
            long middle = seen().middle();
            return DrawnEvents.at(
                    timeline().view(),
                    middle,
                    DrawnEvents.lanesHeight(timeline().view()) + 20);
        });
        clickOn(below);
        assertThat(session.selection()).isEqualTo(Selection.NONE);
    }

    @Test
    void theWheelAloneOverTheRulerZoomsToo() {
        open(CACHE_RACE);
        double zoom = session.viewportProperty().get().scale().nanosPerPixel();
        moveTo(onFx(() -> DrawnEvents.at(timeline().view(), seen().middle(), -10)));
        scroll(3, VerticalDirection.UP);
        waitUntil(() -> session.viewportProperty().get().scale().nanosPerPixel() != zoom);
    }

    /** Turns the wheel with Control held; the headless robot's wheel knows nothing of the keys that are held. */
    private void wheelWithControl(Point2D place, double delta, int times) {
        for (int i = 0; i < times; i++) {
            interact(() -> {
                TimelineView view = timeline().view();
                Point2D at = view.screenToLocal(place);
                Node lanes = DrawnEvents.lanes(view);
                Event.fireEvent(lanes, wheel(view.localToScene(at), place, delta));
            });
        }
    }

    private static ScrollEvent wheel(Point2D inScene, Point2D onScreen, double delta) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                inScene.getX(),
                inScene.getY(),
                onScreen.getX(),
                onScreen.getY(),
                false,
                true,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private String tip() {
        return Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .filter(Window::isShowing)
                .map(tooltip -> ((Tooltip) tooltip).getText())
                .findFirst()
                .orElse("");
    }

    /** Returns a hash of what is drawn where an event is. */
    private int pixels(EventRef event) {
        return onFx(() -> {
            Rectangle2D box = timeline().box(event);
            SnapshotParameters part = new SnapshotParameters();
            part.setViewport(new Rectangle2D(
                    box.getMinX() - 6, box.getMinY() - 6, Math.max(12, box.getWidth() + 12), box.getHeight() + 12));
            WritableImage image = timeline().view().snapshot(part, null);
            int hash = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    hash = 31 * hash + image.getPixelReader().getArgb(x, y);
                }
            }
            return hash;
        });
    }
}
