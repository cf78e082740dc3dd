package racelane.app.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import racelane.app.theme.Fonts;
import racelane.app.theme.Palette;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.scene.ColorRole;
import racelane.model.scene.FigureLayout;
import racelane.model.scene.FigureRequest;
import racelane.model.scene.Scene;
import racelane.model.scene.Theme;

class CanvasSurfaceTest {
    @BeforeAll
    static void startTheToolkit() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            started.countDown();
        }
        Platform.setImplicitExit(false);
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theCanvasShowsTheSceneInThePalettesColours() throws Exception {
        Fonts fonts = Fonts.load();
        Palette palette = Palette.of(Theme.DARK);
        FigureRequest request = FigureRequest.of(Trace.empty(new Names())).withSize(600, 1);
        Scene scene = FigureLayout.layout(request, fonts);
        CompletableFuture<WritableImage> shot = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                Canvas canvas = new Canvas(scene.width(), scene.height());
                ScenePainter.paint(scene, new CanvasSurface(canvas.getGraphicsContext2D()), palette, fonts);
                shot.complete(canvas.snapshot(null, null));
            } catch (RuntimeException | Error e) {
                shot.completeExceptionally(e);
            }
        });
        WritableImage image = shot.get(30, TimeUnit.SECONDS);
        assertThat(image.getPixelReader().getArgb(2, 2)).isEqualTo(palette.argb(ColorRole.BACKGROUND));
        int bright = 0;
        for (int y = 36; y < 70; y++) {
            for (int x = 24; x < 300; x++) {
                bright += (image.getPixelReader().getArgb(x, y) & 0xFF) > 150 ? 1 : 0;
            }
        }
        assertThat(bright).as("px of the headline").isGreaterThan(200);
    }

    @Test
    void onlyRectanglesThatTouchSideBySideAreOneRun() {
        float[] boxes = {10, 5, 1, 19, 11, 5, 1, 19, 12, 5, 4, 19, 17, 5, 1, 19, 18, 27, 1, 19, 19, 27, 1, 12};
        assertThat(CanvasSurface.endOfRun(boxes, 0, 6)).isEqualTo(3);
        assertThat(CanvasSurface.endOfRun(boxes, 1, 2)).isEqualTo(2);
        assertThat(CanvasSurface.endOfRun(boxes, 3, 6)).isEqualTo(4);
        assertThat(CanvasSurface.endOfRun(boxes, 4, 6)).isEqualTo(5);
        assertThat(CanvasSurface.endOfRun(boxes, 5, 6)).isEqualTo(6);
    }
}
