package racelane.model.spi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import racelane.model.progress.Progress;
import racelane.model.source.FileState;

/**
 * A file as it was when it was imported. What is read through it afterwards is what was imported, or nothing: however often the file is
 * appended to, cut, rotated, replaced or removed meanwhile. Any thread.
 */
final class EvidenceFile implements ImportRequest.Content {
    /** How many blocks are looked at when a file only grew. */
    private static final int SAMPLES = 64;

    private final Path file;
    private final FileStamp opened;
    private final BlockSums sums = new BlockSums();
    private final ContentHash hash;
    private final long openedAt;
    private volatile boolean finished;

    /** Whether a reader came to an end before the file's: it was cut meanwhile, and may have grown again since. */
    private volatile boolean cutShort;

    /** The last stamp under which the whole content was found unchanged, and when. */
    private volatile @Nullable Check known;

    private record Check(FileStamp stamp, long at) {
        boolean holds(FileStamp now) {
            return stamp.equals(now) && stamp.tellsWritesAfter(at);
        }
    }

    /**
     * Prepares to read a file for the first time.
     *
     * @param opened its stamp before its first byte was read
     * @param helper hashes beside the thread that reads
     */
    EvidenceFile(Path file, FileStamp opened, Executor helper) {
        this.file = file;
        this.opened = opened;
        this.openedAt = now();
        this.hash = new ContentHash(file, opened.size(), sums, helper);
        this.known = new Check(opened, openedAt);
    }

    /** Opens the file: for the import, and after it what was imported, each block held against its checksum. */
    @Override
    public InputStream open() throws IOException {
        return finished ? new VerifiedStream(file, sums) : new Watched(hash.open());
    }

    @Override
    public InputStream openAtLeisure() throws IOException {
        return finished ? open() : new Watched(hash.open(true));
    }

    @Override
    public boolean isVerified() {
        return finished;
    }

    /**
     * Ends the import: reads what nobody has read, and makes sure that no two contents of the file were read one after the other, by
     * reading it again when its stamp moved meanwhile. Returns the SHA-256 as lower-case hexadecimal digits. To be called once.
     *
     * @throws IOException when the file changed while it was read, other than by growing
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    String finish(Progress progress) throws IOException {
        boolean streamed = hash.passed() == opened.size();
        String sha256 = hash.finish(progress);
        sums.end();
        finished = true;
        try {
            if (cutShort || sums.length() != opened.size()) {
                throw new IOException("it ended early");
            }
            if (!streamed && !opened.equals(FileStamp.of(file))) {
                throw new IOException("it was read past its checksums, and its stamp moved");
            }
            checkWhole(progress);
        } catch (IOException e) {
            throw new IOException("it was changed while it was read; import it again when it is still", e);
        }
        return sha256;
    }

    @Override
    public void checkWhole() throws IOException {
        if (finished) {
            checkWhole(Progress.none());
        }
    }

    /**
     * Makes sure that all that was imported is still in the file: by the file's stamp, and by its content where the stamp differs or is
     * too young to be trusted.
     *
     * @throws IOException with one line for people when it is not
     */
    private void checkWhole(Progress progress) throws IOException {
        FileStamp now = FileStamp.of(file);
        Check last = known;
        if (last != null && last.holds(now)) {
            return;
        }
        long began = now();
        try (InputStream in = open()) {
            byte[] buffer = new byte[BlockSums.BLOCK];
            while (in.read(buffer) >= 0) {
                progress.checkCancelled();
            }
        }
        if (FileStamp.of(file).equals(now)) {
            known = new Check(now, began);
        }
    }

    /** Tells what became of the file. */
    FileState state() {
        try {
            FileStamp now = FileStamp.of(file);
            Check last = known;
            if (last != null && last.stamp().equals(now)) {
                return FileState.SAME;
            }
            if (now.size() < sums.length()) {
                return new FileState(
                        FileState.Kind.SHRANK,
                        "has shrunk from " + sums.length() + " to " + now.size() + " bytes since it was imported");
            }
            if (now.size() == sums.length()) {
                checkWhole(Progress.none());
                return FileState.SAME;
            }
            checkSamples();
            return new FileState(
                    FileState.Kind.GREW,
                    "has grown by " + (now.size() - sums.length()) + " bytes since it was imported");
        } catch (NoSuchFileException e) {
            return new FileState(FileState.Kind.GONE, "was moved or removed since it was imported");
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            return why.startsWith("has ")
                    ? new FileState(FileState.Kind.CHANGED, "has changed since it was imported")
                    : new FileState(FileState.Kind.GONE, "cannot be looked at any more (" + why + ")");
        }
    }

    /** Returns the time, ns since the epoch. */
    private static long now() {
        return System.currentTimeMillis() * 1_000_000;
    }

    private void checkSamples() throws IOException {
        try (InputStream in = open()) {
            long step = Math.max(1, (sums.blocks() - 1L) / SAMPLES);
            long at = 0;
            for (long block = 0; block < sums.blocks(); block += step) {
                in.skipNBytes(block * BlockSums.BLOCK - at);
                at = block * BlockSums.BLOCK + (in.read() < 0 ? 0 : 1);
            }
            long last = Math.max(0, sums.length() - 1);
            if (last > at) {
                in.skipNBytes(last - at);
                int unused = in.read();
            }
        }
    }

    /** A stream of the import that notices when the file ends before it should. */
    private final class Watched extends FilterInputStream {
        private long passed;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = in.read(target, from, length);
            passed += Math.max(0, count);
            cutShort |= count < 0 && passed < opened.size();
            return count;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = in.skip(wanted);
            passed += skipped;
            return skipped;
        }
    }
}
