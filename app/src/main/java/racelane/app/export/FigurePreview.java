package racelane.app.export;

/**
 * A figure drawn small, for a preview.
 *
 * @param pixels 0xFFRRGGBB, row by row
 * @param width px of the preview
 * @param height px of the preview
 * @param figureWidth px that the file would be wide
 * @param figureHeight px that the file would be high
 */
public record FigurePreview(int[] pixels, int width, int height, long figureWidth, long figureHeight) {}
