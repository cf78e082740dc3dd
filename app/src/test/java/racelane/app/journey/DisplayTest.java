package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import racelane.app.shell.PictureClipboard;
import racelane.app.timeline.DrawnEvents;
import racelane.model.time.TimeRange;

/** What only a real window can show: the platform's clipboard, and keys held while the mouse works. */
@Tag("display")
final class DisplayTest extends Journey {
    @Override
    PictureClipboard clipboard(PictureClipboard real) {
        return real;
    }

    @Test
    void aCopiedPictureIsOnThePlatformsClipboard() {
        interact(() -> Clipboard.getSystemClipboard().clear());
        open(CACHE_RACE);
        write("]");
        waitUntil(() -> session.selectedWindowProperty().get() != null);
        chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        waitUntil(() -> Clipboard.getSystemClipboard().hasImage());
        Image picture = onFx(() -> Clipboard.getSystemClipboard().getImage());
        assertThat(picture.getWidth()).isEqualTo(3600);
        assertThat(picture.getPixelReader().getColor(4, 4).getBrightness()).isGreaterThan(0.9);
    }

    @Test
    void theWheelWithControlZoomsAtThePointer() {
        open(CACHE_RACE);
        long set = session.trace()
                .at(event(event -> event.name().equals("cache.set")))
                .start();
        double zoom = session.viewportProperty().get().scale().nanosPerPixel();
        Point2D place = onFx(() -> DrawnEvents.at(timeline().view(), set, 12));
        moveTo(place);
        press(KeyCode.CONTROL);
        scroll(4, VerticalDirection.UP);
        waitUntil(() -> Math.abs(session.viewportProperty().get().scale().nanosPerPixel() - zoom) > 1);
        release(KeyCode.CONTROL);
        assertThat(onFx(() -> DrawnEvents.at(timeline().view(), set, 12)).getX())
                .isCloseTo(place.getX(), within(2.0));
    }

    @Test
    void draggingWithShiftAsksForANoteOnTheRange() {
        open(CACHE_RACE);
        TimeRange range = session.windowsProperty().get().windows().getFirst().range();
        double down = onFx(() -> DrawnEvents.lanesHeight(timeline().view()) - 6);
        Point2D from = onFx(() -> DrawnEvents.at(timeline().view(), range.start(), down));
        Point2D to = onFx(() -> DrawnEvents.at(timeline().view(), range.end(), down));
        moveTo(from.add(-2, 0));
        press(KeyCode.SHIFT);
        press(MouseButton.PRIMARY).moveTo(from.add(40, 0)).moveTo(to.add(3, 0)).release(MouseButton.PRIMARY);
        release(KeyCode.SHIFT);
        waitUntil(() -> lookup("#words").tryQuery().isPresent());
        write("the read came between");
        clickOn("#save");
        waitUntil(() -> session.history().state().notes().size() == 1);
        assertThat(session.history().state().notes().getFirst().range()).isEqualTo(range);
    }
}
