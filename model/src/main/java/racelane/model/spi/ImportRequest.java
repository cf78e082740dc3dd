package racelane.model.spi;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.zip.GZIPInputStream;

/**
 * One file to import.
 *
 * @param file the file
 * @param header its first part
 * @param size its length in bytes on disk when it was opened; what grows beyond is not read
 * @param options what the user said
 * @param content where {@link #open} gets the file's bytes from
 * @param helper runs what an importer can do beside its own thread; it may as well run it at once on that thread
 */
public record ImportRequest(
        Path file, Header header, long size, ImportOptions options, Content content, Executor helper) {
    /** Opens the bytes of a file, as they are on disk, from their start. */
    @FunctionalInterface
    public interface Content {
        /** Returns a stream that the caller closes. */
        InputStream open() throws IOException;
    }

    /** Creates a request whose bytes come straight from the file. */
    public ImportRequest(Path file, Header header, long size, ImportOptions options) {
        this(file, header, size, options, () -> Files.newInputStream(file), Runnable::run);
    }

    /**
     * Makes sure that the file still begins as it did when it was imported, up to {@link Header#SIZE} bytes, and is no shorter; so
     * that no line of a file that took its place is quoted for one of it. A file that only grew passes.
     *
     * @throws IOException with one line for people when it changed
     */
    public void checkUnchanged() throws IOException {
        long now = Files.size(file);
        if (now < size) {
            throw new IOException(
                    "has shrunk from " + size + " to " + now + " bytes since it was imported; import it again");
        }
        try (InputStream in = open()) {
            if (!Arrays.equals(in.readNBytes(header.bytes().length), header.bytes())) {
                throw new IOException("has changed since it was imported; import it again");
            }
        }
    }

    /**
     * Opens the file's bytes from the start, decompressed when the file is gzipped. The caller closes the stream, which fails with
     * {@link InflatedStream.GrowthException} when a compressed file grows further than anybody meant it to.
     */
    public InputStream open() throws IOException {
        InputStream raw = content.open();
        if (!header.gzipped()) {
            return raw;
        }
        try {
            return new InflatedStream(new GZIPInputStream(new BufferedInputStream(raw, 1 << 16), 1 << 16), size);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }
}
