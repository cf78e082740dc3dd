package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import racelane.app.session.SaveState;
import racelane.app.session.ThemeChoice;
import racelane.model.time.TimeRange;

/**
 * Makes the pictures of the documents: the real window, on the samples, as one works in it. Run by
 * {@code xvfb-run -a -s "-screen 0 1920x1200x24" mvn -q test -Ppictures}; the headless platform's screen is too small for them.
 */
@Tag("pictures")
final class PicturesTest extends Journey {
    private static final Path IMAGES = Path.of(System.getProperty("racelane.root"), "docs", "images");
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;

    @BeforeEach
    void atFullSize() throws IOException {
        Files.createDirectories(IMAGES);
        interact(() -> {
            stage.setMaximized(false);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
        });
        waitUntil(() -> window.scene().getWidth() == WIDTH && window.scene().getHeight() == HEIGHT);
    }

    @Test
    void theFlagshipInLightAndInDarkAndAsAFigure() throws IOException {
        interact(() -> session.setThemeChoice(ThemeChoice.LIGHT));
        open(CACHE_RACE);
        work(
                "Readers get old data because set and invalidate are two steps",
                "old entry served: the read ran before invalidateRelated");
        picture("window-light.png");
        interact(() -> session.setThemeChoice(ThemeChoice.DARK));
        picture("window-dark.png");
        interact(() -> window.parts().editor().undo());
        nextSave = IMAGES.resolve("cache-race.png");
        Files.deleteIfExists(nextSave);
        Path figure = nextSave;
        interact(window.actions().get("file.export.now")::run);
        waitUntil(() -> Files.exists(figure));
    }

    @Test
    void threeSourcesOfOneRunOnOneClock() throws IOException {
        interact(() -> session.setThemeChoice(ThemeChoice.LIGHT));
        open(PROFILE_RACE.toArray(Path[]::new));
        work("An update is not one step: readers see it half done", "no lock held here, says the recording");
        picture("profile-race-light.png");
    }

    @Test
    void theSheetBesideTheTimeline() throws IOException {
        interact(() -> session.setThemeChoice(ThemeChoice.LIGHT));
        open(PROFILE_RACE.toArray(Path[]::new));
        work("An update is not one step: readers see it half done", "no lock held here, says the recording");
        interact(window.actions().get("file.export.png")::run);
        sleep(1_500); // until the preview is drawn
        picture("export-sheet.png");
    }

    /** Goes to the best window, states a hypothesis with it as evidence, and writes a note on it. */
    private void work(String hypothesis, String note) {
        interact(window.actions().get("detect.window.next")::run);
        TimeRange range = session.windowsProperty().get().windows().getFirst().range();
        waitUntil(() -> share(range) > 0.41);
        interact(() -> window.parts().caseModel().propose(hypothesis, true));
        interact(() -> window.parts().caseModel().addNote(range, note, taken -> {}));
        waitUntil(() -> window.parts().editor().savedProperty().get() instanceof SaveState.Saved);
        moveTo(new Point2D(4, 900));
        sleep(5_000); // until what was told has been read and is gone, and the lines are quoted
    }

    private void picture(String name) throws IOException {
        sleep(500);
        WritableImage shot = onFx(() -> window.scene().snapshot(null));
        assertThat(shot.getWidth()).isEqualTo(WIDTH);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            shot.getPixelReader()
                    .getPixels(0, y, WIDTH, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), row, 0, WIDTH);
            image.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
        }
        ImageIO.write(image, "png", IMAGES.resolve(name).toFile());
    }
}
