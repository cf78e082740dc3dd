package racelane.model.event;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The words of a trace, each held once: names, keys, attribute names and values, and whole attribute tuples. Grows and never
 * shrinks; safe for any number of threads. Id 0 is the empty word and the empty tuple.
 */
public final class Names {
    private static final int CHUNK_BITS = 12;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** Up to so many words are taken without moving those that are there: a quarter of a megabyte. */
    private static final int EXPECTED = 40_000;

    private final ConcurrentHashMap<String, Integer> ids;
    private final ConcurrentHashMap<Tuple, Integer> tupleIds;
    private final Object growth = new Object();
    private final AttributeRows rows;
    private final @Nullable UnaryOperator<String> reading;
    private final ConcurrentHashMap<Integer, String> read = new ConcurrentHashMap<>();
    private volatile String[][] words = {new String[CHUNK]};
    private volatile int[][][] tuples = {new int[CHUNK][]};
    private volatile int wordCount;
    private volatile int tupleCount;

    /** Creates a dictionary that holds only the empty word and the empty tuple. */
    public Names() {
        ids = new ConcurrentHashMap<>(EXPECTED);
        tupleIds = new ConcurrentHashMap<>();
        rows = new AttributeRows();
        reading = null;
        intern("");
        internTuple();
    }

    private Names(Names like, UnaryOperator<String> reading) {
        this.ids = like.ids;
        this.tupleIds = like.tupleIds;
        this.rows = like.rows;
        this.reading = reading;
        this.wordCount = like.wordCount;
        this.tupleCount = like.tupleCount;
        this.words = like.words;
        this.tuples = like.tuples;
    }

    /**
     * Returns the dictionary as it is now, read in other words: each id keeps its meaning and its place, {@link #text} says what
     * {@code reading} makes of it. It does not grow.
     *
     * @param reading gives the word to be read, asked once a word; any thread
     */
    Names reworded(UnaryOperator<String> reading) {
        return new Names(this, reading);
    }

    /** Returns the id of {@code text}, giving it one when it is new. */
    public int intern(String text) {
        Integer known = ids.get(text);
        return known != null ? known : addWord(text);
    }

    /** Returns the id of {@code text}, or -1 when no event speaks of it. */
    public int find(String text) {
        return ids.getOrDefault(text, -1);
    }

    /** Returns the word with this id. */
    public String text(int id) {
        String word = words[id >> CHUNK_BITS][id & (CHUNK - 1)];
        return reading == null ? word : read.computeIfAbsent(id, unread -> reading.apply(word));
    }

    /** Returns how many words there are; ids run from 0 to one less. */
    public int size() {
        return wordCount;
    }

