package racelane.importers.log;

import racelane.importers.io.ByteText;

/**
 * Makes the name of a free-text message: what differs from line to line (numbers, ids, paths, quoted values) is written as
 * {@code #}, so that all messages from one place of a program get one name. One thread.
 */
final class MessageTemplate {
    private static final int DIGIT = 1;
    private static final int SLASH = 2;
    private static final int HEX = 4;
    private static final int WORDY = 8;

    /** What each byte can be a part of; 0 for those that stand between words. */
    private static final byte[] KINDS = kinds();

    private static final ByteChoice JOINS = new ByteChoice(",;:([{|-");
    /** How long a name is at most, in bytes. */
    static final int MAX = 64;

    private final byte[] target = new byte[MAX];
    private int size;

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int i = 0; i < 128; i++) {
            byte b = (byte) i;
            int lower = i | 0x20;
            boolean hex = (lower >= 'a' && lower <= 'f') || lower == 'x' || "-.:".indexOf(b) >= 0;
            if (ByteText.isDigit(b)) {
                kinds[i] = DIGIT;
            } else if (b == '/') {
                kinds[i] = SLASH | WORDY;
            } else if (ByteText.isLetter(b) || "_-.:@$".indexOf(b) >= 0) {
                kinds[i] = (byte) (hex ? HEX : WORDY);
            }
        }
        return kinds;
    }

    /** Returns the array that holds the template, from 0. */
    byte[] bytes() {
        return target;
    }

    /** Writes the template of a message and returns its length. */
    int make(byte[] source, int from, int to) {
        size = 0;
        int at = ByteText.skipBlanks(source, from, to);
        while (at < to && size < MAX) {
            byte b = source[at];
            if (b == '"' || b == '\'') {
                at = quoted(source, at, to);
            } else if (KINDS[b & 0xff] != 0) {
                at = word(source, at, to);
            } else {
                target[size++] = b < 0x20 && b >= 0 ? (byte) ' ' : b;
                at++;
            }
        }
        while (size > 0 && (target[size - 1] == ' ' || (at < to && target[size - 1] < 0))) {
            size--; // no blank at the end, and no part of a character
        }
        return size;
    }

    /**
     * Writes the template of what a message says before its first {@code name=value} pair, which is its operation; returns 0 when
     * it says nothing there.
     */
    int before(byte[] source, int from, int pair) {
        int end = pair;
        while (end > from && (ByteText.isBlank(source[end - 1]) || JOINS.has(source[end - 1]))) {
            end--;
        }
        return make(source, from, end);
    }

    private int quoted(byte[] source, int at, int to) {
        int close = ByteText.indexOf(source, at + 1, Math.min(to, at + 257), source[at]);
        boolean apostrophe = at > 0 && ByteText.isLetter(source[at - 1]);
        if (close < 0 || apostrophe) {
            target[size++] = source[at];
            return at + 1;
        }
        target[size++] = '#';
        return close + 1;
    }

    private int word(byte[] source, int from, int to) {
        int end = from;
        int digits = 0;
        int slashes = 0;
        int kinds = 0;
        while (end < to) {
            int kind = KINDS[source[end] & 0xff];
            if (kind == 0) {
                break;
            }
            digits += kind & DIGIT;
            slashes += kind >> 1 & 1;
            kinds |= kind;
            end++;
        }
        boolean hex = (kinds & WORDY) == 0;
        boolean path = slashes > 1 || (slashes == 1 && (source[from] == '/' || digits > 0));
        boolean masked = path || (digits > 0 && (hex || end - from > 24));
        if (masked) {
            put((byte) '#');
        } else if (digits == 0) {
            int count = Math.min(end - from, MAX - size);
            System.arraycopy(source, from, target, size, count);
            size += count;
        } else {
            collapse(source, from, end);
        }
        return end;
    }

    /** Writes each run of digits as one mark. */
    private void collapse(byte[] source, int from, int end) {
        boolean marked = false;
        for (int i = from; i < end; i++) {
            boolean digit = ByteText.isDigit(source[i]);
            if (!digit) {
                put(source[i]);
            } else if (!marked) {
                put((byte) '#');
            }
            marked = digit;
        }
    }

    private void put(byte b) {
        if (size < MAX) {
            target[size++] = b;
        }
    }
}
