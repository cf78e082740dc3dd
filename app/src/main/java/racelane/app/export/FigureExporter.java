package racelane.app.export;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import racelane.app.fx.Texts;
import racelane.app.paint.GlyphMasks;
import racelane.app.paint.ImageSurface;
import racelane.app.paint.ScenePainter;
import racelane.app.paint.SvgSurface;
import racelane.app.theme.Fonts;
import racelane.app.theme.Palette;
import racelane.model.progress.Progress;
import racelane.model.scene.FigureLayout;
import racelane.model.scene.FigureRequest;
import racelane.model.scene.Scene;

/**
 * Writes figures. Needs no display, no JavaFX and no fonts of the machine; the same request gives the same bytes everywhere.
 * Any thread but the JavaFX thread.
 */
public final class FigureExporter {
    private static final Texts TEXTS = Texts.of(FigureExporter.class);

    private static final int BAND_PIXELS = 4 << 20;
    private static final double PREVIEW_PIXELS = 12e6;
    private static final double DOTS_PER_INCH = 96;
    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final long MOST_ROWS = 1 << 20;

    private final Fonts fonts;

    /** Creates an exporter that sets its text in these fonts. */
    public FigureExporter(Fonts fonts) {
        this.fonts = fonts;
    }

    /** Returns the figure as a scene, for a preview. */
    public Scene scene(FigureRequest request) {
        return FigureLayout.layout(request, fonts);
    }

    /**
     * Draws the figure for a preview, by the same layout and painter that write the file.
     *
     * @param width px; less where the figure would be very high
     */
    public FigurePreview preview(FigureRequest request, int width) {
        Scene scene = scene(request);
        double scale = Math.min(width / scene.width(), Math.sqrt(PREVIEW_PIXELS / scene.width() / scene.height()));
        int columns = Math.max(1, (int) Math.round(scene.width() * scale));
        int rows = Math.max(1, (int) Math.ceil(scene.height() * scale));
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        Palette palette = Palette.of(request.theme());
        Arrays.fill(pixels, palette.background() & 0xFFFFFF);
        ImageSurface surface = new ImageSurface(image, 0, scale, fonts, new GlyphMasks(fonts));
        ScenePainter.paint(scene, surface, palette, fonts);
        surface.dispose();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xFF000000;
        }
        return new FigurePreview(pixels, columns, rows, (long) Math.ceil(scene.width() * request.scale()), (long)
                Math.ceil(scene.height() * request.scale()));
    }

    /**
     * Writes a PNG, band by band: memory follows the width and not the height. The stream is flushed and left open.
     *
     * @throws IOException when the stream cannot be written, or the figure would be more than a million rows high
     */
    public void png(FigureRequest request, OutputStream out, Progress progress) throws IOException {
        Scene scene = scene(request);
        Palette palette = Palette.of(request.theme());
        int width = (int) Math.ceil(scene.width() * request.scale());
        long rows = (long) Math.ceil(scene.height() * request.scale());
        if (rows > MOST_ROWS) {
            throw new IOException(TEXTS.get("figure.high", rows));
        }
        int height = (int) rows;
        int bandRows = Math.clamp(BAND_PIXELS / width, 16, Math.max(16, height));
        BufferedImage band = new BufferedImage(width, Math.min(bandRows, height), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
        GlyphMasks glyphs = new GlyphMasks(fonts);
        try (PngStream png = new PngStream(out, width, height, dotsPerInch(request))) {
            for (int first = 0; first < height; first += bandRows) {
                progress.checkCancelled();
                Arrays.fill(pixels, palette.background() & 0xFFFFFF); // the last px may be wider than the figure
                ImageSurface surface = new ImageSurface(band, first, request.scale(), fonts, glyphs);
                ScenePainter.paint(scene, surface, palette, fonts);
                surface.dispose();
                int last = Math.min(bandRows, height - first);
                for (int row = 0; row < last; row++) {
                    png.row(pixels, row * width);
                }
                progress.advance(Math.min(height, first + bandRows), height);
            }
            png.finish();
        }
    }

    /** Returns how many px of the file make an inch on paper. */
    private static double dotsPerInch(FigureRequest request) {
        double millimetres = request.style().millimetres();
        return millimetres > 0
                ? request.width() * request.scale() / millimetres * MILLIMETRES_PER_INCH
                : DOTS_PER_INCH * request.scale();
    }

    /**
     * Writes an SVG with real text. The stream is flushed and left open.
     *
     * @throws IOException when the stream cannot be written
     */
    public void svg(FigureRequest request, OutputStream out, Progress progress) throws IOException {
        Fonts ofViewers = fonts.forViewers();
        Scene scene = FigureLayout.layout(request, ofViewers);
        progress.checkCancelled();
        StringBuilder svg = new StringBuilder(1 << 16);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\"")
                .append(size(request, scene));
        svg.append(" style=\"font-kerning:none;font-variant-ligatures:none\" role=\"img\"");
        svg.append(" aria-labelledby=\"title desc\">\n");
        svg.append("<title id=\"title\">")
                .append(SvgSurface.escaped(FigureLayout.title(request)))
                .append("</title>\n");
        svg.append("<desc id=\"desc\">")
                .append(SvgSurface.escaped(FigureLayout.description(request)))
                .append("</desc>\n");
        ScenePainter.paint(scene, new SvgSurface(svg, ofViewers), Palette.of(request.theme()), ofViewers);
        svg.append("</svg>\n");
        out.write(svg.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String size(FigureRequest request, Scene scene) {
        double width = Math.round(scene.width());
        double height = Math.ceil(scene.height());
        double millimetres = request.style().millimetres();
        String box = " viewBox=\"0 0 " + (long) width + " " + (long) height + "\"";
        if (millimetres > 0) {
            return String.format(
                            Locale.ROOT,
                            " width=\"%.2fmm\" height=\"%.2fmm\"",
                            millimetres,
                            millimetres * height / width)
                    + box;
        }
        return String.format(Locale.ROOT, " width=\"%d\" height=\"%d\"", Math.round(width * request.scale()), (long)
                        Math.ceil(height * request.scale()))
                + box;
    }
}
