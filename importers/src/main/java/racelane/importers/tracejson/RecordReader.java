package racelane.importers.tracejson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import racelane.importers.io.ByteText;
import racelane.model.event.EventSink;

/** Turns one trace event after another from a tape of its fields into a {@link TraceRecord}. One thread. */
final class RecordReader {
    /** Ids of process and thread that are no whole numbers lie below this. */
    private static final long WORDS_BELOW = Long.MIN_VALUE + Integer.MAX_VALUE;

    /** Longest name, category, key or id in bytes; what is longer is cut. */
    private static final int MAX_WORD = 1_024;

    private static final int PH = 1;
    private static final int TS = 2;
    private static final int DUR = 3;
    private static final int NAME = 4;
    private static final int CAT = 5;
    private static final int PID = 6;
    private static final int TID = 7;
    private static final int ID = 8;
    private static final int ARGS = 9;
    private static final int SCOPE = 10;
    private static final int KEY = 11;
    private static final int ID2 = 12;
    private static final int BP = 13;
    private static final int BIND_ID = 14;
    private static final int FLOW_IN = 15;
    private static final String[] KNOWN = {
        "ph", "ts", "dur", "name", "cat", "pid", "tid", "id", "args", "scope", "key", "id2", "bp", "bind_id", "flow_in",
        "s"
    };

    private static final long LOCAL = JsonTape.shortName("local");
    private static final long KEY_NAME = JsonTape.shortName("key");
    private static final long NAME_NAME = JsonTape.shortName("name");
    private static final long LABELS = JsonTape.shortName("labels");
    private static final byte[] FLOW_OUT = "flow_out".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SORT_INDEX = "sort_index".getBytes(StandardCharsets.US_ASCII);
    private static final int OTHER = 0;
    private static final long[] NAMES = new long[64];
    private static final int[] ROLES = new int[64];

    static {
        for (int role = 1; role <= KNOWN.length; role++) {
            long name = JsonTape.shortName(KNOWN[role - 1]);
            int slot = slot(name);
            while (ROLES[slot] != OTHER) {
                slot = slot + 1 & 63;
            }
            NAMES[slot] = name;
            ROLES[slot] = role;
        }
    }

    private final EventSink sink;
    private final Decimal micros;
    private final ByteWords words = new ByteWords();
    private final ByteWords ids = new ByteWords();
    private final ByteWords keys = new ByteWords();
    private final Arguments arguments;
    private final TupleTable tuple;
    private final JsonText text = new JsonText();
    private final int categoryWord;
    private final Decimal whole = new Decimal(0);
    private final Decimal counts = new Decimal(0);
    private final PhaseWords phases;
    private byte[] bytes = new byte[ByteWindow.SLACK];
    private long cut;

    /**
     * Creates a reader.
     *
     * @param micros reads timestamps, and remembers how fine they are
     */
    RecordReader(EventSink sink, Decimal micros) {
        this.sink = sink;
        this.micros = micros;
        this.arguments = new Arguments(sink);
        this.tuple = new TupleTable(sink);
        this.phases = new PhaseWords(sink);
        this.categoryWord = sink.word("cat");
    }

    /** Reads the record that is on the tape, over the bytes that the tape was read from. */
    void read(JsonTape tape, byte[] source, TraceRecord record) {
        bytes = source;
        record.clear();
        tuple.clear();
        arguments.leaveOut(tape.leftOut());
        int args = -1;
        boolean others = false;
        int size = tape.size();
        for (int field = tape.first(); field < size; field = tape.next(field)) {
            int role = role(tape, field);
            if (role == ARGS) {
                args = field;
            } else if (role == ID2) {
                id2(tape, field, record);
            } else if (role == OTHER) {
                others = true;
            } else if (tape.kind(field) != JsonTape.Kind.NULL) {
                known(role, tape, field, record);
            }
        }
        if (record.phase == 'M') {
            metadata(tape, args, record);
        } else {
            attributes(tape, args, others, record);
        }
    }

