package racelane.importers.log;

import java.util.Arrays;
import java.util.List;
import racelane.importers.io.WordTable;

/**
 * Numbers for the threads and keys of simple entries, given out in the order in which they are met, so that the thread which takes lines
 * apart looks words up while their bytes are at hand, and the one that writes events need not touch the text. Number 0 is nothing's.
 * One thread.
 */
final class LineWords {
    /** Returned for a word that gets no number, for there are too many. */
    static final int NONE = WordTable.FULL;

    private int last;
    private final WordTable numbers = new WordTable(word -> ++last, EntryTape.NUMBERS - 1);

    /** Returns the number of a word; a new one is added to {@code fresh}. */
    int number(byte[] bytes, int from, int to, List<byte[]> fresh) {
        int before = last;
        int number = numbers.id(bytes, from, to);
        if (last != before) {
            fresh.add(Arrays.copyOfRange(bytes, from, to));
        }
        return number;
    }
}
