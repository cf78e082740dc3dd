package racelane.importers.tracejson;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Some hundred records one behind the other, split into fields: the bytes they lie in and the tape of their fields. Filled by a helper,
 * then read by the thread that takes records apart; never by two threads at once.
 */
final class RecordRow {
    /** How many bytes it holds: what the caches nearest to a core still hold, with the tape. */
    static final int SIZE = 1 << 18;

    final byte[] bytes = new byte[SIZE + ByteWindow.SLACK];
    final JsonTape tape = new JsonTape();
    FutureTask<?> split = new FutureTask<>(() -> null);
    private int[] begins = new int[1 << 10];
    private int[] fields = new int[1 << 10];
    private int[] leftOuts = new int[1 << 10];
    private int count;
    private int rest;
    private int end;
    private long base;
    private boolean last;
    private @Nullable IOException fault;

    /** Returns how many records there are. */
    int count() {
        return count;
    }

    /** Returns the place in the file of a record. */
    long place(int record) {
        return base + begins[record];
    }

    /** Has the tape speak of a record. */
    void select(int record) {
        tape.select(fields[record], fields[record + 1], leftOuts[record]);
    }

    /** Tells whether no row follows: the records end, or something stands here that is read with more care. */
    boolean isLast() {
        return last;
    }

    /** Has a window go on behind the last record. */
    void handOver(ByteWindow window, InputStream behind) {
        window.goOn(bytes, rest, end, base + rest, fault, behind);
    }

    /** Says that nothing is in this row, and none follows. */
    void none() {
        count = 0;
        rest = 0;
        end = 0;
        last = true;
    }

    /**
     * Reads bytes and splits the records in them, up to the last that is whole or the first that is none.
     *
     * @param carried bytes that were read before, {@code size} of them, the first the file's byte number {@code place}
     * @return how many bytes at the end are left for the next row; they begin at {@link #rest}
     */
    int fill(InputStream in, byte[] carried, int size, long place) {
        System.arraycopy(carried, 0, bytes, 0, size);
        base = place;
        end = size;
        fault = null;
        boolean ended = false;
        try {
            while (!ended && end < SIZE) {
                int more = in.read(bytes, end, SIZE - end);
                ended = more < 0;
                end += Math.max(0, more);
            }
        } catch (IOException e) {
            fault = e;
            ended = true;
        }
        bytes[end] = 0;
        split();
        last |= ended;
        return end - rest;
    }

    private void split() {
        count = 0;
        last = false;
        tape.clear();
        int at = separators(0);
        while (bytes[at] == '{') {
            int behind = tape.append(bytes, at, end);
            if (behind < 0) {
                last = behind == JsonScan.BAD || at == 0;
                break;
            }
            add(at);
            at = separators(behind);
        }
        fields[count] = tape.size();
        last |= at < end && bytes[at] != '{';
        rest = at;
    }

    private void add(int begin) {
        if (count + 1 == begins.length) {
            int length = begins.length * 2;
            begins = Arrays.copyOf(begins, length);
            fields = Arrays.copyOf(fields, length);
            leftOuts = Arrays.copyOf(leftOuts, length);
        }
        begins[count] = begin;
        fields[count] = tape.first();
        leftOuts[count++] = tape.leftOut();
    }

    private int separators(int from) {
        int at = from;
        while (ByteWindow.isSeparator(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Returns where the bytes begin that are left for the next row. */
    int rest() {
        return rest;
    }
}
