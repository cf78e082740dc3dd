package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import racelane.importers.io.ByteText;

/** Takes the escapes out of the JSON strings of one line, one behind the other in one array. One thread. */
final class JsonStrings {
    private byte[] bytes = new byte[1 << 10];
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

    /**
     * Writes the bytes that an array of numbers stands for, line ends as blanks, and returns where they start; -1 when not all are
     * numbers from 0 to 255, or the array does not end.
     *
     * @param from behind the bracket
     */
    int fromNumbers(byte[] source, int from, int to) {
        int start = size;
        int at = from;
        while (at < to) {
            int value = 0;
            int digits = 0;
            for (; at < to && ByteText.isDigit(source[at]) && digits < 4; at++, digits++) {
                value = value * 10 + source[at] - '0';
            }
            at = ByteText.skipBlanks(source, at, to);
            if (digits == 0 || value > 255 || at >= to || (source[at] != ',' && source[at] != ']')) {
                break;
            }
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, size * 2);
            }
            bytes[size++] = (byte) (value == '\n' || value == '\r' || value == '\t' ? ' ' : value);
            if (source[at] == ']') {
                return start;
            }
            at = ByteText.skipBlanks(source, at + 1, to);
        }
        size = start;
        return -1;
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
