package racelane.app.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racelane.model.progress.Progress;
import racelane.model.scene.FigureRequest;

/**
 * Writes figures to files: beside the target first, forced to the disk, then moved, so that nobody ever sees half a picture and an
 * older one stays until the new one is whole. Any thread but the JavaFX thread.
 */
public final class PictureFile {
    private static final int BUFFER = 1 << 16;
    private static final String PART = ".part";
    private static final Logger LOG = LoggerFactory.getLogger(PictureFile.class);

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
        forgetDead(target);
        Path half =
                target.resolveSibling(prefix(target) + ProcessHandle.current().pid() + PART);
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
                out.flush();
                file.force(true);
            }
            move(half, target);
            forceFolder(target);
            return target;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static void move(Path half, Path target) throws IOException {
        try {
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the new name as durable as the bytes, where the system lets a folder be opened. */
    private static void forceFolder(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            LOG.debug("the folder {} cannot be forced: {}", folder, e.getMessage());
        }
    }

    /** Removes what programs left half written that were killed: their process is gone. */
    private static void forgetDead(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        String prefix = prefix(target);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, one -> {
            String name = String.valueOf(one.getFileName());
            return name.startsWith(prefix) && name.endsWith(PART);
        })) {
            for (Path one : left) {
                String name = String.valueOf(one.getFileName());
                String pid = name.substring(prefix.length(), name.length() - PART.length());
                if (pid.matches("\\d{1,18}")
                        && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    Files.deleteIfExists(one);
                }
            }
        } catch (IOException e) {
            LOG.debug("what was left beside {} cannot be looked at: {}", target, e.getMessage());
        }
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }

    private static boolean isSvg(Path target) {
        return ends(target, ".svg");
    }

    private static boolean ends(Path target, String ending) {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
