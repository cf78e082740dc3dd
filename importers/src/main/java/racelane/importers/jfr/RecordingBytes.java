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
 * The bytes of a recording at any place: the file itself, or a decompressed copy that is deleted with
 * this when it is gzipped. Plain reads only, for a mapped file that is cut short takes the JVM with it. One thread at a time.
 */
final class RecordingBytes implements Closeable, EventPages.Source {
    /** How many bytes of a recording are held at a time at most: an eighth of the memory there is, and 1 GiB. */
    static final long MOST_KEPT = Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 8);

    private static final int WINDOW = 1 << 18;
    private static final int LONGEST_NUMBER = 9;

    private final FileChannel channel;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private final long size;
    private final @Nullable String fault;
    private long windowFrom;

    private RecordingBytes(FileChannel channel, long size, @Nullable String fault) throws IOException {
        this.channel = channel;
        this.size = Math.min(size, channel.size());
        this.fault = fault;
    }

    /** Opens a recording. */
    static RecordingBytes open(ImportRequest request, Progress progress) throws IOException, ImportException {
        if (!request.header().gzipped()) {
            FileChannel plain = FileChannel.open(request.file(), StandardOpenOption.READ);
            return new RecordingBytes(plain, request.size(), null);
        }
        progress.message("Decompressing");
        Path copy = Files.createTempFile("racelane-", ".jfr");
        try {
            String fault = decompress(request, copy, progress);
            FileChannel unpacked = FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
            return new RecordingBytes(unpacked, Long.MAX_VALUE, fault);
        } catch (IOException | ImportException | RuntimeException | Error e) {
            Files.deleteIfExists(copy);
            throw e;
        }
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

    /** Returns the number of bytes. */
    long size() {
        return size;
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

    @Override
    public void read(long at, byte[] target, int from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, from, count);
        long next = at;
        while (buffer.hasRemaining()) {
            int got = channel.read(buffer, next);
            if (got < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            next += got;
        }
    }

    /**
     * Returns the bytes of the event that starts at {@code at}.
     *
     * @param end where its chunk ends
     * @throws Damage when it is no event, or larger than {@link #MOST_KEPT}
     */
    byte[] event(long at, long end) throws IOException {
        byte[] first = new byte[(int) Math.max(0, Math.min(LONGEST_NUMBER, end - at))];
        read(at, first, 0, first.length);
        ByteCursor in = new ByteCursor();
        in.on(first, 0, first.length);
        long length = in.number();
        if (length <= 0 || length > end - at || length > MOST_KEPT) {
            throw new Damage("an event says it is " + length + " bytes long");
        }
        byte[] event = new byte[(int) length];
        read(at, event, 0, event.length);
        return event;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
