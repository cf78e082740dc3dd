package racelane.importers.log;

import racelane.importers.io.ByteText;

/**
 * Makes the name of a free-text message: what differs from line to line (numbers, ids, paths, quoted values) is written as
 * {@code #}, so that all messages from one place of a program get one name. One thread.
 */
final class MessageTemplate {
    /** How long a name is at most, in bytes. */
    static final int MAX = 64;

    private final byte[] target = new byte[MAX];
    private int size;

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
            } else if (isPart(b)) {
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
        while (end > from && (ByteText.isBlank(source[end - 1]) || ",;:([{|-".indexOf(source[end - 1]) >= 0)) {
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

    private static boolean isPart(byte b) {
        return ByteText.isLetter(b)
                || ByteText.isDigit(b)
                || b == '_'
                || b == '-'
                || b == '.'
                || b == '/'
                || b == ':'
                || b == '@'
                || b == '$';
    }

    private int word(byte[] source, int from, int to) {
        int end = from;
        int digits = 0;
        int slashes = 0;
        boolean hex = true;
        for (; end < to && isPart(source[end]); end++) {
            byte b = source[end];
            if (ByteText.isDigit(b)) {
                digits++;
            } else if (b == '/') {
                slashes++;
            }
            hex &= isHex(b);
        }
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

    private static boolean isHex(byte b) {
        int lower = b | 0x20;
        return ByteText.isDigit(b)
                || (lower >= 'a' && lower <= 'f')
                || lower == 'x'
                || b == '-'
                || b == '.'
                || b == ':';
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
