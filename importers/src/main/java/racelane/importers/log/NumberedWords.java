package racelane.importers.log;

import java.util.Arrays;
import java.util.List;

/** What the numbers of {@link LineWords} mean, for the thread that writes events. One thread. */
final class NumberedWords {
    private static final int UNKNOWN = -2;

    private final Lookup lookup;
    private byte[][] words = new byte[64][];
    private int[] ids = new int[64];
    private int last;

    /** Finds the id of a word. */
    @FunctionalInterface
    interface Lookup {
        /** Returns the id of the word in {@code [from, to)}. */
        int id(byte[] bytes, int from, int to);
    }

    /**
     * Creates it.
     *
     * @param lookup finds ids of words, each when an entry with it is written first
     */
    NumberedWords(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Takes over the words that got the next numbers. */
    void add(List<byte[]> fresh) {
        for (byte[] word : fresh) {
            last++;
            if (last == words.length) {
                words = Arrays.copyOf(words, last * 2);
                ids = Arrays.copyOf(ids, last * 2);
            }
            words[last] = word;
            ids[last] = UNKNOWN;
        }
    }

    /** Returns the id of the word with a number. */
    int id(int number) {
        int id = ids[number];
        if (id == UNKNOWN) {
            id = lookup.id(words[number], 0, words[number].length);
            ids[number] = id;
        }
        return id;
    }
}
