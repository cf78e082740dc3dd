package racelane.importers.tracejson;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import racelane.importers.io.TextStream;
import racelane.model.spi.ImportRequest;

/** A trace's bytes from some place on, counted; of a gzipped file no more than an honest one holds. */
final class TraceInput extends FilterInputStream {
    /** Above this ratio a gzipped file is taken for a bomb once {@link #BOMB_SIZE} bytes came out. */
    private static final int BOMB_RATIO = 200;

    private static final long BOMB_SIZE = 64L << 20;

    private final long bombAt;
    private long at;

    private TraceInput(InputStream in, long from, long bombAt) {
        super(in);
        this.at = from;
        this.bombAt = bombAt;
    }

    /** Opens the bytes of a file at {@code from}: decompressed, and as UTF-8 whatever they are stored as. */
    static TraceInput open(ImportRequest request, long from) throws IOException {
        InputStream in = new TextStream(request).open();
        try {
            in.skipNBytes(from);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        boolean gzipped = request.header().gzipped();
        return new TraceInput(in, from, gzipped ? Math.max(BOMB_SIZE, request.size() * BOMB_RATIO) : Long.MAX_VALUE);
    }

    /** Returns the place of the next byte in the (decompressed) file. */
    long position() {
        return at;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (at > bombAt) {
            throw new IOException("the file grows more than " + BOMB_RATIO
                    + "-fold when decompressed: unpack it by hand if you trust it");
        }
        int count = super.read(target, offset, length);
        at += Math.max(0, count);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
