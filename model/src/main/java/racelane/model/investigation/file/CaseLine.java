package racelane.model.investigation.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The frame of a line: JSON whose last member is the CRC-32C of every byte before it. No byte of a line lies outside the checksum but
 * the suffix itself, and that has to match to the letter, so damage is never taken for an edit.
 */
final class CaseLine {
    private static final byte[] MARK = ",\"crc\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);
    private static final int HEX = 8;

    /** The length of the suffix in bytes. */
    static final int SUFFIX = MARK.length + HEX + END.length;

    private CaseLine() {}

    /**
     * Returns the whole line, its newline included.
     *
     * @param body a JSON object in one line without its closing brace
     */
    static byte[] seal(String body) {
        byte[] covered = utf8(body);
        ByteArrayOutputStream line = new ByteArrayOutputStream(covered.length + SUFFIX + 1);
        line.writeBytes(covered);
        line.writeBytes(suffix(covered, 0, covered.length));
        line.write('\n');
        return line.toByteArray();
    }

    /** Tells whether the bytes in [from, to), without the newline, are a line as it was written. */
    static boolean isWhole(byte[] bytes, int from, int to) {
        int covered = to - SUFFIX;
        return covered > from
                && hasFrame(bytes, covered)
                && hex(bytes, covered + MARK.length) == crc(bytes, from, covered);
    }

    private static boolean hasFrame(byte[] bytes, int at) {
        int end = at + MARK.length + HEX;
        return Arrays.equals(bytes, at, at + MARK.length, MARK, 0, MARK.length)
                && Arrays.equals(bytes, end, end + END.length, END, 0, END.length);
    }

    /** Returns the number that eight small hex digits write, or -1: capitals are not how a line is written. */
    private static long hex(byte[] bytes, int from) {
        long value = 0;
        for (int i = from; i < from + HEX; i++) {
            int c = bytes[i];
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static long crc(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return crc.getValue();
    }

    /** Returns the JSON in [from, to) up to the checksum, as {@link #seal} takes it. */
    static String body(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - SUFFIX - from, StandardCharsets.UTF_8);
    }

    private static byte[] suffix(byte[] bytes, int from, int to) {
        byte[] suffix = new byte[SUFFIX];
        System.arraycopy(MARK, 0, suffix, 0, MARK.length);
        String hex = HexFormat.of().toHexDigits((int) crc(bytes, from, to));
        System.arraycopy(hex.getBytes(StandardCharsets.US_ASCII), 0, suffix, MARK.length, HEX);
        System.arraycopy(END, 0, suffix, MARK.length + HEX, END.length);
        return suffix;
    }

    /** Half a surrogate pair has no UTF-8; inside JSON it can only stand in a string, where its escape means the same. */
    private static byte[] utf8(String json) {
        StringBuilder safe = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < json.length()
                    && Character.isLowSurrogate(json.charAt(i + 1));
            if (Character.isSurrogate(c) && !pair) {
                safe = safe == null ? new StringBuilder(json.substring(0, i)) : safe;
                safe.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else if (safe != null) {
                safe.append(c);
            }
            if (pair) {
                i++;
                if (safe != null) {
                    safe.append(json.charAt(i));
                }
            }
        }
        return (safe == null ? json : safe.toString()).getBytes(StandardCharsets.UTF_8);
    }
}
