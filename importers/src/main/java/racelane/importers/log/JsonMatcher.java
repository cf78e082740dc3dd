package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import racelane.importers.io.ByteText;
import racelane.importers.io.LogClock;

/**
 * Reads lines that are one JSON object each, by hand and without making Strings. Fields of nested objects are known by their
 * path, {@code process.thread.name}; of arrays nothing is taken but a message that is given byte by byte, as journald does with those
 * that have bytes which are no text. Nothing may stand behind the object. One thread.
 */
final class JsonMatcher implements LineMatcher {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_PATH = 256;
    private static final int FAILED = -1;

    private final FieldRoles roles;
    private final double weight;
    private final List<byte[]> marks;
    private final byte[] path = new byte[MAX_PATH];
    private final JsonStrings strings = new JsonStrings();
    private byte[] bytes = new byte[0];
    private int to;
    private LineFields fields = new LineFields();
    private LogClock clock;

    JsonMatcher(LogGrammar grammar, Slots slots) {
        roles = new FieldRoles(grammar, slots);
        weight = grammar.weight();
        marks = grammar.marks().stream()
                .map(mark -> mark.getBytes(StandardCharsets.UTF_8))
                .toList();
        clock = new LogClock(java.time.ZoneOffset.UTC, null, 0);
    }

    @Override
    public int match(byte[] line, int from, int end, LineFields found, LogClock time) {
        int at = ByteText.skipBlanks(line, from, end);
        if (at >= end || line[at] != '{') {
            return NO;
        }
        for (byte[] mark : marks) {
            if (ByteText.indexOf(line, at, end, mark) < 0) {
                return NO;
            }
        }
        bytes = line;
        to = end;
        fields = found;
        clock = time;
        time.mark();
        roles.begin();
        strings.clear();
        int after = object(at + 1, 0, 0);
        boolean whole = after > 0 && ByteText.skipBlanks(bytes, after, to) == to;
        if (whole && roles.finish(time) == YES) {
            return YES;
        }
        time.back();
        return BAD;
    }

    @Override
    public double weight() {
        return weight;
    }

    /** Reads the fields of an object behind its brace; returns where it ends. */
    private int object(int from, int pathLength, int depth) {
        int at = blanks(from);
        if (at < to && bytes[at] == '}') {
            return at + 1;
        }
        while (at < to && bytes[at] == '"') {
            int nameEnd = stringEnd(at + 1);
            int colon = nameEnd < 0 ? to : blanks(nameEnd + 1);
            if (colon >= to || bytes[colon] != ':') {
                return FAILED;
            }
            int length = append(pathLength, at + 1, nameEnd);
            at = value(blanks(colon + 1), length, depth + 1);
            if (at < 0) {
                return FAILED;
            }
            at = blanks(at);
            if (at < to && bytes[at] == '}') {
                return at + 1;
            }
            if (at >= to || bytes[at] != ',') {
                return FAILED;
            }
            at = blanks(at + 1);
        }
        return FAILED;
    }

    private int append(int length, int from, int end) {
        int next = length;
        if (length > 0 && length < MAX_PATH) {
            path[next++] = '.';
        }
        int count = Math.min(MAX_PATH - next, end - from);
        System.arraycopy(bytes, from, path, next, count);
        return next + count;
    }

    private int value(int at, int pathLength, int depth) {
        if (at >= to || depth > MAX_DEPTH) {
            return FAILED;
        }
        return switch (bytes[at]) {
            case '{' -> object(at + 1, pathLength, depth);
            case '[' -> array(at + 1, pathLength, depth);
            case '"' -> text(at + 1, pathLength);
            default -> bare(at, pathLength);
        };
    }

    private int text(int from, int pathLength) {
        int end = stringEnd(from);
        if (end < 0) {
            return FAILED;
        }
        int field = roles.path(path, 0, pathLength);
        if (ByteText.indexOf(bytes, from, end, (byte) '\\') < 0) {
            roles.take(field, bytes, from, end, fields, clock);
        } else {
            int start = strings.unescape(bytes, from, end);
            roles.take(field, strings.bytes(), start, strings.end(), fields, clock);
        }
        return end + 1;
    }

    private int bare(int from, int pathLength) {
        int at = from;
        while (at < to && (ByteText.isLetter(bytes[at]) || ByteText.isDigit(bytes[at]) || isSign(bytes[at]))) {
            at++;
        }
        boolean empty = at == from;
        if (!empty && bytes[from] != 'n') {
            roles.take(roles.path(path, 0, pathLength), bytes, from, at, fields, clock);
        }
        return empty ? FAILED : at;
    }

    private static boolean isSign(byte b) {
        return b == '-' || b == '+' || b == '.';
    }

    private int array(int from, int pathLength, int depth) {
        int first = blanks(from);
        if (first < to && ByteText.isDigit(bytes[first])) {
            int field = roles.path(path, 0, pathLength);
            int start = roles.isMessage(field) ? strings.fromNumbers(bytes, first, to) : -1;
            if (start >= 0) {
                roles.take(field, strings.bytes(), start, strings.end(), fields, clock);
            }
        }
        return passOver(from, depth);
    }

    /** Passes over an array; strings in it may hold brackets. */
    private int passOver(int from, int depth) {
        int open = 1;
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (b == '"') {
                at = stringEnd(at + 1);
                if (at < 0) {
                    return FAILED;
                }
            } else if (b == '[' || b == '{') {
                open++;
            } else if (b == ']' || b == '}') {
                open--;
            }
            at++;
            if (open == 0) {
                return at;
            }
            if (open + depth > MAX_DEPTH) {
                return FAILED;
            }
        }
        return FAILED;
    }

    private int stringEnd(int from) {
        int at = from;
        while (at < to) {
            at = ByteText.indexOf(bytes, at, to, (byte) '"');
            if (at < 0) {
                return FAILED;
            }
            int slash = at;
            while (slash > from && bytes[slash - 1] == '\\') {
                slash--;
            }
            if ((at - slash) % 2 == 0) {
                return at;
            }
            at++;
        }
        return FAILED;
    }

    private int blanks(int at) {
        return ByteText.skipBlanks(bytes, at, to);
    }
}
