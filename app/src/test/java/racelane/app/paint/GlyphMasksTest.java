package racelane.app.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import racelane.app.theme.Fonts;
import racelane.model.scene.FontRole;

class GlyphMasksTest {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 40;
    private static final int INK = 0xFF101418;

    private final Fonts fonts = Fonts.load();

    @Test
    void textFromMasksLooksLikeTextFromOutlines() {
        for (double size : new double[] {10.5, 13, 22}) {
            int[] masked = masked("updateCache user:123 µs Ångström", size, 4);
            int[] outlined = outlined("updateCache user:123 µs Ångström", size, 4);
            assertThat(ink(masked)).as("ink at %s px", size).isBetween(ink(outlined) * 0.97, ink(outlined) * 1.03);
            assertThat(distance(masked, outlined))
                    .as("shades a pixel at %s px", size)
                    .isLessThan(3.0);
        }
    }

    @Test
    void aQuarterOfAPixelIsSeen() {
        int[] here = masked("lll", 13, 4);
        assertThat(masked("lll", 13, 4.25)).isNotEqualTo(here);
        assertThat(masked("lll", 13, 4.02)).isEqualTo(here);
    }

    @Test
    void textBeyondTheEdgesIsCutOffAndNothingElse() {
        int[] pixels = ground();
        PixelBand band = new PixelBand(pixels, WIDTH, HEIGHT);
        GlyphMasks masks = new GlyphMasks(fonts);
        for (int[] place :
                new int[][] {{-9, 5}, {WIDTH - 9, 5}, {100, -3}, {100, HEIGHT + 8}, {-900, -900}, {9000, 9000}}) {
            masks.write("window", FontRole.BOLD, 24, place[0], (mask, pen) -> band.fillMask(mask, pen, place[1], INK));
        }
        assertThat(ink(pixels)).isPositive();
    }

    @Test
    void manySizesAndLettersDoNotFillTheMemory() {
        GlyphMasks masks = new GlyphMasks(fonts);
        long[] drawn = new long[1];
        for (int size = 20; size < 300; size++) {
            masks.write("the quick brown fox 0123456789", FontRole.REGULAR, size, 0, (mask, pen) -> drawn[0]++);
        }
        assertThat(drawn[0]).isEqualTo(280 * 26);
        assertThat(masks.bytes()).isLessThan(9 << 20);
    }

    private static int[] ground() {
        int[] pixels = new int[WIDTH * HEIGHT];
        Arrays.fill(pixels, 0xFFFFFFFF);
        return pixels;
    }

    private int[] masked(String text, double size, double x) {
        int[] pixels = ground();
        PixelBand band = new PixelBand(pixels, WIDTH, HEIGHT);
        new GlyphMasks(fonts).write(text, FontRole.MEDIUM, size, x, (mask, pen) -> band.fillMask(mask, pen, 28, INK));
        return pixels;
    }

    private int[] outlined(String text, double size, double x) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new java.awt.Color(INK));
        graphics.fill(fonts.outline(text, FontRole.MEDIUM, size, x, 28));
        graphics.dispose();
        return image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    }

    private static double ink(int[] pixels) {
        return Arrays.stream(pixels).mapToDouble(pixel -> 255 - (pixel & 0xFF)).sum();
    }

    private static double distance(int[] a, int[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 0xFF) - (b[i] & 0xFF));
        }
        return sum / a.length;
    }
}
