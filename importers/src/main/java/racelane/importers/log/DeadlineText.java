package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import racelane.importers.io.ByteText;

/**
 * A line of UTF-8 bytes as characters, for regular expressions: it counts what is looked at and stops a runaway. Bytes that are
 * no UTF-8 are one replacement character each; a line of ASCII is not copied. Filled again for every line; one thread.
 */
final class DeadlineText implements CharSequence {
    private static final char REPLACEMENT = '\uFFFD';

    private final RegexDeadline deadline;
    private char[] chars = new char[512];
    private int[] offsets = new int[513];
    private byte[] line = new byte[0];
    private int first;
    private boolean plain = true;
    private int length;
    private int left = RegexDeadline.STEPS_A_LOOK;

    DeadlineText(RegexDeadline deadline) {
        this.deadline = deadline;
    }

    /** Takes a line. */
    void fill(byte[] bytes, int from, int to) {
        line = bytes;
        first = from;
        plain = !ByteText.hasHighBytes(bytes, from, to);
        length = to - from;
        left = RegexDeadline.STEPS_A_LOOK;
        deadline.begin();
        if (!plain) {
            decode(bytes, from, to);
        }
    }

    private void decode(byte[] bytes, int from, int to) {
        if (chars.length < to - from) {
            chars = new char[to - from];
            offsets = new int[to - from + 1];
        }
        length = 0;
        int at = from;
        while (at < to) {
            offsets[length] = at;
            byte b = bytes[at];
            if (b >= 0) {
                chars[length++] = (char) b;
                at++;
            } else {
                at = wide(bytes, at, to);
            }
        }
        offsets[length] = to;
    }

    /** Takes a character of several bytes; returns where it ends. */
    private int wide(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        int count = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
        int code = count == 4 ? first & 0x07 : count == 3 ? first & 0x0f : first & 0x1f;
        boolean good = count > 1 && first <= 0xf4 && at + count <= to;
        for (int i = 1; good && i < count; i++) {
            good = (bytes[at + i] & 0xc0) == 0x80;
            code = code << 6 | (bytes[at + i] & 0x3f);
        }
        if (!good || (count == 3 && Character.isSurrogate((char) code)) || code > Character.MAX_CODE_POINT) {
            chars[length++] = REPLACEMENT;
            return at + 1;
        }
        if (code > 0xffff) {
            chars[length++] = Character.highSurrogate(code);
            offsets[length] = at;
            chars[length++] = Character.lowSurrogate(code);
        } else {
            chars[length++] = (char) code;
        }
        return at + count;
    }

    /** Returns at which byte a character starts; of the character behind the last, where the line ends. */
    int offset(int character) {
        return plain ? first + character : offsets[character];
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        if (--left == 0) {
            left = RegexDeadline.STEPS_A_LOOK;
            deadline.look();
        }
        return plain ? (char) line[first + index] : chars[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().substring(start, end);
    }

    @Override
    public String toString() {
        return plain ? new String(line, first, length, StandardCharsets.ISO_8859_1) : new String(chars, 0, length);
    }
}
