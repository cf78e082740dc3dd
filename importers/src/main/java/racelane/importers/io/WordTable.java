package racelane.importers.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventSink;

/**
 * Ids of words that come as byte slices; a word becomes a String once, when it is new. Open addressing; holds at most
 * {@code capacity} words. One thread.
 */
public final class WordTable {
    /** Returned when a word is new and the table is full. */
    public static final int FULL = -1;

    /** Of a longer word only so many bytes are looked at and kept: what a sink keeps of it is shorter. */
    private static final int LONGEST = 3 * EventSink.MAX_WORD + 3;

    private final ToIntFunction<String> newId;
    private final int capacity;
    private byte[] @Nullable [] words = new byte[256][];
    private int[] hashes = new int[256];
    private int[] ids = new int[256];
    private int size;

    /**
     * Creates an empty table.
     *
     * @param newId gives an id, 0 or more, to a word seen for the first time, or {@link #FULL} to refuse it
     * @param capacity how many words it takes
     */
    public WordTable(ToIntFunction<String> newId, int capacity) {
        this.newId = newId;
        this.capacity = capacity;
    }

    /** Returns the id of the word in {@code [from, end)}, or {@link #FULL}. */
    public int id(byte[] bytes, int from, int end) {
        int to = Math.min(end, from + LONGEST);
        int hash = ByteText.hash(bytes, from, to);
        int mask = ids.length - 1;
        int slot = hash & mask;
        for (byte[] word = words[slot]; word != null; word = words[slot]) {
            if (hashes[slot] == hash && ByteText.equal(word, bytes, from, to)) {
                return ids[slot];
            }
            slot = slot + 1 & mask;
        }
        return size < capacity ? add(Arrays.copyOfRange(bytes, from, to), hash) : FULL;
    }

    /** Tells whether it holds the word in {@code [from, end)}. */
    public boolean knows(byte[] bytes, int from, int end) {
        int to = Math.min(end, from + LONGEST);
        int hash = ByteText.hash(bytes, from, to);
        int mask = ids.length - 1;
        int slot = hash & mask;
        for (byte[] word = words[slot]; word != null; word = words[slot]) {
            if (hashes[slot] == hash && ByteText.equal(word, bytes, from, to)) {
                return true;
            }
            slot = slot + 1 & mask;
        }
        return false;
    }

    /** Returns how many words it holds. */
    public int size() {
        return size;
    }

    /** Tells whether it takes no further word. */
    public boolean full() {
        return size >= capacity;
    }

    private int add(byte[] word, int hash) {
        int id = newId.applyAsInt(new String(word, StandardCharsets.UTF_8));
        if (id == FULL) {
            return FULL;
        }
        if (size * 2 >= ids.length) {
            grow();
        }
        put(word, hash, id);
        size++;
        return id;
    }

    private void put(byte[] word, int hash, int id) {
        int mask = ids.length - 1;
        int slot = hash & mask;
        while (words[slot] != null) {
            slot = slot + 1 & mask;
        }
        words[slot] = word;
        hashes[slot] = hash;
        ids[slot] = id;
    }

    private void grow() {
        byte[] @Nullable [] oldWords = words;
        int[] oldHashes = hashes;
        int[] oldIds = ids;
        words = new byte[oldIds.length * 2][];
        hashes = new int[words.length];
        ids = new int[words.length];
        for (int i = 0; i < oldIds.length; i++) {
            byte[] word = oldWords[i];
            if (word != null) {
                put(word, oldHashes[i], oldIds[i]);
            }
        }
    }
}
