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
    JUNIT,
    /** The name of a level in capitals. */
    CAPS,
    /** Digits with a point among them. */
    DECIMAL,
    /** A length of time with its unit: {@code 2.345ms}. */
    DURATION,
    /** A name with a point in it: a class, a module, a logger. */
    DOTTED,
    /** What names a thread: no blank-separated sentence, no word in capitals that is a result. */
    THREAD,
    /** A program's name, or one with a process behind it in brackets: {@code sshd[123]}. */
    TAG,
    /** One or more spans with their fields: {@code request{id=1}:load}. */
    SPAN,
    /** A module's path: {@code app::cache}. */
    PATH,
    /** Digits alone. */
    DIGITS;

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
            "trc",
            "warni",
            "erro",
            "debu",
            "fata",
            "trac",
            "pani"));

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
            case 5, 6, 8 -> letter;
            case 7 -> b == '.' || b == 'E' || b == 'I';
            case 9 -> digit || b == '.';
            case 10 -> digit || letter || b == '.' || b < 0;
            case 11 -> digit || letter || "_.$-/".indexOf(b) >= 0;
            case 12 -> digit || letter || "_.-:#/ @()".indexOf(b) >= 0;
            case 13 -> digit || letter || "_.-/[]@:".indexOf(b) >= 0;
            case 15 -> digit || letter || "_:.".indexOf(b) >= 0;
            case 16 -> digit;
            default -> true;
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
        return switch (this) {
            case LEVEL -> isLevel(bytes, from, to);
            case CAPS -> isLoud(bytes, from, to) && isLevel(bytes, from, to);
            case DECIMAL -> isDecimal(bytes, from, to);
            case DURATION -> to > from && ByteText.isDigit(bytes[from]) && Durations.parse(bytes, from, to) >= 0;
            case DOTTED -> isDotted(bytes, from, to);
            case THREAD -> ByteText.isLetter(bytes[to - 1]) || ByteText.isDigit(bytes[to - 1]) || bytes[to - 1] == ')';
            case TAG -> bytes[to - 1] == ']' || !hasCapital(bytes, from, to);
            case SPAN -> isSpan(bytes, from, to);
            default -> true;
        };
    }

    private static boolean isDecimal(byte[] bytes, int from, int to) {
        int point = ByteText.indexOf(bytes, from, to, (byte) '.');
        return point > from && point < to - 1 && ByteText.indexOf(bytes, point + 1, to, (byte) '.') < 0;
    }

    private static boolean isDotted(byte[] bytes, int from, int to) {
        int point = ByteText.indexOf(bytes, from, to, (byte) '.');
        return point > from && bytes[to - 1] != '.' && ByteText.isLetter(bytes[from]);
    }

    private static boolean hasCapital(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
                return true;
            }
        }
        return false;
    }

    private static boolean isLoud(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] >= 'a') {
                return false;
            }
        }
        return true;
    }

    /** Tells whether these are names with fields in braces that all close, the first name with fields. */
    private static boolean isSpan(byte[] bytes, int from, int to) {
        int open = 0;
        boolean fields = false;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '{') {
                open++;
                fields = true;
            } else if (bytes[i] == '}') {
                open--;
            } else if (open == 0 && !NAME.has(bytes[i]) && bytes[i] != ':') {
                return false;
            }
        }
        return fields && open == 0 && ByteText.isLetter(bytes[from]);
    }

    private static boolean isLevel(byte[] bytes, int from, int to) {
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
