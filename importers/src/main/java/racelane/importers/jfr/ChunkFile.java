package racelane.importers.jfr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Presents chunks to the JDK's reader as recordings of their own, so that a fault in one cannot reach its neighbours. */
final class ChunkFile {
    private ChunkFile() {}

    /** Returns a file that holds just {@code chunk}: the recording itself when that is so already, else a copy in {@code work}. */
    static Path of(Chunk chunk, RecordingBytes bytes, Path work) throws IOException {
        if (chunk.sound() && chunk.from() == 0 && chunk.to() == bytes.size() && bytes.isWholeFile()) {
            return bytes.file();
        }
        Path copy = work.resolve("chunk.jfr");
        try (FileChannel out = FileChannel.open(
                copy, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            bytes.copy(chunk.from(), chunk.readTo(), out);
            if (!chunk.sound()) {
                patch(out, ChunkHeader.SIZE_AT, chunk.readTo() - chunk.from());
                patch(out, ChunkHeader.CONSTANTS_AT, chunk.constants());
                patch(out, ChunkHeader.METADATA_AT, chunk.metadata());
                out.write(ByteBuffer.allocate(1), ChunkHeader.STATE_AT); // finished, as far as this copy goes
            }
        }
        return copy;
    }

    /** Makes a folder for copies. */
    static Path workFolder() throws IOException {
        return Files.createTempDirectory("racelane-jfr-");
    }

    /** Deletes the folder and all in it; what cannot be deleted now goes when the program ends. */
    static void delete(Path work) {
        List<Path> all;
        try (Stream<Path> inside = Files.walk(work)) {
            all = inside.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            all = List.of(work);
        }
        for (Path path : all) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                path.toFile().deleteOnExit();
            }
        }
    }

    private static void patch(FileChannel out, int at, long value) throws IOException {
        out.write(ByteBuffer.allocate(Long.BYTES).putLong(value).flip(), at);
    }
}
