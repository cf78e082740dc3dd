package racelane.importers.tracejson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import racelane.importers.io.ByteText;

/**
 * One JSON object as a list of its fields in the order in which they stand, those of a nested object right behind it: where each name
 * and value lies in the bytes, and nothing copied. An array is one value. Reads JSON as RFC 8259 has it, and forgives a comma behind
 * the last element, {@code NaN} and {@code Infinity}, and bytes that are not UTF-8. Several objects may lie on it one behind the other;
 * what is asked of it is of the one read last, or of the one {@link #select}ed. Reused; one thread at a time.
 */
final class JsonTape {
    /** Deepest nesting that is read. */
    static final int MAX_DEPTH = 64;

    /** Longest name in bytes. */
    static final int MAX_NAME = 1_000;

    /** Most fields of one record, those of nested objects not counted. */
    static final int MAX_FIELDS = 1 << 16;

    /** Most fields of nested objects that are kept; more are read and left out. */
    static final int MAX_NESTED = 256;

    private final JsonScan scan = new JsonScan();
    private byte[] bytes = new byte[ByteWindow.SLACK];
    private byte[] kinds = new byte[32];
    private long[] shortNames = new long[32];
    private int[] nameFrom = new int[32];
    private int[] nameTo = new int[32];
    private int[] from = new int[32];
    private int[] to = new int[32];
    private int[] next = new int[32];
    private int size;
    private int first;
    private int limit;
    private int nested;
    private int leftOut;

    /** What a value is. */
    enum Kind {
        OBJECT,
        /** A list, with what it holds. */
        ARRAY,
        STRING,
        /** A string with a backslash in it. */
        ESCAPED,
        /** A number, also one that is none. */
        NUMBER,
        /** {@code true} or {@code false}. */
        TRUTH,
        NULL;

        private static final Kind[] ALL = values();
    }

    /** Returns the first field of the object; {@link #size} when it has none. */
    int first() {
        return first;
    }

    /** Returns where the fields of the object end, nested ones included. */
    int size() {
        return limit;
    }

    /** Forgets all objects. */
    void clear() {
        size = 0;
    }

    /**
     * Has the tape speak of one of several objects.
     *
     * @param from its {@link #first} when it was read
     * @param to its {@link #size}
     * @param fieldsLeftOut its {@link #leftOut}
     */
    void select(int from, int to, int fieldsLeftOut) {
        first = from;
        limit = to;
        leftOut = fieldsLeftOut;
    }

    /** Returns what the value of a field is. */
    Kind kind(int field) {
        return Kind.ALL[kinds[field]];
    }

    /**
     * Returns the name of a field as a number, its first byte the lowest, when it has at most seven bytes and no backslash; 0 for all
     * others.
     */
    long shortName(int field) {
        return shortNames[field];
    }

