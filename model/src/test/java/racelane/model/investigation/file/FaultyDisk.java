package racelane.model.investigation.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A disk whose Nth operation fails, once or from then on, and that takes only a few bytes at a time. A write that fails has written half
 * of its bytes; what was not forced may be gone, so a failed force leaves the bytes there and says so.
 */
final class FaultyDisk implements CaseDisk {
    private final RealDisk disk = new RealDisk();
    private final int shortWrite;
    private long countdown = Long.MAX_VALUE;
    private boolean persistent;
    private boolean struck;

    /**
     * Makes a disk that works.
     *
     * @param shortWrite at most so many bytes are taken per write
     */
    FaultyDisk(int shortWrite) {
        this.shortWrite = shortWrite;
    }

    /** Makes the {@code n}th operation from now fail, counted from 1, and all after it when {@code persistent}. */
    synchronized void failAt(long n, boolean persistently) {
        countdown = n;
        persistent = persistently;
        struck = false;
    }

    /** Makes the disk work again; tells whether any operation had failed. */
    synchronized boolean heal() {
        countdown = Long.MAX_VALUE;
        return struck;
    }

    /** Tells whether any operation has failed since the last {@link #failAt}. */
    synchronized boolean hasStruck() {
        return struck;
    }

    private synchronized boolean fails() {
        countdown--;
        boolean now = countdown == 0 || (persistent && countdown < 0);
        struck |= now;
        return now;
    }

    private void step(String what) throws IOException {
        if (fails()) {
            throw new IOException("the disk refused to " + what);
        }
    }

    @Override
    public CaseChannel append(Path file) throws IOException {
        step("open");
        return new Faulty(disk.append(file));
    }

    @Override
    public byte[] read(Path file, long from) throws IOException {
        step("read");
        return disk.read(file, from);
    }

    @Override
    public Optional<Stat> stat(Path file) throws IOException {
        step("look");
        return disk.stat(file);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        step("rename");
        disk.replace(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step("delete");
        disk.delete(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        step("force the folder");
        disk.forceFolder(folder);
    }

    private final class Faulty implements CaseChannel {
        private final CaseChannel channel;

        Faulty(CaseChannel channel) {
            this.channel = channel;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            boolean failing = fails();
            int most = Math.min(shortWrite, bytes.remaining());
            ByteBuffer some = bytes.slice(bytes.position(), failing ? most / 2 : most);
            int written = some.hasRemaining() ? channel.write(some) : 0;
            if (failing) {
                throw new IOException("the disk is full");
            }
            bytes.position(bytes.position() + written);
            return written;
        }

        @Override
        public void force() throws IOException {
            step("force");
            channel.force();
        }

        @Override
        public void truncate(long length) throws IOException {
            step("truncate");
            channel.truncate(length);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
