package racelane.importers.tracejson;

import racelane.importers.io.ByteText;

/**
 * Finds where the strings, numbers and words of JSON end in an array of bytes that has a 0 behind its last one. One thread.
 */
final class JsonScan {
    /** Longest string in bytes. */
    static final int MAX_STRING = 1_000_000;

    /** Longest number in characters. */
    static final int MAX_NUMBER = 100;

    /** The answer when the bytes end too early. */
    static final int MORE = -1;

    /** The answer for what is no JSON, or more of it than is read; {@link #fault} says what. */
    static final int BAD = -2;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long SLASHES = ONES * '\\';
    private static final long BLANKS = ONES * ' ';

    private byte[] bytes = new byte[ByteWindow.SLACK];
    private int end;
    private boolean escaped;
    private String fault = "";

    /** Starts with other bytes: a 0 stands at {@code limit}, and {@link ByteWindow#SLACK} bytes in all lie behind it. */
    void begin(byte[] source, int limit) {
        bytes = source;
        end = limit;
    }

    /** Returns what was wrong when an answer was {@link #BAD}. */
    String fault() {
        return fault;
    }

    /** Tells whether the string read last has a backslash in it. */
    boolean escaped() {
        return escaped;
    }

    /** Returns {@link #MORE} when the bytes end at {@code at}; else keeps {@code message} and returns {@link #BAD}. */
    int fail(int at, String message) {
        if (at >= end) {
            return MORE;
        }
        fault = message;
        return BAD;
    }

    /** Returns the first place from {@code at} that is no white space. */
    int blanks(int at) {
        int next = at;
        while (bytes[next] <= ' '
                && (bytes[next] == ' ' || bytes[next] == '\n' || bytes[next] == '\r' || bytes[next] == '\t')) {
            next++;
        }
        return next;
    }

    /**
     * Marks, of eight bytes, those at which a string cannot just go on: the lowest bit set is that of the first quote, backslash or
     * control character; those above it may err.
     */
    static long marks(long eight) {
        long quote = eight ^ QUOTES;
        long slash = eight ^ SLASHES;
        return ((quote - ONES & ~quote) | (slash - ONES & ~slash) | (eight - BLANKS & ~eight)) & HIGHS;
    }

    /** Returns where the quote stands that ends the string whose first byte is at {@code from}. */
    int string(int from) {
        escaped = false;
        int at = from;
        while (true) {
            long found = marks(ByteText.longAt(bytes, at));
            if (found == 0) {
                at += 8;
                continue;
            }
            at += Long.numberOfTrailingZeros(found) >>> 3;
            if (bytes[at] != '\\' || at >= end) {
                return stringEnd(from, at);
            }
            escaped = true;
            at = escape(at + 1);
            if (at < 0) {
                return at;
            }
        }
    }

    private int stringEnd(int from, int at) {
        if (at - from > MAX_STRING) {
            fault = "a string of more than the maximum of " + MAX_STRING + " bytes";
            return BAD;
        }
        return at < end && bytes[at] == '"' ? at : fail(at, "a control character in a string");
    }

    /** Returns the place behind an escape whose letter stands at {@code at}. */
    private int escape(int at) {
        switch (bytes[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return at + 1;
            }
            case 'u' -> {
                for (int i = at + 1; i <= at + 4; i++) {
                    if (i >= end || Character.digit(bytes[i], 16) < 0) {
                        return fail(i, "\\u without four hexadecimal digits");
                    }
                }
                return at + 5;
            }
            default -> {
                return fail(at, "a backslash before what needs none");
            }
        }
    }

    /** Returns the place behind the number at {@code from}, which begins with a digit or a sign. */
    int number(int from) {
        int at = from;
        if (bytes[at] == '-') {
            at++;
        }
        int whole = at;
        at = digits(at);
        if (at == whole) {
            return bytes[at] == 'I' ? word(at) : fail(at, "a sign without a number");
        }
        if (bytes[whole] == '0' && at > whole + 1) {
            return fail(whole, "a number that begins with 0");
        }
        if (bytes[at] == '.') {
            int point = at++;
            at = digits(at);
            if (at == point + 1) {
                return fail(at, "no digit behind the point of a number");
            }
        }
        if ((bytes[at] | 0x20) == 'e') {
            at = exponent(at + 1);
        }
        if (at - from > MAX_NUMBER) {
            fault = "a number of more than the maximum of " + MAX_NUMBER + " characters";
            return BAD;
        }
        return at;
    }

    private int exponent(int from) {
        int at = bytes[from] == '-' || bytes[from] == '+' ? from + 1 : from;
        int behind = digits(at);
        return behind == at ? fail(at, "an exponent without a digit") : behind;
    }

    private int digits(int from) {
        int at = from;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    /** Returns the place behind the word at {@code from}: true, false, null, NaN or Infinity. */
    int word(int from) {
        int at = from;
        while (ByteText.isLetter(bytes[at])) {
            at++;
        }
        String known = switch (bytes[from]) {
            case 't' -> "true";
            case 'f' -> "false";
            case 'n' -> "null";
            case 'N' -> "NaN";
            case 'I' -> "Infinity";
            default -> "";
        };
        if (known.length() != at - from || known.isEmpty()) {
            return fail(at, "neither a value nor the end of one");
        }
        for (int i = 0; i < known.length(); i++) {
            if (bytes[from + i] != known.charAt(i)) {
                return fail(from, "a word that JSON does not have");
            }
        }
        return at;
    }
}
