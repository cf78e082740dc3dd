package racelane.app.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import racelane.app.theme.Fonts;
import racelane.app.theme.Palette;
import racelane.model.scene.Scene;

/**
 * A node that shows a scene as pixels: painted by the same code as the figures, then handed over as one image. A canvas records every
 * rectangle and plays the record back, which costs a multiple (docs/benchmarks.md). Two pictures take turns, for the toolkit may still
 * be reading the last one. JavaFX thread.
 */
public final class PixelPane extends Region {
    private static final int GRAIN = 64;

    private final Fonts fonts;
    private final GlyphMasks glyphs;
    private final ImageView view = new ImageView();
    private final @Nullable Picture[] pictures = new Picture[2];
    private int turn;

    /** One of the two pictures: its pixels as Java2D and as JavaFX see them. */
    private record Picture(BufferedImage image, PixelBuffer<IntBuffer> pixels, WritableImage shown) {
        static Picture of(int width, int height) {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
            int[] raster = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            PixelBuffer<IntBuffer> pixels =
                    new PixelBuffer<>(width, height, IntBuffer.wrap(raster), PixelFormat.getIntArgbPreInstance());
            return new Picture(image, pixels, new WritableImage(pixels));
        }

        boolean holds(int width, int height) {
            return image.getWidth() >= width
                    && image.getHeight() >= height
                    && image.getWidth() <= width + 2 * GRAIN
                    && image.getHeight() <= height + 2 * GRAIN;
        }
    }

    /** Creates an empty node; {@code glyphs} may be shared with other nodes. */
    public PixelPane(Fonts fonts, GlyphMasks glyphs) {
        this.fonts = fonts;
        this.glyphs = glyphs;
        view.setSmooth(false);
        view.setMouseTransparent(true);
        getChildren().add(view);
    }

    /** Paints a scene of this node's size at the scale of the screen it is on. */
    public void paint(Scene scene, Palette palette) {
        paint(scene.width(), scene.height(), surface -> ScenePainter.paint(scene, surface, palette, fonts));
    }

    /**
     * Paints a picture of this node's size at the scale of the screen it is on.
     *
     * @param widthPx its width, px
     * @param heightPx its height, px
     * @param painter paints it, its ground first
     */
    public void paint(double widthPx, double heightPx, Consumer<DrawingSurface> painter) {
        double scale = scale();
        int width = (int) Math.max(1, Math.ceil(widthPx * scale));
        int height = (int) Math.max(1, Math.ceil(heightPx * scale));
        turn = 1 - turn;
        Picture picture = pictures[turn];
        if (picture == null || !picture.holds(width, height)) {
            picture = Picture.of(roomy(width), roomy(height));
            pictures[turn] = picture;
        }
        BufferedImage image = picture.image();
        picture.pixels().updateBuffer(buffer -> {
            ImageSurface surface = new ImageSurface(image, 0, scale, fonts, glyphs);
            painter.accept(surface);
            surface.dispose();
            return new Rectangle2D(0, 0, width, height);
        });
        view.setImage(picture.shown());
        view.setViewport(new Rectangle2D(0, 0, width, height));
        view.setFitWidth(width / scale);
        view.setFitHeight(height / scale);
    }

    private double scale() {
        boolean onScreen = getScene() != null && getScene().getWindow() != null;
        return onScreen ? Math.max(1, getScene().getWindow().getRenderScaleX()) : 1;
    }

    private static int roomy(int pixels) {
        return (pixels + GRAIN - 1) / GRAIN * GRAIN;
    }
}
