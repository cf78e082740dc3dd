package racelane.importers.tracejson;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import racelane.importers.io.CappedWords;
import racelane.model.event.EventSink;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one trace event after another from a parser into a {@link TraceRecord}. One thread. */
final class RecordParser {
    private static final int MAX_ARGUMENTS = 1 << 16;

    /** Ids of process and thread that are no whole numbers lie below this. */
    private static final long WORDS_BELOW = Long.MIN_VALUE + Integer.MAX_VALUE;

    private final EventSink sink;
    private final Decimal micros;
    private final CharWords words = new CharWords();
    private final CharWords ids = new CharWords();
    private final CappedWords capped;
    private final Map<String, Argument> arguments = new HashMap<>();
    private final int categoryWord;
    private int[] pairs = new int[32];
    private int pairCount;

    /**
     * Creates a parser.
     *
     * @param micros reads timestamps, and remembers how fine they are
     */
    RecordParser(EventSink sink, Decimal micros) {
        this.sink = sink;
        this.capped = new CappedWords(sink);
        this.micros = micros;
        this.categoryWord = sink.word("cat");
        words.id(""); // 0 means "none" in a record
        ids.id("");
    }

    /** An argument's name, and the values it had so far. */
    private static final class Argument {
        final CappedWords.Values allowed;
        final CharWords values = new CharWords();

        Argument(CappedWords.Values allowed) {
            this.allowed = allowed;
        }
    }

    /** Reads the object whose start is the parser's current token. */
    void read(JsonParser parser, TraceRecord record) {
        record.clear();
        pairCount = 0;
        for (String field = parser.nextName(); field != null; field = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                structure(parser, token, field, record);
            } else if (token != JsonToken.VALUE_NULL) {
                scalar(parser, field, record);
            }
        }
        if (record.category != 0 && record.phase != 'E' && record.phase != 'e' && record.phase != 'F') {
            pair(categoryWord, words.sinkId(record.category, sink));
        }
        record.attributes = pairCount == 0 ? EventSink.NONE : sink.attributes(Arrays.copyOf(pairs, pairCount));
    }

    /** Says which values of arguments were left to the text, one sentence each. */
    List<String> leftOut() {
        return capped.leftOut();
    }

    /** Returns the word of a record's name or argument name. */
    String text(int id) {
        return words.text(id);
    }

    /** Returns the sink's word id of a record's name. */
    int sinkWord(int id) {
        return words.sinkId(id, sink);
    }

    /** Returns a process or thread as it is written in the file. */
    String actor(long code) {
        return code < WORDS_BELOW ? ids.text((int) (code - Long.MIN_VALUE)) : Long.toString(code);
    }

    private void scalar(JsonParser parser, String field, TraceRecord record) {
        switch (field) {
            case "ph" ->
                record.phase =
                        parser.getStringLength() == 0 ? 0 : parser.getStringCharacters()[parser.getStringOffset()];
            case "ts" -> {
                record.time = micros.read(parser);
                record.badTime = record.time == Decimal.NONE;
            }
            case "dur" -> record.duration = micros.read(parser);
            case "name" -> record.name = words.id(parser);
            case "cat" -> record.category = words.id(parser);
            case "pid" -> record.process = actorCode(parser);
            case "tid" -> record.thread = actorCode(parser);
            case "id" -> record.id = ids.id(parser);
            case "scope" -> record.scope = ids.id(parser);
            case "key" -> record.key = sink.word(parser.getString());
            default -> {
                // other fields of the record stay in its text
            }
        }
    }

    private void structure(JsonParser parser, JsonToken token, String field, TraceRecord record) {
        if (field.equals("args") && token == JsonToken.START_OBJECT) {
            arguments(parser, record);
        } else if (field.equals("id2") && token == JsonToken.START_OBJECT) {
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (parser.nextToken().isScalarValue()) {
                    record.id = ids.id(parser);
                    record.localId = name.equals("local");
                } else {
                    parser.skipChildren();
                }
            }
        } else {
            parser.skipChildren();
        }
    }

    private void arguments(JsonParser parser, TraceRecord record) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                if (name.equals("key")) {
                    record.key = sink.word(parser.getString());
                } else {
                    argument(parser, name, record);
                }
            }
        }
    }

    private void argument(JsonParser parser, String name, TraceRecord record) {
        if (name.equals("name")) {
            record.argName = words.id(parser);
        }
        if (record.phase == 'M') {
            return;
        }
        Argument argument = arguments.get(name);
        if (argument == null) {
            if (arguments.size() >= MAX_ARGUMENTS) {
                return;
            }
            argument = new Argument(capped.of(name));
            arguments.put(name, argument);
        }
        int value = argument.values.id(parser, argument.allowed);
        if (value != CharWords.FULL) {
            int word = argument.values.sinkId(value, sink);
            if (word != EventSink.NONE) {
                pair(argument.allowed.name(), word);
            }
        }
    }

    private void pair(int name, int value) {
        if (pairCount + 2 > pairs.length) {
            pairs = Arrays.copyOf(pairs, pairs.length * 2);
        }
        pairs[pairCount++] = name;
        pairs[pairCount++] = value;
    }

    /** Returns a code for a process or thread: its number, or a code below {@link #WORDS_BELOW} for what is no number. */
    private long actorCode(JsonParser parser) {
        char[] chars = parser.getStringCharacters();
        int from = parser.getStringOffset();
        int length = parser.getStringLength();
        long value = 0;
        boolean number = length > 0 && length <= 18;
        for (int i = from; i < from + length && number; i++) {
            number = chars[i] >= '0' && chars[i] <= '9';
            value = value * 10 + (chars[i] - '0');
        }
        return number ? value : Long.MIN_VALUE + ids.id(parser);
    }
}
