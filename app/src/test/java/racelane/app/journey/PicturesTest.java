package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
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
 * {@code -Dtest=PicturesTest#theStates* -Dtest.platform=-Dglass.gtk.uiScale=150%} on a screen of 2560x1600 takes them at 150 %.
 */
@Tag("pictures")
final class PicturesTest extends Journey {
    private static final Path IMAGES = Path.of(System.getProperty("racelane.root"), "docs", "images");
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;

    @Override
    Optional<Path> sample() {
        return Optional.of(CACHE_RACE);
    }

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

    /** Eight states of the window, beside which the pictures of what it is to look like are held. */
    @Test
    void theStatesOfTheWindow() throws Exception {
        interact(() -> session.setThemeChoice(ThemeChoice.LIGHT));
        picture("state-1-empty.png");
        Path log = GeneratedLog.write(folder.resolve("orders-held.log"), GeneratedLog.LINES_OF_30_MB);
        HeldImporter importer = importers.stream()
                .filter(each -> each.id().equals("log"))
                .findFirst()
                .orElseThrow();
        interact(() -> window.parts().opener().open(List.of(PROFILE_RACE.get(2), log)));
        assertThat(importer.reading.await(30, TimeUnit.SECONDS)).isTrue();
        sleep(1_500);
        picture("state-2-importing.png");
        importer.go.countDown();
        waitUntil(() -> lookup(".job-row").tryQuery().isEmpty());
        open(PROFILE_RACE.toArray(Path[]::new));
        interact(() -> session.setViewport(session.viewportProperty().get()));
        picture("state-3-whole-recording.png");
        work("An update is not one step: readers see it half done", "no lock held here, says the recording");
        picture("state-4-window-selected.png");
        interact(window.actions().get("view.zoom.all")::run);
        clickOn("#search").write("key:user:123");
        sleep(1_500);
        picture("state-5-search.png");
        interact(() -> lookup("#search").queryAs(TextField.class).clear());
        sleep(800);
        interact(() -> {
            window.parts().timeline().controls().requestFocus();
            window.actions().get("detect.window.previous").run();
            window.actions().get("detect.window.next").run();
            window.actions().get("view.tab.state").run();
        });
        sleep(1_500);
        picture("state-6-state-at-cursor.png");
        interact(() -> session.setThemeChoice(ThemeChoice.DARK));
        interact(window.actions().get("view.tab.log")::run);
        picture("state-7-dark.png");
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

    /** Takes the picture at the screen's own scale: 150 % gives one and a half times as many pixels. */
    private void picture(String name) throws IOException {
        sleep(500);
        double scale = onFx(() -> stage.getOutputScaleX());
        int width = (int) Math.round(WIDTH * scale);
        int height = (int) Math.round(HEIGHT * scale);
        WritableImage shot = onFx(() -> {
            SnapshotParameters whole = new SnapshotParameters();
            whole.setTransform(Transform.scale(scale, scale));
            whole.setViewport(new Rectangle2D(0, 0, width, height)); // a shadow may reach beyond the window
            return window.scene().getRoot().snapshot(whole, null);
        });
        assertThat(shot.getWidth()).isEqualTo(width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            shot.getPixelReader()
                    .getPixels(0, y, width, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), row, 0, width);
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        String scaled = scale == 1 ? name : name.replace(".png", "-" + Math.round(scale * 100) + ".png");
        ImageIO.write(image, "png", IMAGES.resolve(scaled).toFile());
    }
}
