package racelane.model.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a file as it was imported, and no others: each block is read whole and held against its checksum before a byte of it is
 * given out. Ends where the file ended at import.
 */
final class VerifiedStream extends InputStream {
    private final BlockSums sums;
    private final SeekableByteChannel channel;
    private final byte[] block = new byte[BlockSums.BLOCK];
    private int loaded = -1;
    private long position;

    VerifiedStream(Path file, BlockSums sums) throws IOException {
        this.sums = sums;
        this.channel = Files.newByteChannel(file);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position >= sums.length()) {
            return -1;
        }
        int wanted = (int) (position / BlockSums.BLOCK);
        if (wanted != loaded) {
            load(wanted);
        }
        int at = (int) (position % BlockSums.BLOCK);
        int count = Math.min(length, sums.length(wanted) - at);
        System.arraycopy(block, at, target, from, count);
        position += count;
        return count;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.clamp(count, 0, sums.length() - position);
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, sums.length() - position);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void load(int wanted) throws IOException {
        loaded = -1;
        ByteBuffer buffer = ByteBuffer.wrap(block, 0, sums.length(wanted));
        channel.position((long) wanted * BlockSums.BLOCK);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("has shrunk since it was imported; import it again");
            }
        }
        if (!sums.matches(wanted, block)) {
            throw new IOException("has changed since it was imported; import it again");
        }
        loaded = wanted;
    }
}
