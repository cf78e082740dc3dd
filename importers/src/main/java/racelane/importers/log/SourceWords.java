package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import racelane.importers.io.CappedWords;
import racelane.importers.io.ValueBudget;
import racelane.importers.io.WordTable;
import racelane.model.event.EventSink;

/**
 * The words of one source as ids of the sink, taken from bytes. Each kind of word is capped, so that a log that says something new
 * on every line cannot fill the memory with text that stands in the file anyway. One thread.
 */
final class SourceWords {
    /** How many different names events may have. */
    static final int MAX_NAMES = 20_000;

    private static final int MAX_KEYS = 1 << 20;
    private static final int MAX_ATTRIBUTES = 4_096;

    private final EventSink sink;
    private final WordTable names;
    private final WordTable keys;
    private final WordTable loggers;
    private final WordTable levels;
    private final WordTable attributes;
    private final List<WordTable> values = new ArrayList<>();
    private final List<CappedWords.Values> allowances = new ArrayList<>();
    private final Map<String, Integer> fixed = new HashMap<>();
    private final CappedWords capped;

    SourceWords(EventSink sink) {
        this.sink = sink;
        capped = new CappedWords(sink);
        names = new WordTable(sink::word, MAX_NAMES);
        keys = new WordTable(sink::word, MAX_KEYS);
        loggers = new WordTable(sink::word, MAX_NAMES);
        levels = new WordTable(sink::word, 64);
        attributes = new WordTable(this::newAttribute, MAX_ATTRIBUTES);
    }

    private int newAttribute(String name) {
        CappedWords.Values allowed = capped.of(name);
        values.add(new WordTable(
                value -> allowed.test(value.length()) ? sink.word(value) : WordTable.FULL, Integer.MAX_VALUE));
        allowances.add(allowed);
        return values.size() - 1;
    }

    /** Returns the id of a name that the code itself uses. */
    int of(String word) {
        return fixed.computeIfAbsent(word, sink::word);
    }

    /** Returns the id of an event's name; {@link WordTable#FULL} when there are too many. */
    int name(byte[] bytes, int from, int to) {
        return names.id(bytes, from, to);
    }

    /** Returns the id of a key; {@link EventSink#NONE} when there are too many. */
    int key(byte[] bytes, int from, int to) {
        return Math.max(EventSink.NONE, keys.id(bytes, from, to));
    }

    /** Returns the id of a logger; {@link WordTable#FULL} when there are too many. */
    int logger(byte[] bytes, int from, int to) {
        return loggers.id(bytes, from, to);
    }

    /** Returns the id of a level; {@link WordTable#FULL} when there are too many. */
    int level(byte[] bytes, int from, int to) {
        return levels.id(bytes, from, to);
    }

    /** Returns the number of an attribute's name, for {@link #attributeName} and {@link #value}; negative when there are too many. */
    int attribute(byte[] bytes, int from, int to) {
        return attributes.id(bytes, from, to);
    }

    /** Returns the number of an attribute's name. */
    int attribute(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return attribute(bytes, 0, bytes.length);
    }

    /** Returns the word id of an attribute's name. */
    int attributeName(int attribute) {
        return allowances.get(attribute).name();
    }

    /** Returns the word id of an attribute's value, or {@link WordTable#FULL} when it is left to the text. */
    int value(int attribute, byte[] bytes, int from, int to) {
        if (to - from > ValueBudget.MAX_LENGTH) {
            allowances.get(attribute).test(to - from);
            return WordTable.FULL;
        }
        return values.get(attribute).id(bytes, from, to);
    }

    /** Says what was left to the text, one sentence each. */
    List<String> leftOut() {
        List<String> said = new ArrayList<>();
        if (names.full()) {
            said.add(
                    "It has more than " + MAX_NAMES + " kinds of messages: further ones are named after their logger.");
        }
        if (keys.full()) {
            said.add("It has more than " + MAX_KEYS + " keys: further ones are left to the text.");
        }
        if (attributes.full()) {
            said.add("It has more than " + MAX_ATTRIBUTES + " attributes: further ones are left to the text.");
        }
        said.addAll(capped.leftOut());
        return said;
    }
}
