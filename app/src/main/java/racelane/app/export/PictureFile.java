package racelane.app.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import racelane.model.progress.Progress;
import racelane.model.scene.FigureRequest;

/**
 * Writes figures to files: beside the target first, forced to the disk, then moved, so that nobody ever sees half a picture and an
 * older one stays until the new one is whole. Any thread but the JavaFX thread.
 */
public final class PictureFile {
    private static final int BUFFER = 1 << 16;

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
        Path half = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (FileChannel file = FileChannel.open(
                            half,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER)) {
                if (isSvg(target)) {
                    exporter.svg(request, out, progress);
                } else {
                    exporter.png(request, out, progress);
                }
                file.force(true);
            }
            return Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static boolean isSvg(Path target) {
        return ends(target, ".svg");
    }

    private static boolean ends(Path target, String ending) {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
