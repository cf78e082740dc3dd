package racelane.bench;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The least that reading a made log can cost: {@code java TextFloor.java FILE} reads the file, finds time, thread, operation and key
 * of every line by hand, and keeps nothing. To be run beside an import ({@code docs/benchmarks.md}).
 */
public final class TextFloor {
    private static final int BLOCK = 1 << 19;

    private long entries;
    private long others;
    private long sum;

    private TextFloor() {}

    /** Reads the file and prints what it saw. */
    public static void main(String[] arguments) throws IOException {
        TextFloor floor = new TextFloor();
        byte[] block = new byte[BLOCK];
        try (InputStream in = new FileInputStream(arguments[0])) {
            int limit = 0;
            for (int count = in.read(block); count > 0; count = in.read(block, limit, BLOCK - limit)) {
                int rest = floor.lines(block, limit + count);
                limit = limit + count - rest;
                System.arraycopy(block, rest, block, 0, limit);
            }
        }
        System.out.println(floor.entries + " entries, " + floor.others + " other lines, sum " + floor.sum);
    }

    /** Reads whole lines; returns where the first one starts that is not whole. */
    private int lines(byte[] bytes, int limit) {
        int from = 0;
        for (int at = 0; at < limit; at++) {
            if (bytes[at] == '\n') {
                line(bytes, from, at);
                from = at + 1;
            }
        }
        return from;
    }

    private void line(byte[] bytes, int from, int to) {
        if (to - from < 40 || bytes[from + 24] != '[') {
            others++;
            return;
        }
        entries++;
        long time = 0;
        for (int i = from; i < from + 23; i++) {
            time = bytes[i] >= '0' ? time * 10 + bytes[i] - '0' : time;
        }
        int thread = word(bytes, from + 25, to, ']');
        int message = from + 24;
        while (message + 1 < to && (bytes[message] != '-' || bytes[message + 1] != ' ')) {
            message++;
        }
        int operation = word(bytes, message + 2, to, ' ');
        int key = 0;
        for (int i = to - 1; i > message && bytes[i] != ' '; i--) {
            key = key * 31 + bytes[i];
        }
        sum += time + thread + operation + key;
    }

    private static int word(byte[] bytes, int from, int to, char end) {
        int hash = 0;
        for (int i = from; i < to && bytes[i] != end; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }
}
