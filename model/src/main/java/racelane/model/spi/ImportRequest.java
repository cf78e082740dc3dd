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

        /**
         * As {@link #open}, for a thread that has time: what else is to be done with the bytes, it does itself while it reads, instead of
         * having it done beside.
         */
        default InputStream openAtLeisure() throws IOException {
            return open();
        }

        /** Tells whether {@link #open} gives out only what was imported, and fails where the file holds something else. */
        default boolean isVerified() {
            return false;
        }

        /**
         * Makes sure that all that was imported is still in the file.
         *
         * @throws IOException with one line for people when it is not
         */
        default void checkWhole() throws IOException {}
    }

    /** Creates a request whose bytes come straight from the file. */
    public ImportRequest(Path file, Header header, long size, ImportOptions options) {
        this(file, header, size, options, () -> Files.newInputStream(file), Runnable::run);
    }

    /**
     * Makes sure that the file is no shorter than it was and, where the content is not verified as it is read, that it still begins as
     * it did, up to {@link Header#SIZE} bytes; so that no line of a file that took its place is quoted for one of it. A file that only
     * grew passes. With verified content every byte that {@link #open} gives out after the import is one that was imported.
     *
     * @throws IOException with one line for people when it changed
     */
    public void checkUnchanged() throws IOException {
        long now = Files.size(file);
        if (now < size) {
            throw new IOException(
                    "has shrunk from " + size + " to " + now + " bytes since it was imported; import it again");
        }
        if (content.isVerified()) {
            return;
        }
        try (InputStream in = open()) {
            if (!Arrays.equals(in.readNBytes(header.bytes().length), header.bytes())) {
                throw new IOException("has changed since it was imported; import it again");
            }
        }
    }

    /**
     * Makes sure, for readers that go past {@link #open}, that the file holds all that was imported: by length, time of change and
     * identity, and where one of them differs, or the change is too young for its time to tell, by a checksum of every block.
     *
     * @throws IOException with one line for people when it does not
     */
    public void checkWhole() throws IOException {
        checkUnchanged();
        content.checkWhole();
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
