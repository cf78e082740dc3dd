package racelane.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Writes a PNG row by row: 8 bits a channel, no alpha, every row filtered with Up, since the rows of lanes repeat. Holds two rows
 * and one chunk. Writes IHDR, sRGB, pHYs, IDAT and IEND and nothing else, so nothing about the machine gets in. After the PNG
 * specification, third edition.
 */
final class PngStream implements AutoCloseable {
    private static final double METRES_PER_INCH = 0.0254;
    private static final byte UP = 2;
    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private final RowDeflater deflater;
    private final byte[] row;
    private final int[] last;
    private final byte[] chunk = new byte[CHUNK];
    private int filled;

    /**
     * Begins a picture.
     *
     * @param dotsPerInch what programs take as its size on paper
     * @throws IOException when the stream cannot be written
     */
    PngStream(OutputStream out, int width, int height, double dotsPerInch) throws IOException {
        this.out = out;
        this.row = new byte[1 + 3 * width];
        this.last = new int[width];
        row[0] = UP;
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header = new byte[13];
        put(header, 0, width);
        put(header, 4, height);
        header[8] = 8;
        header[9] = 2;
        write("IHDR", header, header.length);
        write("sRGB", new byte[] {0}, 1);
        byte[] size = new byte[9];
        int perMetre = (int) Math.round(dotsPerInch / METRES_PER_INCH);
        put(size, 0, perMetre);
        put(size, 4, perMetre);
        size[8] = 1;
        write("pHYs", size, size.length);
        this.deflater = new RowDeflater(UP, row.length, this::add);
    }

    /** Adds a row of 0xRRGGBB values that begins at {@code from}. */
    void row(int[] pixels, int from) throws IOException {
        if (Arrays.equals(pixels, from, from + last.length, last, 0, last.length)) {
            deflater.blank();
            return;
        }
        for (int i = 0, at = 1; i < last.length; i++, at += 3) {
            int pixel = pixels[from + i];
            int above = last[i];
            row[at] = (byte) ((pixel >> 16) - (above >> 16));
            row[at + 1] = (byte) ((pixel >> 8) - (above >> 8));
            row[at + 2] = (byte) (pixel - above);
            last[i] = pixel;
        }
        deflater.row(row);
    }

    /** Ends the picture; the stream stays open. */
    void finish() throws IOException {
        deflater.finish();
        flushChunk();
        write("IEND", new byte[0], 0);
        out.flush();
    }

    @Override
    public void close() {
        deflater.close();
    }

    private void add(byte[] bytes, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int part = Math.min(length - done, CHUNK - filled);
            System.arraycopy(bytes, done, chunk, filled, part);
            filled += part;
            done += part;
            if (filled == CHUNK) {
                flushChunk();
            }
        }
    }

    private void flushChunk() throws IOException {
        if (filled > 0) {
            write("IDAT", chunk, filled);
            filled = 0;
        }
    }

    private void write(String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        byte[] number = new byte[4];
        put(number, 0, length);
        out.write(number);
        out.write(name);
        out.write(data, 0, length);
        put(number, 0, (int) crc.getValue());
        out.write(number);
    }

    private static void put(byte[] into, int at, int value) {
        for (int i = 0; i < 4; i++) {
            into[at + i] = (byte) (value >>> (24 - 8 * i));
        }
    }
}
