package racelane.importers.log;

import racelane.importers.io.ByteText;

/** Finds {@code name=value} pairs and a result in brackets, {@code [OLD]}, in a message. One thread. */
final class PairReader {
    /** How many pairs of one message are taken. */
    static final int MAX = 8;

    private static final int MAX_VALUE = 64;

    final int[] nameFrom = new int[MAX];
    final int[] nameTo = new int[MAX];
    final int[] valueFrom = new int[MAX];
    final int[] valueTo = new int[MAX];
    int count;
    int resultFrom;
    int resultTo;

    /** Forgets all; {@code from} is where the message starts. */
    void clear(int from) {
        count = 0;
        resultFrom = resultTo = from;
    }

    /** Tells whether there is a pair or a result. */
    boolean found() {
        return count > 0 || resultTo > resultFrom;
    }

    /** Reads a message. */
    void read(byte[] bytes, int from, int to) {
        clear(from);
        int at = ByteText.indexOf(bytes, from, to, (byte) '=');
        while (at >= 0 && count < MAX) {
            int end = pair(bytes, from, at, to);
            at = ByteText.indexOf(bytes, Math.max(at + 1, end), to, (byte) '=');
        }
        result(bytes, from, to);
    }

    private int pair(byte[] bytes, int from, int equals, int to) {
        int start = equals;
        while (start > from && isNameByte(bytes[start - 1])) {
            start--;
        }
        boolean alone = start == from || ByteText.isBlank(bytes[start - 1]) || ",;([{|".indexOf(bytes[start - 1]) >= 0;
        if (!alone || start == equals || equals - start > 40 || !ByteText.isLetter(bytes[start]) || equals + 1 >= to) {
            return equals + 1;
        }
        byte quote = bytes[equals + 1];
        boolean quoted = quote == '"' || quote == '\'';
        int value = quoted ? equals + 2 : equals + 1;
        int end = quoted ? ByteText.indexOf(bytes, value, to, quote) : bareEnd(bytes, value, to);
        if (end > value && end - value <= MAX_VALUE) {
            nameFrom[count] = start;
            nameTo[count] = equals;
            valueFrom[count] = value;
            valueTo[count++] = end;
        }
        return Math.max(end, equals + 1);
    }

    private static int bareEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !ByteText.isBlank(bytes[at]) && ",;)]}|".indexOf(bytes[at]) < 0) {
            at++;
        }
        return at;
    }

    private static boolean isNameByte(byte b) {
        return ByteText.isLetter(b) || ByteText.isDigit(b) || b == '_' || b == '.' || b == '-';
    }

    /** Takes a word in capitals that stands in brackets, blanks around it. */
    private void result(byte[] bytes, int from, int to) {
        for (int open = ByteText.indexOf(bytes, from, to, (byte) '['); open >= 0; ) {
            int end = open + 1;
            while (end < to && ((bytes[end] >= 'A' && bytes[end] <= 'Z') || bytes[end] == '_')) {
                end++;
            }
            boolean closed = end < to && bytes[end] == ']' && (end + 1 == to || ByteText.isBlank(bytes[end + 1]));
            if (closed && end - open > 2 && open > from && ByteText.isBlank(bytes[open - 1])) {
                resultFrom = open + 1;
                resultTo = end;
                return;
            }
            open = ByteText.indexOf(bytes, end, to, (byte) '[');
        }
    }
}
