package racelane.model.spi;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * One file to import.
 *
 * @param file the file
 * @param header its first part
 * @param size its length in bytes on disk when it was opened; what grows beyond is not read
 * @param options what the user said
 */
public record ImportRequest(Path file, Header header, long size, ImportOptions options) {
    /** Opens the file's bytes from the start, decompressed when the file is gzipped. The caller closes the stream. */
    public InputStream open() throws IOException {
        InputStream raw = Files.newInputStream(file);
        if (!header.gzipped()) {
            return raw;
        }
        try {
            return new GZIPInputStream(new BufferedInputStream(raw, 1 << 16), 1 << 16);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }
}
