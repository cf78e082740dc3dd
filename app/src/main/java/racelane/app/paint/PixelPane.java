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

/**
 * A node that shows a scene as pixels: painted by the same code as the figures, then handed over as one image. A canvas records every
 * rectangle and plays the record back, which costs a multiple (docs/benchmarks.md). JavaFX thread, but for painting a {@link Sheet}.
 */
public final class PixelPane extends Region {
    private static final int GRAIN = 64;

    /** One that is shown, one that the toolkit may still be reading, and one to paint on. */
    private static final int PICTURES = 3;

    private final Fonts fonts;
    private final GlyphMasks glyphs;
    private final ImageView view = new ImageView();
    private final @Nullable Picture[] pictures = new Picture[PICTURES];
    private int turn;

    /** One of the pictures: its pixels as Java2D and as JavaFX see them. */
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

    /** What the next picture is painted on, beside the JavaFX thread if need be. */
    public final class Sheet {
        private final Picture picture;
        private final int width;
        private final int height;
        private final double scale;

        private Sheet(Picture picture, int width, int height, double scale) {
            this.picture = picture;
            this.width = width;
            this.height = height;
            this.scale = scale;
        }

        /**
         * Paints the picture, its ground first. Any thread, but one at a time of those that share the glyphs.
         *
         * @param painter is given what to paint on, in px of the node
         */
        public void paint(Consumer<DrawingSurface> painter) {
            ImageSurface surface = new ImageSurface(picture.image(), 0, scale, fonts, glyphs);
            painter.accept(surface);
            surface.dispose();
        }

        /** Shows in the node what was painted. JavaFX thread. */
        public void show() {
            Rectangle2D part = new Rectangle2D(0, 0, width, height);
            picture.pixels().updateBuffer(buffer -> part);
            view.setImage(picture.shown());
            view.setViewport(part);
            view.setFitWidth(width / scale);
            view.setFitHeight(height / scale);
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

    /**
     * Paints a picture at the scale of the screen the node is on, and shows it.
     *
     * @param widthPx its width, px
     * @param heightPx its height, px
     * @param painter paints it, its ground first
     */
    public void paint(double widthPx, double heightPx, Consumer<DrawingSurface> painter) {
        Sheet sheet = sheet(widthPx, heightPx);
        sheet.paint(painter);
        sheet.show();
    }

    /**
     * Returns a sheet for the next picture, at the scale of the screen the node is on. There is one at a time: it is to be painted and
     * shown, or given up, before another is asked for, and there is to be a pulse between two of them.
     *
     * @param widthPx width of the picture, px
     * @param heightPx height of the picture, px
     */
    public Sheet sheet(double widthPx, double heightPx) {
        double scale = scale();
        int width = (int) Math.max(1, Math.ceil(widthPx * scale));
        int height = (int) Math.max(1, Math.ceil(heightPx * scale));
        turn = (turn + 1) % PICTURES;
        Picture picture = pictures[turn];
        if (picture == null || !picture.holds(width, height)) {
            picture = Picture.of(roomy(width), roomy(height));
            pictures[turn] = picture;
        }
        return new Sheet(picture, width, height, scale);
    }

    private double scale() {
        boolean onScreen = getScene() != null && getScene().getWindow() != null;
        return onScreen ? Math.max(1, getScene().getWindow().getRenderScaleX()) : 1;
    }

    private static int roomy(int pixels) {
        return (pixels + GRAIN - 1) / GRAIN * GRAIN;
    }
}
