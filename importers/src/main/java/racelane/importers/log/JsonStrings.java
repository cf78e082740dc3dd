package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes the escapes out of the JSON strings of one line, one behind the other in one array. One thread. */
final class JsonStrings {
    private byte[] bytes = new byte[1 << 17];
    private int size;

    /** Forgets all strings. Their bytes stay until the next are written. */
    void clear() {
        size = 0;
    }

    /** Returns the array that holds the strings. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns where the string unescaped last ends. */
    int end() {
        return size;
    }

    /** Writes a string without its escapes and returns where it starts. */
    int unescape(byte[] source, int from, int to) {
        if (size + (to - from) * 2 > bytes.length) {
            bytes = Arrays.copyOf(bytes, (size + (to - from) * 2) * 2);
        }
        int start = size;
        int at = from;
        while (at < to) {
            byte b = source[at++];
            if (b != '\\' || at >= to) {
                bytes[size++] = b;
            } else {
                at = escape(source, at, to);
            }
        }
        return start;
    }

    private int escape(byte[] source, int at, int to) {
        switch (source[at]) {
            case 'n', 'r', 't', 'f', 'b' -> bytes[size++] = ' ';
            case 'u' -> {
                if (at + 5 <= to) {
                    return unicode(source, at);
                }
                bytes[size++] = '?';
            }
            default -> bytes[size++] = source[at];
        }
        return at + 1;
    }

    private int unicode(byte[] source, int at) {
        int code = 0;
        for (int i = at + 1; i < at + 5; i++) {
            code = code << 4 | (Character.digit(source[i], 16) & 15);
        }
        for (byte b : String.valueOf((char) code).getBytes(StandardCharsets.UTF_8)) {
            bytes[size++] = b;
        }
        return at + 5;
    }
}
