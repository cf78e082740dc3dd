package racelane.importers.jfr;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportRequest;
import racelane.model.spi.InflatedStream;

/**
 * The bytes of a recording at any place: the file itself, or its decompressed copy in {@code work} when it is gzipped. Plain
 * reads only, for a mapped file that is cut short takes the JVM with it. One thread at a time.
 */
final class RecordingBytes implements Closeable {
    private static final int WINDOW = 1 << 18;

    private final FileChannel channel;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private final long size;
    private final Path file;
    private final @Nullable String fault;
    private long windowFrom;

    private RecordingBytes(Path file, long size, @Nullable String fault) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.file = file;
        this.size = Math.min(size, channel.size());
        this.fault = fault;
    }

    /**
     * Opens a recording.
     *
     * @param work folder for the decompressed copy; the caller deletes it
     */
    static RecordingBytes open(ImportRequest request, Path work, Progress progress)
            throws IOException, ImportException {
        if (!request.header().gzipped()) {
            return new RecordingBytes(request.file(), request.size(), null);
        }
        progress.message("Decompressing");
        Path copy = work.resolve("recording.jfr");
        String fault = decompress(request, copy, progress);
        return new RecordingBytes(copy, Long.MAX_VALUE, fault);
    }

    private static @Nullable String decompress(ImportRequest request, Path copy, Progress progress)
            throws IOException, ImportException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = request.open();
                OutputStream out = Files.newOutputStream(copy)) {
            while (true) {
                int count;
                try {
                    count = in.read(buffer);
                } catch (InflatedStream.GrowthException e) {
                    throw new ImportException(String.valueOf(e.getMessage()), e);
                } catch (EOFException | ZipException e) {
                    return "the gzip stream ends too early or is damaged: " + e.getMessage();
                }
                if (count < 0) {
                    return null;
                }
                out.write(buffer, 0, count);
                progress.checkCancelled();
            }
        }
    }

    /** Returns the file that holds these bytes. */
    Path file() {
        return file;
    }

    /** Returns the number of bytes. */
    long size() {
        return size;
    }

    /** Tells whether the file holds exactly these bytes, so that it can be handed to a reader as it is. */
    boolean isWholeFile() throws IOException {
        return channel.size() == size;
    }

    /** Returns what went wrong while decompressing, or null. */
    @Nullable
    String fault() {
        return fault;
    }

    /** Returns a buffer and brings {@code count} bytes (at most 256 KiB) from {@code at} under {@link #indexOf}; null past the end. */
    @Nullable
    ByteBuffer at(long at, int count) throws IOException {
        if (at < 0 || count > size - at) {
            return null;
        }
        if (at < windowFrom || at + count > windowFrom + window.limit()) {
            window.clear();
            int wanted = (int) Math.min(WINDOW, size - at);
            window.limit(wanted);
            while (window.hasRemaining()) {
                if (channel.read(window, at + window.position()) < 0) {
                    window.limit(window.position());
                    windowFrom = at;
                    throw new EOFException("the file became shorter while it was read");
                }
            }
            windowFrom = at;
        }
        return window;
    }

    /** Returns the index of byte {@code at} in the buffer that {@link #at} returned last. */
    int indexOf(long at) {
        return (int) (at - windowFrom);
    }

    /** Tells whether a chunk's magic stands at {@code at}. */
    boolean magicAt(long at) throws IOException {
        ByteBuffer bytes = at(at, Integer.BYTES);
        return bytes != null && bytes.getInt(indexOf(at)) == ChunkHeader.MAGIC;
    }

    /** Returns the header at {@code at}, or null when there is none. */
    @Nullable
    ChunkHeader headerAt(long at) throws IOException {
        if (!magicAt(at)) {
            return null;
        }
        ByteBuffer bytes = at(at, ChunkHeader.SIZE);
        return bytes == null ? null : ChunkHeader.parse(bytes, indexOf(at));
    }

    /** Returns where the next magic at or after {@code from} stands with room for a header; the end of the bytes when there is none. */
    long nextMagic(long from) throws IOException {
        for (long at = from; at + ChunkHeader.SIZE <= size; at++) {
            ByteBuffer bytes = at(at, ChunkHeader.SIZE);
            if (bytes != null && bytes.getInt(indexOf(at)) == ChunkHeader.MAGIC) {
                return at;
            }
        }
        return size;
    }

    /** Copies the bytes from {@code from} up to {@code to} into {@code target}. */
    void copy(long from, long to, FileChannel target) throws IOException {
        long at = from;
        while (at < to) {
            long count = channel.transferTo(at, to - at, target);
            if (count <= 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            at += count;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
