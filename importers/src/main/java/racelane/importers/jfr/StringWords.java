package racelane.importers.jfr;

import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.CappedWords;
import racelane.importers.io.WordTable;
import racelane.model.event.EventSink;

/** The words of one string field, found by the bytes they stand in so that a String is made once a word. One thread. */
final class StringWords {
    private static final int REMEMBERED = 1 << 18;

    private final ToIntFunction<String> newWord;
    private final WordTable table;
    private final ShortWords shorts = new ShortWords();
    private LongTable pooled = new LongTable();

    private StringWords(ToIntFunction<String> newWord) {
        this.newWord = newWord;
        this.table = new WordTable(newWord, REMEMBERED);
    }

    /** Returns words of which there may be any number: keys. */
    static StringWords ofKeys(EventSink sink) {
        return new StringWords(sink::word);
    }

    /** Returns the words of an attribute, which are counted against its budget. */
    static StringWords of(CappedWords.Values values) {
        return new StringWords(text -> {
            int word = values.word(text);
            return word == EventSink.NONE ? WordTable.FULL : word;
        });
    }

    /** Forgets the keys of the chunk before; a chunk brings its own. */
    void newChunk() {
        if (pooled.size() > 0) {
            pooled = new LongTable();
        }
    }

    /**
     * Returns the word of a string of {@code length} bytes at {@code from} if it is one of the short ones that came before; else
     * {@link ShortWords#UNKNOWN}, as for a length that is none.
     */
    int quick(byte[] bytes, int from, int length) {
        return shorts.id(bytes, from, length);
    }

    /**
     * Reads a string.
     *
     * @return its word id; {@link EventSink#NONE} when there is none, or when it is left to the text
     */
    int read(ByteCursor in, FieldDef field, Constants constants) {
        int encoding = in.encoding();
        return switch (encoding) {
            case ByteCursor.NULL_STRING, ByteCursor.EMPTY_STRING -> EventSink.NONE;
            case ByteCursor.POOLED_STRING -> pooled(in.number(), field, constants);
            default -> inline(in, encoding);
        };
    }

    private int inline(ByteCursor in, int encoding) {
        int before = in.at();
        int count = in.count();
        if (count == 0) {
            return EventSink.NONE;
        }
        return longer(in, encoding, before, count);
    }

    private int longer(ByteCursor in, int encoding, int before, int count) {
        int from = in.at();
        if (encoding != ByteCursor.UTF8_STRING && !ascii(in.bytes(), from, from + count)) {
            in.seek(before);
            return word(in.string(encoding));
        }
        if (encoding < ByteCursor.UTF8_STRING || encoding > ByteCursor.LATIN1_STRING) {
            throw new Damage("a string of the unknown encoding " + encoding);
        }
        in.skip(count);
        int known = table.id(in.bytes(), from, from + count);
        if (known != WordTable.FULL) {
            shorts.add(in.bytes(), from, count, known);
            return known;
        }
        if (!table.full()) {
            return EventSink.NONE;
        }
        in.seek(before);
        return word(in.string(encoding));
    }

    /** Tells whether every byte is one character, whichever of the encodings it is. */
    private static boolean ascii(byte[] bytes, int from, int to) {
        int any = 0;
        for (int i = from; i < to; i++) {
            any |= bytes[i];
        }
        return any >= 0;
    }

    private int pooled(long key, FieldDef field, Constants constants) {
        long known = pooled.get(key);
        if (known != LongTable.ABSENT) {
            return (int) known;
        }
        Object text = constants.get(new Struct.Constant(field.type(), key));
        int word = word(text instanceof String found ? found : null);
        pooled.put(key, word);
        return word;
    }

    private int word(@Nullable String text) {
        return text == null || text.isEmpty() ? EventSink.NONE : Math.max(EventSink.NONE, newWord.applyAsInt(text));
    }
}
