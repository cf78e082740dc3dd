package racelane.importers.tracejson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.ByteText;
import racelane.model.event.EventSink;

/**
 * Words looked up by the bytes that they are written in, so that a word seen before costs neither a copy nor a String. Ids run from
 * 0, which is the empty word. Open addressing with linear probing, at most half full. One thread.
 */
final class ByteWords {
    /** The answer for a new word that is refused. */
    static final int FULL = -1;

    private static final IntPredicate ANY = length -> true;

    private int[] slots = new int[16];
    private int[] hashes = new int[8];
    private long[] heads = new long[8];
    private int[] ends = new int[8];
    private int[] sinkIds = new int[8];
    private @Nullable String[] texts = new String[8];
    private byte[] pool = new byte[128];
    private int size;
    private long malformed;

    /** Creates a table that holds the empty word. */
    ByteWords() {
        id("");
    }

    /** Returns the id of a text. */
    int id(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return id(Arrays.copyOf(bytes, bytes.length + ByteWindow.SLACK), 0, bytes.length);
    }

    /** Returns the id of the word in {@code [from, to)}; eight bytes behind it must be there to be looked at. */
    int id(byte[] bytes, int from, int to) {
        return id(bytes, from, to, ANY);
    }

    /** Returns the same, or {@link #FULL} for a new word of a length in bytes that {@code admitted} refuses. */
    int id(byte[] bytes, int from, int to, IntPredicate admitted) {
        int length = to - from;
        long head = length < 8 ? tail(bytes, from, to) : ByteText.longAt(bytes, from);
        int hash = length <= 8 ? mix(head + length) : hash(head, bytes, from, to);
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            int id = slots[slot] - 1;
            if (heads[id] == head && same(id, bytes, from, to)) {
                return id;
            }
        }
        return admitted.test(length) ? add(bytes, from, to, head, hash, slot) : FULL;
    }

    /** Returns how many words there are. */
    int size() {
        return size;
    }

    /** Returns how many words have bytes that are not UTF-8. */
    long malformed() {
        return malformed;
    }

    /** Returns the text of an id. */
    String text(int id) {
        String known = texts[id];
        if (known == null) {
            int from = begin(id);
            known = new String(pool, from, ends[id] - from, StandardCharsets.UTF_8);
            texts[id] = known;
        }
        return known;
    }

    /** Returns the word id in {@code sink} of an id of this table. */
    int sinkId(int id, EventSink sink) {
        int known = sinkIds[id];
        if (known == EventSink.NONE && id != 0) {
            known = sink.word(text(id));
            sinkIds[id] = known;
        }
        return known;
    }

    private static int hash(long head, byte[] bytes, int from, int to) {
        long hash = head * 0x9E3779B97F4A7C15L + to - from;
        int at = from + 8;
        for (; at + 8 <= to; at += 8) {
            hash ^= hash >>> 29;
            hash = (hash ^ ByteText.longAt(bytes, at)) * 0x9E3779B97F4A7C15L;
        }
        hash ^= hash >>> 29;
        return mix(hash ^ tail(bytes, at, to));
    }

    private static int mix(long hash) {
        long mixed = hash * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ mixed >>> 32);
    }

    /** Returns the bytes of {@code [at, to)}, fewer than eight, as one number. */
    private static long tail(byte[] bytes, int at, int to) {
        return at == to ? 0 : ByteText.longAt(bytes, at) & -1L >>> ((at - to) << 3);
    }

    /** Tells whether a word, whose first eight bytes are the right ones, is the one in {@code [from, to)}. */
    private boolean same(int id, byte[] bytes, int from, int to) {
        int own = begin(id);
        int length = to - from;
        return ends[id] - own == length && (length <= 8 || Arrays.equals(pool, own + 8, ends[id], bytes, from + 8, to));
    }

    private int begin(int id) {
        return id == 0 ? 0 : ends[id - 1];
    }

    private int add(byte[] bytes, int from, int to, long head, int hash, int slot) {
        int id = size++;
        if (id == ends.length) {
            int length = id * 2;
            ends = Arrays.copyOf(ends, length);
            heads = Arrays.copyOf(heads, length);
            hashes = Arrays.copyOf(hashes, length);
            sinkIds = Arrays.copyOf(sinkIds, length);
            texts = Arrays.copyOf(texts, length);
        }
        int begin = begin(id);
        int end = Math.addExact(begin, to - from);
        if (end > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(pool.length * 2, end));
        }
        System.arraycopy(bytes, from, pool, begin, to - from);
        ends[id] = end;
        heads[id] = head;
        hashes[id] = hash;
        slots[slot] = id + 1;
        malformed += ByteText.hasHighBytes(bytes, from, to) && ByteText.malformedUtf8(bytes, from, to) > 0 ? 1 : 0;
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
                slot = slot + 1 & mask;
            }
            slots[slot] = id + 1;
        }
    }
}
