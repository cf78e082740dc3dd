package racelane.importers.tracejson;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import racelane.importers.io.TextStream;
import racelane.model.spi.ImportRequest;

/** A trace's bytes from some place on, counted: decompressed, and as UTF-8 whatever they are stored as. */
final class TraceInput extends FilterInputStream {
    private long at;

    private TraceInput(InputStream in, long from) {
        super(in);
        this.at = from;
    }

    /** Opens the bytes of a file at {@code from}. */
    static TraceInput open(ImportRequest request, long from) throws IOException {
        InputStream in = new TextStream(request).open();
        try {
            in.skipNBytes(from);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new TraceInput(in, from);
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
        int count = super.read(target, offset, length);
        at += Math.max(0, count);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
