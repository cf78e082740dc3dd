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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a file wholly or not at all: beside the target first, forced to the disk, then moved over it in one step. Whoever looks, and
 * whenever the program dies, finds the old file or the new one.
 */
final class WholeFile {
    private static final int BUFFER = 1 << 16;
    private static final String PART = ".part";
    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

    private WholeFile() {}

    /** Writes the content. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes {@code target}, replacing an older file.
     *
     * @throws IOException when it cannot be written; the target is then as it was
     */
    static Path write(Path target, Content content) throws IOException {
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
                content.write(out);
                out.flush();
                file.force(true);
            }
            Path moved = move(half, target);
            forceFolder(target.toAbsolutePath().getParent());
            return moved;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Makes the new name as durable as the content, where the platform can; where it cannot, the move alone must do. */
    private static void forceFolder(@Nullable Path folder) {
        if (folder != null) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            } catch (IOException e) {
                LOG.debug(
                        "the folder {} cannot be forced: {}", folder, e.getMessage()); // Windows cannot, and needs not
            }
        }
    }

    private static Path move(Path half, Path target) throws IOException {
        try {
            return Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            return Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
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
}