    /** Returns {@code name}, of at most seven bytes, as {@link #shortName} gives it. */
    static long shortName(String name) {
        byte[] eight = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), Long.BYTES);
        return ByteText.longAt(eight, 0);
    }

    /** Returns where the name of a field begins, behind its quote. */
    int nameFrom(int field) {
        return nameFrom[field];
    }

    /** Returns where the name of a field ends. */
    int nameTo(int field) {
        return Math.abs(nameTo[field]);
    }

    /** Tells whether the name of a field has a backslash in it. */
    boolean nameEscaped(int field) {
        return nameTo[field] < 0;
    }

    /** Returns where the value of a field begins; that of a string behind its quote. */
    int from(int field) {
        return from[field];
    }

    /** Returns where the value of a field ends. */
    int to(int field) {
        return to[field];
    }

    /** Returns the field that stands behind this one and all that it holds. */
    int next(int field) {
        return next[field];
    }

    /** Returns how many fields of nested objects were left out because they are too many. */
    int leftOut() {
        return leftOut;
    }

    /** Returns what is wrong with the object that was read last. */
    String fault() {
        return scan.fault();
    }

    /**
     * Reads an object.
     *
     * @param source its bytes, with a 0 at {@code end} and {@link ByteWindow#SLACK} bytes in all from there on
     * @param begin where its brace stands
     * @param end where the bytes end
     * @return the place behind it, or {@link JsonScan#MORE} or {@link JsonScan#BAD}
     */
    int read(byte[] source, int begin, int end) {
        clear();
        return append(source, begin, end);
    }

    /** Reads an object as {@link #read} does, behind those that are on the tape; one that cannot be read leaves nothing there. */
    int append(byte[] source, int begin, int end) {
        bytes = source;
        scan.begin(source, end);
        first = size;
        nested = 0;
        leftOut = 0;
        int behind = object(begin + 1, 1, true);
        if (behind < 0) {
            size = first;
        }
        limit = size;
        return behind;
    }

    /** Reads the fields of an object behind its brace; returns the place behind the other brace. */
    private int object(int begin, int depth, boolean keep) {
        int at = scan.blanks(begin);
        while (bytes[at] != '}') {
            at = field(at, depth, keep);
            if (at < 0) {
                return at;
            }
            at = scan.blanks(at);
            if (bytes[at] == ',') {
                at = scan.blanks(at + 1);
            } else if (bytes[at] != '}') {
                return scan.fail(at, "no comma or } behind a field");
            }
        }
        return at + 1;
    }

    private int field(int at, int depth, boolean keep) {
        if (bytes[at] != '"') {
            return scan.fail(at, "no name where a field should begin");
        }
        int name = at + 1;
        long head = ByteText.longAt(bytes, name);
        int length = Long.numberOfTrailingZeros(JsonScan.marks(head)) >>> 3;
        if (length < Long.BYTES && bytes[name + length] == '"') {
            int field = keeps(depth, keep) ? add(name, name + length, head & (1L << (length << 3)) - 1) : -1;
            return valueBehind(name + length, depth, field);
        }
        int behind = scan.string(name);
        if (behind < 0) {
            return behind;
        }
        if (behind - name > MAX_NAME) {
            return tooMuch("a name of more than the maximum of " + MAX_NAME + " bytes");
        }
        int field = keeps(depth, keep) ? add(name, scan.escaped() ? -behind : behind, 0) : -1;
        return valueBehind(behind, depth, field);
    }

    /** Tells whether a field of an object at {@code depth} has its place on the tape, and counts it. */
    private boolean keeps(int depth, boolean keep) {
        if (!keep || depth == 1) {
            return keep;
        }
        if (nested == MAX_NESTED) {
            leftOut++;
            return false;
        }
        nested++;
        return true;
    }

    private int valueBehind(int nameEnd, int depth, int field) {
        if (field == first + MAX_FIELDS + MAX_NESTED) {
            return tooMuch("more than the maximum of " + MAX_FIELDS + " fields");
        }
        int colon = bytes[nameEnd + 1] == ':' ? nameEnd + 1 : scan.blanks(nameEnd + 1);
        if (bytes[colon] != ':') {
            return scan.fail(colon, "no colon behind a name");
        }
        int behind = value(scan.blanks(colon + 1), depth, field);
        if (field >= 0) {
            next[field] = size;
        }
        return behind;
    }

    /** Reads a value of the field {@code field} of the tape, -1 when it is not kept; returns the place behind it. */
    private int value(int at, int depth, int field) {
        int behind;
        switch (bytes[at]) {
            case '"' -> {
                int quote = scan.string(at + 1);
                set(field, scan.escaped() ? Kind.ESCAPED : Kind.STRING, at + 1, quote);
                return quote < 0 ? quote : quote + 1;
            }
            case '{' -> {
                behind = depth == MAX_DEPTH ? tooDeep() : object(at + 1, depth + 1, field >= 0);
                set(field, Kind.OBJECT, at, behind);
            }
            case '[' -> {
                behind = depth == MAX_DEPTH ? tooDeep() : array(at + 1, depth + 1);
                set(field, Kind.ARRAY, at, behind);
            }
            case 't', 'f' -> {
                behind = scan.word(at);
                set(field, Kind.TRUTH, at, behind);
            }
            case 'n' -> {
                behind = scan.word(at);
                set(field, Kind.NULL, at, behind);
            }
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                behind = scan.number(at);
                set(field, Kind.NUMBER, at, behind);
            }
            default -> {
                behind = scan.word(at);
                set(field, Kind.NUMBER, at, behind);
            }
        }
        return behind;
    }

    private int array(int begin, int depth) {
        int at = scan.blanks(begin);
        while (bytes[at] != ']') {
            at = value(at, depth, -1);
            if (at < 0) {
                return at;
            }
            at = scan.blanks(at);
            if (bytes[at] == ',') {
                at = scan.blanks(at + 1);
            } else if (bytes[at] != ']') {
                return scan.fail(at, "no comma or ] behind an element");
            }
        }
        return at + 1;
    }

    private int tooDeep() {
        return tooMuch("a nesting deeper than the maximum of " + MAX_DEPTH);
    }

    private int tooMuch(String what) {
        scan.fail(-1, what);
        return JsonScan.BAD;
    }

    private void set(int field, Kind kind, int begin, int behind) {
        if (field >= 0) {
            kinds[field] = (byte) kind.ordinal();
            from[field] = begin;
            to[field] = behind;
        }
    }

    private int add(int begin, int behind, long shortName) {
        if (size == kinds.length) {
            int length = size * 2;
            kinds = Arrays.copyOf(kinds, length);
            shortNames = Arrays.copyOf(shortNames, length);
            nameFrom = Arrays.copyOf(nameFrom, length);
            nameTo = Arrays.copyOf(nameTo, length);
            from = Arrays.copyOf(from, length);
            to = Arrays.copyOf(to, length);
            next = Arrays.copyOf(next, length);
        }
        shortNames[size] = shortName;
        nameFrom[size] = begin;
        nameTo[size] = behind;
        return size++;
    }
}
