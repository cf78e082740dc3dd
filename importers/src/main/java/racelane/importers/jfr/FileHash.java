package racelane.importers.jfr;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import racelane.model.spi.ImportRequest;

/**
 * The bytes of a recording for whoever reads it onward, page after page: taken from the request's own stream, which hashes what passes
 * through, so that no byte is read a second time for its hash. What is left out, and all of a file that is read in another order, is
 * hashed when the import ends. One thread at a time.
 */
final class FileHash implements Closeable, EventPages.Source {
    /** How many bytes between two pages are read for the hash alone; where more lie between them, reading must stay answerable. */
    private static final int WIDEST_GAP = 1 << 22;

    private final RecordingBytes bytes;
    private @Nullable InputStream in;
    private long done;

    private FileHash(RecordingBytes bytes, @Nullable InputStream in) {
        this.bytes = bytes;
        this.in = in;
    }

    /** Starts before the first byte. Of a gzipped file nothing is left to do: it was hashed when it was decompressed. */
    static FileHash of(ImportRequest request, RecordingBytes bytes) throws IOException {
        return new FileHash(bytes, request.header().gzipped() ? null : request.open());
    }

    @Override
    public void read(long at, byte[] target, int from, int count) throws IOException {
        InputStream onward = in;
        if (onward == null || at < done || at - done > WIDEST_GAP) {
            close();
            bytes.read(at, target, from, count);
            return;
        }
        done += onward.readNBytes(new byte[(int) (at - done)], 0, (int) (at - done));
        int got = onward.readNBytes(target, from, count);
        done += got;
        if (got < count || done != at + count) {
            throw new EOFException("the file became shorter while it was read");
        }
    }

    @Override
    public void close() throws IOException {
        InputStream open = in;
        in = null;
        if (open != null) {
            open.close();
        }
    }
}
