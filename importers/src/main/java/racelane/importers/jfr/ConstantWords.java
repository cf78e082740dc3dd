package racelane.importers.jfr;

import racelane.importers.io.CappedWords;
import racelane.model.event.EventSink;

/** The words of one field that names constants, found by their keys in one chunk after the other. One thread. */
final class ConstantWords {
    private final TypeDef type;
    private Constants constants;
    private final ThreadLanes threads;
    private final CappedWords.Values values;
    private LongTable known = new LongTable();

    ConstantWords(TypeDef type, Constants constants, ThreadLanes threads, CappedWords.Values values) {
        this.type = type;
        this.constants = constants;
        this.threads = threads;
        this.values = values;
    }

    /** Turns to the constants of the next chunk, where keys mean others. */
    void newChunk(Constants next) {
        constants = next;
        if (known.size() > 0) {
            known = new LongTable();
        }
    }

    /** Returns the word id of the constant with this key; {@link EventSink#NONE} when it has no name or is left to the text. */
    int word(long key) {
        long found = known.get(key);
        if (found == LongTable.ABSENT) {
            found = make(key);
            known.put(key, found);
        }
        return (int) found;
    }

    private int make(long key) {
        Object value = constants.resolve(new Struct.Constant(type, key));
        String text = value instanceof Struct struct && struct.type().name().equals("java.lang.Thread")
                ? threads.name(struct, constants).name()
                : ConstantText.of(value, constants);
        return text == null ? EventSink.NONE : values.word(text);
    }
}
