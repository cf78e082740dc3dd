package racelane.model.investigation.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that {@link EditEncoder} writes, byte by byte and without a parser for each line: opening a long case would spend most of
 * its time there. It knows only what is plain: objects, arrays, strings, whole numbers, true and false. Whatever else a line holds, it
 * gives the line up, and {@link StrictJson} says what it means. What it does read, it reads as that one does.
 *
 * <p>Confined to one thread; one instance reads all lines of a file, for it remembers the words that lines have in common.
 */
final class PlainJson {
    private static final int MAX_DEPTH = 8;
    /** What has so many digits and does not fit into a long overflows into the negative, once. */
    private static final int MAX_DIGITS = 19;

    private static final int LONGEST_NAME = 64;
    private static final char REPLACED = '\uFFFD';

    private final byte[] bytes;
    private final SharedWords words;
    /** Objects that earlier lines filled: a line is taken apart before the next is read. */
    private final List<Fields> spare = new ArrayList<>();

    private int used;
    private int at;
    private int to;
    private boolean plain;

    PlainJson(byte[] bytes) {
        this.bytes = bytes;
        this.words = new SharedWords(bytes);
    }

    /**
     * Returns the object in [from, end), or null when it is not plain enough. It holds until the next is read.
     *
     * @param end where the checksum begins, with which the object ends
     */
    @Nullable
    Fields read(int from, int end) {
        at = from;
        to = end;
        plain = take('{');
        used = 0;
        Fields fields = empty();
        do {
            member(fields, 1);
        } while (plain && take(','));
        return plain && at == to && !fields.has("crc") ? fields : null;
    }

    private @Nullable Object value(int depth) {
        byte first = at < to ? bytes[at] : 0;
        if (first == '"') {
            at++;
            return text();
        }
        if (isNumber()) {
            return number();
        }
        return depth < MAX_DEPTH ? nested(first, depth) : givenUp();
    }

    private @Nullable Object nested(byte first, int depth) {
        return switch (first) {
            case '{' -> {
                at++;
                yield object(depth + 1);
            }
            case '[' -> {
                at++;
                yield array(depth + 1);
            }
            case 't' -> literal("true", Boolean.TRUE);
            case 'f' -> literal("false", Boolean.FALSE);
            default -> givenUp();
        };
    }

    private Fields object(int depth) {
        Fields fields = empty();
        if (take('}')) {
            return fields;
        }
        do {
            member(fields, depth);
        } while (plain && take(','));
        close('}');
        return fields;
    }

    private void member(Fields fields, int depth) {
        String name = take('"') ? text() : noText();
        if (name == null || !take(':') || name.length() > LONGEST_NAME || fields.has(name)) {
            givenUp();
        } else if (isNumber()) {
            fields.add(name, number());
        } else {
            fields.add(name, value(depth));
        }
    }

    private Fields empty() {
        if (used == spare.size()) {
            spare.add(new Fields());
        }
        Fields fields = spare.get(used++);
        fields.clear();
        return fields;
    }

    private boolean isNumber() {
        return at < to && (bytes[at] == '-' || (bytes[at] >= '0' && bytes[at] <= '9'));
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> elements = new ArrayList<>();
        if (take(']')) {
            return elements;
        }
        do {
            elements.add(value(depth));
        } while (plain && take(','));
        close(']');
        return elements;
    }

    private void close(char bracket) {
        if (plain && !take(bracket)) {
            givenUp();
        }
    }

    private @Nullable Object literal(String word, Boolean meaning) {
        for (int i = 0; i < word.length(); i++) {
            if (!take(word.charAt(i))) {
                return givenUp();
            }
        }
        return meaning;
    }

    private long number() {
        boolean negative = take('-');
        int first = at;
        long value = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at] - '0';
            at++;
        }
        int digits = at - first;
        boolean odd = digits == 0 || digits > MAX_DIGITS || value < 0 || (digits > 1 && bytes[first] == '0');
        if (odd) {
            givenUp();
        }
        // A fraction or an exponent is found by whoever reads on from here: neither can follow a value.
        return negative ? -value : value;
    }

    /** Reads a string up to its closing quote and steps over it. */
    private @Nullable String text() {
        int from = at;
        int seen = 0;
        boolean escaped = false;
        for (; at < to && bytes[at] != '"'; at++) {
            byte next = bytes[at];
            seen |= next;
            if (next == '\\') {
                escaped = true;
                at++;
            } else if (next >= 0 && next < ' ') {
                return noText();
            }
        }
        if (at >= to) {
            return noText();
        }
        int end = at++;
        if (seen >= 0) {
            return escaped
                    ? unescaped(new String(bytes, from, end - from, StandardCharsets.ISO_8859_1))
                    : words.word(from, end);
        }
        String text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        boolean wellFormed = text.indexOf(REPLACED) < 0;
        return wellFormed ? (escaped ? unescaped(text) : text) : noText();
    }

    private @Nullable String unescaped(String text) {
        StringBuilder plainText = new StringBuilder(text.length());
        int done = 0;
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', done)) {
            plainText.append(text, done, i);
            int meaning = i + 1 < text.length() ? escape(text, i + 1) : -1;
            if (meaning < 0) {
                return noText();
            }
            plainText.append((char) meaning);
            done = i + (text.charAt(i + 1) == 'u' ? 6 : 2);
        }
        return plainText.append(text, done, text.length()).toString();
    }

    /** Returns the character that the letter at {@code i} stands for after a backslash, or -1. */
    private static int escape(String text, int i) {
        return switch (text.charAt(i)) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex(text, i + 1);
            default -> -1;
        };
    }

    private static int hex(String text, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < text.length() && text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private boolean take(char expected) {
        boolean there = at < to && bytes[at] == expected;
        if (there) {
            at++;
        }
        return there;
    }

    private @Nullable String noText() {
        givenUp();
        return null;
    }

    private @Nullable Object givenUp() {
        plain = false;
        return null;
    }
}
