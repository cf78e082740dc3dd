package racelane.importers.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import racelane.model.spi.Header;
import racelane.model.spi.ImportRequest;

/**
 * Opens a file as UTF-8 bytes, whatever it is stored as: a byte order mark is dropped, UTF-16 (marked, or told by its zero bytes)
 * is transcoded while streaming, and what the file grew by after it was first opened is not read.
 */
public final class TextStream {
    /** How many first bytes are looked at for zeros. */
    private static final int LOOK = 1 << 10;

    private final ImportRequest request;
    private final Charset charset;
    private final int mark;

    /** Looks at the first bytes of the request's header to tell the encoding. */
    public TextStream(ImportRequest request) {
        this.request = request;
        this.charset = charset(request.header().bytes());
        this.mark = markLength(request.header().bytes());
    }

    /** Returns the encoding that the first bytes speak of; UTF-8 when they say nothing. */
    static Charset charset(byte[] first) {
        if (first.length >= 2 && first[0] == (byte) 0xff && first[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (first.length >= 2 && first[0] == (byte) 0xfe && first[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return unmarked(first);
    }

    /** Tells UTF-16 without a mark by its zeros: in at least half of the first pairs of bytes, and always in the same place. */
    private static Charset unmarked(byte[] first) {
        int pairs = Math.min(first.length, LOOK) / 2;
        int high = 0;
        int low = 0;
        for (int i = 0; i < pairs; i++) {
            high += first[2 * i] == 0 ? 1 : 0;
            low += first[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs >= 2 && high == 0 && low * 2 >= pairs) {
            return StandardCharsets.UTF_16LE;
        }
        return pairs >= 2 && low == 0 && high * 2 >= pairs ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static int markLength(byte[] first) {
        if (first.length >= 2 && (first[0] & 0xff) + (first[1] & 0xff) == 0xff + 0xfe) {
            return 2;
        }
        boolean marked =
                first.length >= 3 && first[0] == (byte) 0xef && first[1] == (byte) 0xbb && first[2] == (byte) 0xbf;
        return marked ? 3 : 0;
    }

    /** Returns the first bytes of a file as UTF-8, for those who judge by them. */
    public static byte[] head(Header header) {
        byte[] first = header.bytes();
        int mark = markLength(first);
        Charset charset = charset(first);
        return mark == 0 && charset.equals(StandardCharsets.UTF_8)
                ? first
                : new String(first, mark, first.length - mark, charset).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the encoding of the file. */
    public Charset charset() {
        return charset;
    }

    /** Returns the length of the file's bytes when it was first opened, as they are on disk. */
    public long size() {
        return request.size();
    }

    /** Tells whether the file is compressed, so that offsets do not count bytes on disk. */
    public boolean gzipped() {
        return request.header().gzipped();
    }

    /** Returns the request this text comes from. */
    public ImportRequest request() {
        return request;
    }

    /** Opens the text from its start. The caller closes the stream. */
    public InputStream open() throws IOException {
        InputStream raw = request.open();
        try {
            raw.skipNBytes(mark);
            InputStream bounded = gzipped() ? raw : new Bounded(raw, Math.max(0, request.size() - mark));
            return charset.equals(StandardCharsets.UTF_8)
                    ? bounded
                    : new Transcoder(new InputStreamReader(bounded, charset));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** Ends after so many bytes. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long size) {
            this.in = in;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = in.read(target, from, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = in.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Turns characters into UTF-8 bytes. */
    private static final class Transcoder extends InputStream {
        private final Reader reader;
        private final char[] chars = new char[1 << 14];
        private byte[] bytes = new byte[0];
        private int at;

        Transcoder(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            return at < bytes.length || fill() ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (at == bytes.length && !fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, target, from, count);
            at += count;
            return count;
        }

        private boolean fill() throws IOException {
            int count = reader.read(chars, 0, chars.length - 1);
            if (count <= 0) {
                return false;
            }
            if (Character.isHighSurrogate(chars[count - 1])) { // its other half must come along
                int next = reader.read();
                if (next >= 0) {
                    chars[count++] = (char) next;
                }
            }
            bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
            at = 0;
            return true;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
