package racelane.app.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
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

class PixelPaneTest {
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
    void theNodeShowsTheSceneInThePalettesColours() throws Exception {
        Fonts fonts = Fonts.load();
        Palette palette = Palette.of(Theme.DARK);
        FigureRequest request = FigureRequest.of(Trace.empty(new Names())).withSize(600, 1);
        Scene scene = FigureLayout.layout(request, fonts);
        CompletableFuture<WritableImage> shot = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                PixelPane pane = new PixelPane(fonts, new GlyphMasks(fonts));
                pane.resize(scene.width(), scene.height());
                for (int picture = 0; picture < 4; picture++) { // three take turns
                    pane.paint(
                            scene.width(),
                            scene.height(),
                            surface -> ScenePainter.paint(scene, surface, palette, fonts));
                }
                shot.complete(pane.snapshot(null, null));
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
}
