package racelane.app.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import racelane.model.progress.Progress;
import racelane.model.scene.FigureRequest;

/** Writes figures to files, wholly or not at all. Any thread but the JavaFX thread. */
public final class PictureFile {
    private final FigureExporter exporter;

    /** Creates a writer. */
    public PictureFile(FigureExporter exporter) {
        this.exporter = exporter;
    }

    /** Tells whether {@code target} ends like a picture that can be written: {@code .png} or {@code .svg}. */
    public static boolean hasKnownEnding(Path target) {
        return isSvg(target) || ends(target, ".png");
    }

    /**
     * Writes the figure; what it becomes is said by the target's ending, PNG unless that is {@code .svg}.
     *
     * @return the target
     * @throws IOException when the file cannot be written; the target is then as it was
     */
    public Path write(FigureRequest request, Path target, Progress progress) throws IOException {
        return WholeFile.write(target, out -> {
            if (isSvg(target)) {
                exporter.svg(request, out, progress);
            } else {
                exporter.png(request, out, progress);
            }
        });
    }

    private static boolean isSvg(Path target) {
        return ends(target, ".svg");
    }

    private static boolean ends(Path target, String ending) {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
