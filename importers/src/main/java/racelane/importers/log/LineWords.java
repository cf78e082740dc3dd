package racelane.importers.log;

import java.util.Arrays;
import java.util.List;
import racelane.importers.io.ByteText;
import racelane.importers.io.WordTable;

/**
 * Numbers for the threads and keys of simple entries, given out in the order in which they are met, so that the thread which takes lines
 * apart looks words up while their bytes are at hand, and the one that writes events need not touch the text. Number 0 is nothing's.
 * Words of up to 16 bytes, which most are, are held as two numbers each. One thread.
 */
final class LineWords {
    /** Returned for a word that gets no number, for there are too many. */
    static final int NONE = WordTable.FULL;

    private static final int SHORT = 16;
    private static final int LENGTH_SHIFT = 16;
    private static final long FIRST_FACTOR = 0x9E3779B97F4A7C15L;
    private static final long SECOND_FACTOR = 0xC2B2AE3D27D4EB4FL;

    private final WordTable longer = new WordTable(word -> number(), EntryTape.NUMBERS);
    private int last;
    private long[] firsts = new long[1 << 8];
    private long[] seconds = new long[1 << 8];

    /** The number of each word, and its length above that; 0 for none. */
    private int[] numbers = new int[1 << 8];

    private int size;

    /** Returns the number of a word; a new one is added to {@code fresh}. */
    int number(byte[] bytes, int from, int to, List<byte[]> fresh) {
        int before = last;
        boolean shortOne = to - from <= SHORT && from + SHORT <= bytes.length;
        int number = shortOne ? numberOfShort(bytes, from, to - from) : longer.id(bytes, from, to);
        if (last != before) {
            fresh.add(Arrays.copyOfRange(bytes, from, to));
        }
        return number;
    }

    /** Returns the number for a new word. */
    private int number() {
        return last + 1 < EntryTape.NUMBERS ? ++last : NONE;
    }

    private int numberOfShort(byte[] bytes, int from, int length) {
        long first = part(ByteText.longAt(bytes, from), length);
        long second = length > 8 ? part(ByteText.longAt(bytes, from + 8), length - 8) : 0;
        int mask = numbers.length - 1;
        int slot = slot(first, second, length, mask);
        for (int there = numbers[slot]; there != 0; there = numbers[slot]) {
            if (firsts[slot] == first && seconds[slot] == second && there >>> LENGTH_SHIFT == length) {
                return there & 0xffff;
            }
            slot = slot + 1 & mask;
        }
        int number = number();
        if (number != NONE) {
            put(slot, first, second, number | length << LENGTH_SHIFT);
        }
        return number;
    }

    /** Returns the first bytes of eight, at most all. */
    private static long part(long eight, int length) {
        return length >= 8 ? eight : eight & ((1L << (8 * length)) - 1);
    }

    private static int slot(long first, long second, int length, int mask) {
        long hash = (first ^ length) * FIRST_FACTOR + second * SECOND_FACTOR;
        return (int) (hash >>> 40) & mask;
    }

    private void put(int slot, long first, long second, int number) {
        firsts[slot] = first;
        seconds[slot] = second;
        numbers[slot] = number;
        if (++size * 2 > numbers.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldFirsts = firsts;
        long[] oldSeconds = seconds;
        int[] oldNumbers = numbers;
        firsts = new long[oldNumbers.length * 2];
        seconds = new long[oldNumbers.length * 2];
        numbers = new int[oldNumbers.length * 2];
        int mask = numbers.length - 1;
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldFirsts[i], oldSeconds[i], oldNumbers[i] >>> LENGTH_SHIFT, mask);
                while (numbers[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                firsts[slot] = oldFirsts[i];
                seconds[slot] = oldSeconds[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
