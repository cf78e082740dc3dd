package racelane.importers.tracejson;

import java.util.Arrays;
import java.util.function.IntPredicate;
import racelane.model.event.EventSink;
import tools.jackson.core.JsonParser;

/**
 * Words looked up by the characters in a parser's buffer, so that a word seen before costs no String. Open addressing with
 * linear probing, at most half full. Ids run from 0.
 */
final class CharWords {
    /** The answer for a new word that is refused. */
    static final int FULL = -1;

    private static final IntPredicate ANY = length -> true;

    private int[] slots = new int[64];
    private int[] hashes = new int[64];
    private String[] texts = new String[16];
    private int[] sinkIds = new int[16];
    private int size;

    /** Returns the id of the parser's current string, name or number as it is written. */
    int id(JsonParser parser) {
        return id(parser, ANY);
    }

    /** Returns the same, or {@link #FULL} for a new word of a length that {@code admitted} refuses. */
    int id(JsonParser parser, IntPredicate admitted) {
        return id(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength(), admitted);
    }

    /** Returns the id of a text. */
    int id(String text) {
        return id(text.toCharArray(), 0, text.length(), ANY);
    }

    /** Returns the text of an id. */
    String text(int id) {
        return texts[id];
    }

    /** Returns the word id in {@code sink} of an id of this table. */
    int sinkId(int id, EventSink sink) {
        int known = sinkIds[id];
        if (known == 0 && !texts[id].isEmpty()) {
            known = sink.word(texts[id]);
            sinkIds[id] = known;
        }
        return known;
    }

    private int id(char[] chars, int from, int length, IntPredicate admitted) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + chars[i];
        }
        hash ^= hash >>> 15;
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask) {
            int id = slots[slot] - 1;
            if (hashes[id] == hash && same(texts[id], chars, from, length)) {
                return id;
            }
        }
        return admitted.test(length) ? add(new String(chars, from, length), hash, slot) : FULL;
    }

    private int add(String text, int hash, int slot) {
        int id = size++;
        if (id == texts.length) {
            texts = Arrays.copyOf(texts, id * 2);
            sinkIds = Arrays.copyOf(sinkIds, id * 2);
        }
        if (id == hashes.length) {
            hashes = Arrays.copyOf(hashes, id * 2);
        }
        texts[id] = text;
        hashes[id] = hash;
        slots[slot] = id + 1;
        if (size * 2 > slots.length) {
            grow();
        }
        return id;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int id = 0; id < size; id++) {
            int slot = hashes[id] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = id + 1;
        }
    }

    private static boolean same(String text, char[] chars, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }
}
