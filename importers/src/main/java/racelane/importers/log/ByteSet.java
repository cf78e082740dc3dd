package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import racelane.importers.io.ByteText;

/** Which bytes a captured field may hold. Immutable. */
enum ByteSet {
    /** Anything. */
    TEXT,
    /** Anything but blanks. */
    WORD,
    /** Digits, with a sign. */
    INT,
    /** Hexadecimal digits and what ids are made of besides: {@code -}, {@code x}. */
    HEX,
    /** Letters, digits and {@code _ . $ - / < > #}: classes, methods, files. */
    NAME,
    /** The name of a level. */
    LEVEL,
    /** One letter that stands for a level. */
    LETTER,
    /** What a JUnit text runner prints before a test's first line: a dot, and {@code E} or {@code I} for how the last one went. */
    JUNIT;

    private static final Set<String> LEVELS = new HashSet<>(Arrays.asList(
            "trace",
            "debug",
            "info",
            "notice",
            "warn",
            "warning",
            "error",
            "err",
            "fatal",
            "severe",
            "config",
            "fine",
            "finer",
            "finest",
            "critical",
            "crit",
            "emerg",
            "alert",
            "panic",
            "dpanic",
            "verbose",
            "log",
            "statement",
            "detail",
            "hint",
            "all",
            "off",
            "information",
            "inf",
            "wrn",
            "dbg",
            "ftl",
            "trc"));

    private final boolean[] members = new boolean[256];

    ByteSet() {
        for (int i = 0; i < 256; i++) {
            members[i] = member((byte) i);
        }
    }

    private boolean member(byte b) {
        boolean digit = ByteText.isDigit(b);
        boolean letter = ByteText.isLetter(b);
        return switch (ordinal()) {
            case 0 -> true;
            case 1 -> !ByteText.isBlank(b);
            case 2 -> digit || b == '-';
            case 3 -> digit || letter || b == '-';
            case 4 -> digit || letter || "_.$-/<>#".indexOf(b) >= 0;
            case 5, 6 -> letter;
            default -> b == '.' || b == 'E' || b == 'I';
        };
    }

    /** Returns the set with this name, in lower case. */
    static ByteSet named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Tells whether {@code b} may be part of the field. */
    boolean has(byte b) {
        return members[b & 0xff];
    }

    /** Tells whether these bytes, each of which may be part of the field, are one. */
    boolean accepts(byte[] bytes, int from, int to) {
        if (this == LETTER) {
            return to - from == 1;
        }
        if (this == INT) {
            return ByteText.isDigit(bytes[to - 1]);
        }
        if (this != LEVEL) {
            return true;
        }
        return isCommon(bytes, from, to)
                || LEVELS.contains(
                        new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
    }

    private static boolean isCommon(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 4 || length > 5) {
            return false;
        }
        int head = bytes[from] << 24 | bytes[from + 1] << 16 | bytes[from + 2] << 8 | bytes[from + 3];
        return length == 4
                ? head == 0x494e464f || head == 0x5741524e
                : (head == 0x44454255 && bytes[to - 1] == 'G') || (head == 0x4552524f && bytes[to - 1] == 'R');
    }
}
