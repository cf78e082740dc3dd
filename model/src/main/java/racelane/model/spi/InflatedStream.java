package racelane.model.spi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The decompressed bytes of a gzipped file, and the one rule for how far they may grow: past 64 MiB no further than 200 times
 * what lies on disk, and in no case past 8 GiB. One thread.
 */
public final class InflatedStream extends FilterInputStream {
    /** How many times its size on disk a file may grow, once it is past {@link #FREE}. */
    public static final int RATIO = 200;

    /** Up to here, in bytes, the ratio does not matter. */
    public static final long FREE = 64L << 20;

    /** No file grows past this, in bytes. */
    public static final long MOST = 8L << 30;

    private final long limit;
    private long at;

    /** Says that a file grows further than the rule allows; the message is one line for people. */
    public static final class GrowthException extends IOException {
        private static final long serialVersionUID = 1;

        GrowthException(long limit) {
            super(
                    limit >= MOST
                            ? "the compressed file holds more than " + (MOST >> 30)
                                    + " GiB: decompress it yourself and open the part that matters"
                            : "the compressed file grows more than " + RATIO
                                    + " times: decompress it yourself if it is what you want");
        }
    }

    /**
     * Guards a stream.
     *
     * @param in decompresses
     * @param size the file's length on disk in bytes
     */
    InflatedStream(InputStream in, long size) {
        super(in);
        this.limit = Math.min(MOST, Math.max(FREE, size > MOST / RATIO ? MOST : size * RATIO));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        passed(count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        passed(skipped);
        return skipped;
    }

    private void passed(long count) throws GrowthException {
        at += Math.max(0, count);
        if (at > limit) {
            throw new GrowthException(limit);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
