package racelane.app.search;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.Predicate;
import racelane.model.progress.Progress;
import racelane.model.source.TextLines;

/**
 * Finds the lines of a text that hold something, in one pass over its bytes. Plain words of ASCII are looked for in the bytes themselves,
 * whatever their case, by skipping (Horspool 1980) and with line ends counted eight bytes at a time; all else is asked of each line.
 * One use, one thread.
 */
final class LineSearch {
    private static final int BLOCK = 1 << 20;
    private static final int MOST_LINE = 1 << 26;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = 0x7F7F7F7F7F7F7F7FL;

    private final TextLines text;
    private final Progress progress;
    private final BitSet lines = new BitSet();
    private final Seeker seeker;
    private byte[] buffer = new byte[BLOCK];
    private int line = 1;

    /** Looks for lines in bytes that hold whole lines and nothing else. */
    private interface Seeker {
        void seek(byte[] bytes, int to);
    }

    /**
     * Prepares a search.
     *
     * @param plain what a line must hold, in lower case; empty when only {@code words} can tell
     * @param words tells of a line whether it is wanted
     */
    LineSearch(TextLines text, String plain, Predicate<String> words, Progress progress) {
        this.text = text;
        this.progress = progress;
        boolean ascii = !plain.isEmpty() && plain.chars().allMatch(c -> c < 0x80);
        this.seeker = ascii ? new Needle(plain) : (bytes, to) -> eachLine(bytes, to, words);
    }

    /**
     * Returns the numbers of the lines found, from 1.
     *
     * @throws IOException when the text cannot be read
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    BitSet run() throws IOException {
        InputStream in = text.bytes();
        int held = 0;
        int count = in.read(buffer, 0, buffer.length);
        while (count >= 0) {
            progress.checkCancelled();
            held += count;
            int whole = lastEnd(held);
            if (whole > 0) {
                seeker.seek(buffer, whole);
                System.arraycopy(buffer, whole, buffer, 0, held - whole);
                held -= whole;
            } else if (held == buffer.length) {
                if (held >= MOST_LINE) { // a line without an end: what is held is searched as one, and it goes on
                    seeker.seek(buffer, held);
                    line -= held > 0 ? 1 : 0;
                    held = 0;
                } else {
                    buffer = Arrays.copyOf(buffer, buffer.length * 2);
                }
            }
            count = in.read(buffer, held, buffer.length - held);
        }
        if (held > 0) {
            seeker.seek(buffer, held);
        }
        return lines;
    }

    /** Returns the position after the last line end before {@code to}; 0 when there is none. */
    private int lastEnd(int to) {
        int at = to;
        while (at > 0 && buffer[at - 1] != text.end()) {
            at--;
        }
        return at;
    }

    private void eachLine(byte[] bytes, int to, Predicate<String> words) {
        int from = 0;
        while (from < to) {
            int end = endOfLine(bytes, from, to);
            if (words.test(new String(bytes, from, end - from, StandardCharsets.UTF_8))) {
                lines.set(line);
            }
            line++;
            from = end + 1;
        }
    }

    private int endOfLine(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != text.end()) {
            at++;
        }
        return at;
    }

    /** Counts line ends: a byte that is one becomes zero, and zero bytes are counted without a branch. */
    private int ends(byte[] bytes, int from, int to) {
        long pattern = ONES * (text.end() & 0xff);
        int count = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long word = (long) LONGS.get(bytes, at) ^ pattern;
            count += Long.bitCount(~(((word & LOW) + LOW) | word | LOW));
        }
        for (; at < to; at++) {
            count += bytes[at] == text.end() ? 1 : 0;
        }
        return count;
    }

    /** A plain word, looked for from its last letter. */
    private final class Needle implements Seeker {
        private final byte[] word;
        private final int[] skip = new int[256];
        private final byte[] lower = new byte[256];

        Needle(String plain) {
            word = plain.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
            Arrays.fill(skip, word.length);
            for (int i = 0; i < 256; i++) {
                lower[i] = (byte) (i >= 'A' && i <= 'Z' ? i + ('a' - 'A') : i);
            }
            for (int i = 0; i < word.length - 1; i++) {
                skip[word[i] & 0xff] = word.length - 1 - i;
                skip[Character.toUpperCase((char) word[i]) & 0xff] = word.length - 1 - i;
            }
        }

        @Override
        public void seek(byte[] bytes, int to) {
            int counted = 0;
            int last = word.length - 1;
            int at = last;
            while (at < to) {
                int letter = bytes[at] & 0xff;
                if (lower[letter] == word[last] && matches(bytes, at - last)) {
                    line += ends(bytes, counted, at);
                    lines.set(line);
                    counted = at;
                    at = endOfLine(bytes, at, to) + word.length;
                } else {
                    at += skip[letter];
                }
            }
            line += ends(bytes, counted, to);
            line += to > 0 && bytes[to - 1] != text.end() ? 1 : 0;
        }

        private boolean matches(byte[] bytes, int from) {
            for (int i = word.length - 2; i >= 0; i--) {
                if (lower[bytes[from + i] & 0xff] != word[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