    /** Says what was left to the text or changed, one sentence each. */
    List<String> leftOut() {
        List<String> said = new ArrayList<>(arguments.leftOut(tuple));
        if (cut > 0) {
            said.add(cut + " names, ids or keys of more than " + MAX_WORD + " bytes were cut to that length.");
        }
        long malformed = words.malformed() + ids.malformed() + keys.malformed() + arguments.malformed();
        if (malformed > 0) {
            said.add(malformed + " words are not UTF-8; what cannot be read in them is shown as \uFFFD.");
        }
        return said;
    }

    /** Returns the word of a record's name or argument name. */
    String text(int id) {
        return words.text(id);
    }

    /** Returns the sink's word id of a record's name. */
    int sinkWord(int id) {
        return words.sinkId(id, sink);
    }

    /** Returns the sink's word id of a record's id. */
    String idText(int id) {
        return ids.text(id);
    }

    /** Returns a process or thread as it is written in the file. */
    String actor(long code) {
        return code < WORDS_BELOW ? ids.text((int) (code - Long.MIN_VALUE)) : Long.toString(code);
    }

    private int role(JsonTape tape, int field) {
        long name = tape.shortName(field);
        if (name == 0 && tape.nameEscaped(field)) {
            text.clear();
            text.appendUnescaped(bytes, tape.nameFrom(field), tape.nameTo(field));
            name = text.end() < Long.BYTES ? JsonTape.shortName(text.toString()) : 0;
        }
        int slot = slot(name);
        while (NAMES[slot] != name && ROLES[slot] != OTHER) {
            slot = slot + 1 & 63;
        }
        return NAMES[slot] == name ? ROLES[slot] : OTHER;
    }

    private static int slot(long name) {
        return (int) ((name * 0x9E3779B97F4A7C15L) >>> 58);
    }

    private void known(int role, JsonTape tape, int field, TraceRecord record) {
        int from = tape.from(field);
        int to = tape.to(field);
        switch (role) {
            case PH -> record.phase = from == to || bytes[from] < 0 ? 0 : (char) bytes[from];
            case TS -> {
                record.time = micros.read(bytes, from, to);
                record.badTime = record.time == Decimal.NONE;
            }
            case DUR -> {
                record.duration = micros.read(bytes, from, to);
                record.badDuration = record.duration == Decimal.NONE;
            }
            case NAME -> record.name = word(words, tape, field);
            case CAT -> record.category = word(words, tape, field);
            case PID -> record.process = actorCode(tape, field);
            case TID -> record.thread = actorCode(tape, field);
            case ID -> record.id = word(ids, tape, field);
            case SCOPE -> record.scope = word(ids, tape, field);
            case KEY -> record.key = keys.sinkId(word(keys, tape, field), sink);
            case BP -> record.bindsEnclosing = bytes[from] == 'e';
            case BIND_ID -> record.bindId = word(ids, tape, field);
            case FLOW_IN -> record.flowIn = bytes[from] == 't';
            default -> record.instantScope = field;
        }
    }

    private void id2(JsonTape tape, int object, TraceRecord record) {
        for (int field = object + 1; field < tape.next(object); field = tape.next(field)) {
            record.id = word(ids, tape, field);
            record.localId = tape.shortName(field) == LOCAL;
        }
    }

    private boolean is(JsonTape tape, int field, byte[] name) {
        return ByteText.equal(name, bytes, tape.nameFrom(field), tape.nameTo(field));
    }

    /** Takes the attributes: of an end only what its arguments say, for the category and the like are its start's. */
    private void attributes(JsonTape tape, int args, boolean others, TraceRecord record) {
        boolean end = record.phase == 'E' || record.phase == 'e' || record.phase == 'F';
        if (others) {
            others(tape, record);
        }
        if (record.instantScope >= 0 && !isThread(tape, record.instantScope)) {
            arguments.add(tape, bytes, record.instantScope, tuple);
        }
        if (args >= 0 && tape.kind(args) == JsonTape.Kind.OBJECT) {
            for (int field = args + 1; field < tape.next(args); field = tape.next(field)) {
                argument(tape, field, record);
            }
        } else if (args >= 0) {
            arguments.add(tape, bytes, args, tuple);
        }
        if (record.category != 0 && !end) {
            tuple.add(categoryWord, words.sinkId(record.category, sink));
        }
        phases.say(record, ids, tuple);
        record.attributes = tuple.id();
    }

