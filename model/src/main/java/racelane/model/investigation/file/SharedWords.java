package racelane.model.investigation.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words that the lines of a file have in common: names of members, writers, hashes, lanes. Each is made once as long as it is met
 * often, so a long case holds them once. Confined to one thread.
 */
final class SharedWords {
    private static final int SLOTS = 4096;
    /** Longer ones are the user's own sentences. */
    private static final int LONGEST = 64;

    private final byte[] bytes;
    private final @Nullable String[] words = new String[SLOTS];
    /** Where in the file the word of a slot stood last. */
    private final int[] starts = new int[SLOTS];

    SharedWords(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the ASCII text in [from, to). */
    String word(int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return fresh(from, length);
        }
        int slot = slot(from, length);
        String known = words[slot];
        int start = starts[slot];
        starts[slot] = from; // the next one is held against this one, which is still at hand
        if (known != null && known.length() == length && Arrays.equals(bytes, start, start + length, bytes, from, to)) {
            return known;
        }
        String word = fresh(from, length);
        words[slot] = word;
        return word;
    }

    private String fresh(int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** Words that differ do so at their ends or in the middle, mostly; those that do not push each other out, which costs a little. */
    private int slot(int from, int length) {
        int hash = length;
        hash = hash * 31 + bytes[from];
        hash = hash * 31 + bytes[from + length / 2];
        hash = hash * 31 + bytes[from + Math.max(0, length - 2)];
        hash = hash * 31 + bytes[from + length - 1];
        return (hash ^ hash >>> 12) & SLOTS - 1;
    }
}
