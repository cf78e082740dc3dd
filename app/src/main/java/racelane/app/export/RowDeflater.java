package racelane.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * Packs filtered rows into one zlib stream. Most rows of a picture of lanes are blank once they are filtered, and even those cost a
 * deflater a millisecond a megabyte: a run of them is packed once, and the packed bytes are put in wherever it comes again. What
 * surrounds such a run must not look back over it, so the deflater forgets what it saw before each. After RFC 1950 and 1951.
 */
final class RowDeflater implements AutoCloseable {
    private static final int LEVEL = 1; // a higher one takes twice the time for a tenth of the bytes
    private static final int LEAST_RUN = 4;
    private static final int MOST_RUN = 64;
    private static final int BASE = 65_521; // of Adler-32: the greatest prime below 2^16
    private static final int UNREDUCED = 5_552; // so many bytes can be summed before an int overflows

    private final Sink sink;
    private final byte[] blank;
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final Map<Integer, byte[]> runs = new HashMap<>();
    private final byte[] buffer = new byte[1 << 16];
    private int blanks;
    private int sumA = 1;
    private long sumB;

    /** Takes what is packed. */
    interface Sink {
        /** Takes the first {@code length} bytes; they may change afterwards. */
        void add(byte[] bytes, int length) throws IOException;
    }

    /**
     * Begins a stream.
     *
     * @param filter the first byte of a blank row; the others are 0
     * @param length bytes of a row
     * @throws IOException when the sink fails
     */
    RowDeflater(byte filter, int length, Sink sink) throws IOException {
        this.sink = sink;
        this.blank = new byte[length];
        blank[0] = filter;
        sink.add(new byte[] {0x78, 0x01}, 2);
    }

    /** Adds a row. */
    void row(byte[] filtered) throws IOException {
        flushBlanks();
        sum(filtered);
        deflater.setInput(filtered);
        drain(Deflater.NO_FLUSH);
    }

    /** Adds a blank row. */
    void blank() {
        blanks++;
        sumA = (sumA + blank[0]) % BASE;
        sumB = (sumB + (long) sumA * blank.length) % BASE;
    }

    /** Ends the stream. */
    void finish() throws IOException {
        flushBlanks();
        deflater.finish();
        while (!deflater.finished()) {
            sink.add(buffer, deflater.deflate(buffer));
        }
        byte[] check = {(byte) (sumB >> 8), (byte) sumB, (byte) (sumA >> 8), (byte) sumA};
        sink.add(check, check.length);
    }

    @Override
    public void close() {
        deflater.end();
    }

    private void flushBlanks() throws IOException {
        if (blanks >= LEAST_RUN) {
            drain(Deflater.FULL_FLUSH);
            for (int run = MOST_RUN; run >= 1; run /= 2) {
                for (; blanks >= run; blanks -= run) {
                    byte[] packed = packed(run);
                    sink.add(packed, packed.length);
                }
            }
        }
        for (; blanks > 0; blanks--) {
            deflater.setInput(blank);
            drain(Deflater.NO_FLUSH);
        }
    }

    private void drain(int flush) throws IOException {
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, flush);
            sink.add(buffer, length);
        } while (length == buffer.length || !deflater.needsInput());
    }

    /** Returns so many blank rows packed by themselves, ending on a whole byte. */
    private byte[] packed(int rows) {
        return runs.computeIfAbsent(rows, count -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Deflater own = new Deflater(Deflater.BEST_COMPRESSION, true)) {
                for (int i = 0; i < count; i++) {
                    own.setInput(blank);
                    int flush = i == count - 1 ? Deflater.FULL_FLUSH : Deflater.NO_FLUSH;
                    int length;
                    do {
                        length = own.deflate(buffer, 0, buffer.length, flush);
                        bytes.write(buffer, 0, length);
                    } while (length == buffer.length || !own.needsInput());
                }
            }
            return bytes.toByteArray();
        });
    }

    /** Goes on with the checksum: {@code java.util.zip.Adler32} cannot be told of blanks without summing them. */
    private void sum(byte[] bytes) {
        int a = sumA;
        long b = sumB;
        for (int from = 0; from < bytes.length; from += UNREDUCED) {
            int to = Math.min(bytes.length, from + UNREDUCED);
            int sum = 0;
            int weighted = 0;
            for (int i = from; i < to; i++) {
                int value = bytes[i] & 0xFF;
                sum += value;
                weighted += (to - i) * value; // at most 3.94e9: below 2^32, read as unsigned
            }
            b = (b + (long) (to - from) * a + (weighted & 0xFFFF_FFFFL)) % BASE;
            a = (a + sum) % BASE;
        }
        sumA = a;
        sumB = b;
    }
}
