package racelane.importers.tracejson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes the escapes out of JSON strings: the bytes of one string at a time, as UTF-8. One thread. */
final class JsonText {
    private static final int HALF_PAIR = '\uFFFD';

    private byte[] bytes = new byte[256];
    private int size;

    /** Returns the array that holds the string, from 0 on, with {@link ByteWindow#SLACK} bytes behind it. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns where the string ends. */
    int end() {
        return size;
    }

    /** Makes it empty. */
    void clear() {
        size = 0;
    }

    /** Cuts it to its first {@code length} bytes. */
    void cut(int length) {
        size = length;
    }

    /** Adds one ASCII character. */
    void append(char c) {
        room(1);
        bytes[size++] = (byte) c;
    }

    /** Adds bytes as they are. */
    void append(byte[] source, int from, int to) {
        room(to - from);
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
    }

    /** Adds the string in {@code [from, to)} without its escapes; they are sound. A half of a surrogate pair becomes U+FFFD. */
    void appendUnescaped(byte[] source, int from, int to) {
        room(to - from);
        int at = from;
        while (at < to) {
            byte b = source[at++];
            if (b != '\\') {
                bytes[size++] = b;
            } else if (source[at] == 'u') {
                at = unicode(source, at + 1, to);
            } else {
                bytes[size++] = plain(source[at++]);
            }
        }
    }

    /** Returns the string as a String. */
    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    private static byte plain(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }

    private int unicode(byte[] source, int at, int to) {
        int behind = at + 4;
        int code = hex(source, at);
        if (Character.isHighSurrogate((char) code)
                && behind + 6 <= to
                && source[behind] == '\\'
                && source[behind + 1] == 'u'
                && Character.isLowSurrogate((char) hex(source, behind + 2))) {
            code = Character.toCodePoint((char) code, (char) hex(source, behind + 2));
            behind += 6;
        } else if (Character.isSurrogate((char) code)) {
            code = HALF_PAIR;
        }
        for (byte b : Character.toString(code).getBytes(StandardCharsets.UTF_8)) { // never longer than its escape
            bytes[size++] = b;
        }
        return behind;
    }

    private static int hex(byte[] source, int at) {
        int code = 0;
        for (int i = at; i < at + 4; i++) {
            code = code << 4 | Character.digit(source[i], 16);
        }
        return code;
    }

    private void room(int more) {
        if (size + more + ByteWindow.SLACK > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more + ByteWindow.SLACK));
        }
    }
}