    /**
     * Returns the id of an attribute tuple.
     *
     * @param namesAndValues word ids: name, value, name, value …
     * @throws IllegalArgumentException when the last name has no value
     */
    public int internTuple(int... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("attributes come as pairs of a name and a value");
        }
        Tuple tuple = new Tuple(namesAndValues);
        Integer known = tupleIds.get(tuple);
        return known != null ? known : addTuple(new Tuple(namesAndValues.clone()));
    }

    /** Returns where the rows of attributes lie that are no tuples. */
    AttributeRows rows() {
        return rows;
    }

    /**
     * Returns the word ids of a tuple: name, value, name, value … The caller must not change them. The numbers of an attribute
     * row become words thereby.
     */
    public int[] tuple(int id) {
        if (id < 0) {
            return rowAsPairs(id);
        }
        return tuples[id >> CHUNK_BITS][id & (CHUNK - 1)];
    }

    /** Returns how many tuples there are; their ids run from 0. Attribute rows have negative ids and do not count. */
    public int tupleCount() {
        return tupleCount;
    }

    /** Returns the word ids of the names that attribute rows have, some of them more than once. */
    public int[] rowNames() {
        return rows.names();
    }

    /** Returns the value of the attribute {@code name} in a tuple or attribute row, or null when it does not have it. */
    public @Nullable String valueText(int tuple, int name) {
        if (tuple >= 0) {
            int value = value(tuple, name);
            return value < 0 ? null : text(value);
        }
        int[] names = rows.shapeOf(tuple).names();
        for (int i = 0; i < names.length; i++) {
            if (names[i] == name) {
                return rowText(tuple, i);
            }
        }
        return null;
    }

    /** Returns the value id of the attribute {@code name} in {@code tuple}, or -1 when the tuple does not have it. */
    public int value(int tuple, int name) {
        if (tuple < 0) {
            String text = valueText(tuple, name);
            return text == null ? -1 : intern(text);
        }
        int[] pairs = tuple(tuple);
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] == name) {
                return pairs[i + 1];
            }
        }
        return -1;
    }

    /** Returns a tuple as a map in its own order. */
    public Map<String, String> attributes(int tuple) {
        if (tuple < 0) {
            return rowAsMap(tuple);
        }
        int[] pairs = tuple(tuple);
        if (pairs.length == 0) {
            return Map.of();
        }
        Map<String, String> map = LinkedHashMap.newLinkedHashMap(pairs.length / 2);
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(text(pairs[i]), text(pairs[i + 1]));
        }
        return map;
    }

    /** Returns the tuple that holds the attributes of {@code first} and then those of {@code second}, the second's value winning. */
    public int merge(int first, int second) {
        if (first == 0 || first == second) {
            return second;
        }
        if (second == 0) {
            return first;
        }
        Map<Integer, Integer> merged = new LinkedHashMap<>();
        for (int id : new int[] {first, second}) {
            int[] pairs = tuple(id);
            for (int i = 0; i < pairs.length; i += 2) {
                merged.put(pairs[i], pairs[i + 1]);
            }
        }
        int[] pairs = new int[merged.size() * 2];
        int at = 0;
        for (Map.Entry<Integer, Integer> pair : merged.entrySet()) {
            pairs[at++] = pair.getKey();
            pairs[at++] = pair.getValue();
        }
        return internTuple(pairs);
    }

    /** Returns the value at {@code index} of a row, or null when the event does not have it. */
    private @Nullable String rowText(int row, int index) {
        ValueKind kind = rows.shapeOf(row).kinds()[index];
        long value = rows.value(row, index);
        if (kind == ValueKind.WORD) {
            return value == 0 ? null : text((int) value);
        }
        return kind.number(value);
    }

    private Map<String, String> rowAsMap(int row) {
        int[] names = rows.shapeOf(row).names();
        Map<String, String> map = LinkedHashMap.newLinkedHashMap(names.length);
        for (int i = 0; i < names.length; i++) {
            String value = rowText(row, i);
            if (value != null) {
                map.put(text(names[i]), value);
            }
        }
        return map;
    }

    private int[] rowAsPairs(int row) {
        int[] names = rows.shapeOf(row).names();
        int[] pairs = new int[names.length * 2];
        int count = 0;
        for (int i = 0; i < names.length; i++) {
            String value = rowText(row, i);
            if (value != null) {
                pairs[count++] = names[i];
                pairs[count++] = intern(value);
            }
        }
        return Arrays.copyOf(pairs, count);
    }

    private int addWord(String text) {
        requireOwn();
        synchronized (growth) {
            Integer known = ids.get(text);
            if (known != null) {
                return known;
            }
            int id = wordCount;
            String[][] chunks = words;
            if (id >> CHUNK_BITS == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunks.length + 1);
                chunks[chunks.length - 1] = new String[CHUNK];
            }
            chunks[id >> CHUNK_BITS][id & (CHUNK - 1)] = text;
            words = chunks; // publishes the new word to readers that learn its id later
            wordCount = id + 1;
            ids.put(text, id);
            return id;
        }
    }

    private void requireOwn() {
        if (reading != null) {
            throw new IllegalStateException("a dictionary that is read in other words does not grow");
        }
    }

    private int addTuple(Tuple tuple) {
        requireOwn();
        synchronized (growth) {
            Integer known = tupleIds.get(tuple);
            if (known != null) {
                return known;
            }
            int id = tupleCount;
            int[][][] chunks = tuples;
            if (id >> CHUNK_BITS == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunks.length + 1);
                chunks[chunks.length - 1] = new int[CHUNK][];
            }
            chunks[id >> CHUNK_BITS][id & (CHUNK - 1)] = tuple.pairs;
            tuples = chunks;
            tupleCount = id + 1;
            tupleIds.put(tuple, id);
            return id;
        }
    }

    /** An int array with equality by content. */
    private static final class Tuple {
        private final int[] pairs;
        private final int hash;

        Tuple(int[] pairs) {
            this.pairs = pairs;
            this.hash = Arrays.hashCode(pairs);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Tuple tuple && Arrays.equals(pairs, tuple.pairs);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
