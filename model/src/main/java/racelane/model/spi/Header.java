package racelane.model.spi;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The first part of a file, for importers to judge by. Names prove nothing: a probe looks at the bytes.
 *
 * @param file the file; to be named in reasons, not to be opened
 * @param bytes its first bytes, at most {@link #SIZE}, decompressed when {@code gzipped}
 * @param whole whether these are all its bytes
 * @param gzipped whether the file is gzip-compressed
 */
public record Header(Path file, byte[] bytes, boolean whole, boolean gzipped) {
    /** How many bytes a probe sees at most: 64 KiB. */
    public static final int SIZE = 1 << 16;

    /** Returns the bytes as text, one char a byte: enough to look for ASCII marks whatever the encoding. */
    public String latin1() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
