package racelane.importers.jfr;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import racelane.model.spi.ImportRequest;

/**
 * Has a file hashed part by part while it is read, by reading the request's own stream, which hashes what passes through. A
 * recording is read at many places and not from its start to its end, so it cannot be hashed on the way. One thread.
 */
final class FileHash implements Closeable {
    private static final int BLOCK = 1 << 18;

    private final @Nullable InputStream in;
    private final byte[] block;
    private long done;

    private FileHash(@Nullable InputStream in) {
        this.in = in;
        this.block = new byte[in == null ? 0 : BLOCK];
    }

    /** Starts before the first byte. Of a gzipped file nothing is left to do: it was hashed when it was decompressed. */
    static FileHash of(ImportRequest request) throws IOException {
        return new FileHash(request.header().gzipped() ? null : request.open());
    }

    /** Goes on to {@code place}, a byte of the file, or a little beyond; what is left out is hashed when the import ends. */
    void upTo(long place) throws IOException {
        InputStream from = in;
        while (from != null && done < place) {
            int count = from.read(block);
            if (count <= 0) {
                return;
            }
            done += count;
        }
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
