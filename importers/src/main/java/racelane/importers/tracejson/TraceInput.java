package racelane.importers.tracejson;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import racelane.model.spi.ImportRequest;

/** A trace's bytes from some place on, counted, and no further than the file reached when it was opened. */
final class TraceInput extends FilterInputStream {
    private final long end;
    private long at;

    private TraceInput(InputStream in, long from, long end) {
        super(in);
        this.at = from;
        this.end = end;
    }

    /** Opens the (decompressed) bytes of a file at {@code from}. */
    static TraceInput open(ImportRequest request, long from) throws IOException {
        InputStream in = request.open();
        try {
            in.skipNBytes(from);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new TraceInput(in, from, request.header().gzipped() ? Long.MAX_VALUE : request.size());
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
        if (at >= end) {
            return -1;
        }
        int count = super.read(target, offset, (int) Math.min(length, end - at));
        at += Math.max(0, count);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