    private void others(JsonTape tape, TraceRecord record) {
        for (int field = tape.first(); field < tape.size(); field = tape.next(field)) {
            if (role(tape, field) == OTHER) {
                if (is(tape, field, FLOW_OUT)) {
                    record.flowOut = bytes[tape.from(field)] == 't';
                } else {
                    arguments.add(tape, bytes, field, tuple);
                }
            }
        }
    }

    /** Tells whether an instant is one of its thread, as most are. */
    private boolean isThread(JsonTape tape, int field) {
        return tape.to(field) - tape.from(field) == 1 && bytes[tape.from(field)] == 't';
    }

    private void argument(JsonTape tape, int field, TraceRecord record) {
        JsonTape.Kind kind = tape.kind(field);
        boolean key = kind != JsonTape.Kind.OBJECT && kind != JsonTape.Kind.NULL && tape.shortName(field) == KEY_NAME;
        if (record.phase == 'C' && counted(tape, field, record)) {
            return;
        }
        if (key) {
            record.key = keys.sinkId(word(keys, tape, field), sink);
        } else {
            arguments.add(tape, bytes, field, tuple);
        }
    }

    /** Takes an argument for a value of a counter, if it is a number. */
    private boolean counted(JsonTape tape, int field, TraceRecord record) {
        if (tape.kind(field) != JsonTape.Kind.NUMBER && tape.kind(field) != JsonTape.Kind.STRING) {
            return false;
        }
        int from = tape.from(field);
        int to = tape.to(field);
        int name = tape.nameEscaped(field) ? 0 : words.id(bytes, tape.nameFrom(field), tape.nameTo(field));
        long whole = counts.read(bytes, from, to);
        if (whole != Decimal.NONE && counts.exact()) {
            record.value(name, true, whole, 0);
            return true;
        }
        try {
            record.value(
                    name, false, 0, Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.UTF_8)));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Takes what a metadata record says: a name, labels or a place among its like. */
    private void metadata(JsonTape tape, int args, TraceRecord record) {
        if (args < 0 || tape.kind(args) != JsonTape.Kind.OBJECT) {
            return;
        }
        for (int field = args + 1; field < tape.next(args); field = tape.next(field)) {
            if (tape.shortName(field) == NAME_NAME || tape.shortName(field) == LABELS) {
                record.argName = word(words, tape, field);
            } else if (is(tape, field, SORT_INDEX)) {
                record.sortIndex = whole.read(bytes, tape.from(field), tape.to(field));
            }
        }
    }

    /** Returns the id in {@code table} of a value as it is written, cut when it is too long. */
    private int word(ByteWords table, JsonTape tape, int field) {
        byte[] source = bytes;
        int from = tape.from(field);
        int to = tape.to(field);
        if (tape.kind(field) == JsonTape.Kind.ESCAPED) {
            text.clear();
            text.appendUnescaped(bytes, from, to);
            source = text.bytes();
            from = 0;
            to = text.end();
        }
        if (to - from > MAX_WORD) {
            cut++;
            to = from + MAX_WORD;
            while ((source[to] & 0xc0) == 0x80 && to > from) {
                to--;
            }
        }
        return table.id(source, from, to);
    }

    /** Returns a code for a process or thread: its number, or a code below {@link #WORDS_BELOW} for what is no number. */
    private long actorCode(JsonTape tape, int field) {
        int from = tape.from(field);
        int to = tape.to(field);
        long value = 0;
        boolean number = to > from && to - from <= 18 && (bytes[from] != '0' || to == from + 1);
        for (int i = from; i < to && number; i++) {
            number = bytes[i] >= '0' && bytes[i] <= '9';
            value = value * 10 + (bytes[i] - '0');
        }
        return number ? value : Long.MIN_VALUE + word(ids, tape, field);
    }
}
