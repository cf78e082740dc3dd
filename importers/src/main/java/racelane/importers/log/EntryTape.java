package racelane.importers.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import racelane.importers.io.LineBlock;
import racelane.model.event.EventSink;

/**
 * The entries of one block on their way from the thread that reads lines to the one that writes events: numbers and slices, one
 * entry behind the other, in arrays that are used again for the next block. First written, then read; never by two threads at once.
 *
 * <pre>
 *   line, time (2), flags and counts, actor (2), operation (2), key (2), name (2), result (2), places (2), shape (2), fields (3 each),
 *   pairs (4 each)
 *
 *   of a known shape: the complement of shape, bits and lines since the entry before; ns since it; where its line starts, or the
 *   numbers of thread and key. Or instead, when it lies far behind: lines 0; line, time (2); the same.
 * </pre>
 */
final class EntryTape {
    private static final Phase[] PHASES = Phase.values();
    private static final int HEAD = 18;
    private static final int MOST_KNOWN = 5;
    private static final int SHAPE = LineShapes.PLACES - 1;
    private static final int SIMPLE = LineShapes.PLACES;
    private static final int FAR = LineShapes.PLACES << 1;
    private static final int LINES_SHIFT = 14;
    private static final int MOST_LINES = 1 << (31 - LINES_SHIFT);

    /** What comes next: nothing. */
    static final int END = 0;

    /** What comes next: an entry taken apart, to be read with {@link #readWhole}. */
    static final int WHOLE_ENTRY = 1;

    /** What comes next: an entry of a known shape, its {@link #lineFrom} told. */
    static final int KNOWN_ENTRY = 2;

    /** What comes next: an entry of a known shape that is simple, its {@link #thread} and {@link #key} told. */
    static final int SIMPLE_ENTRY = 3;

    /** How many threads, and how many keys, can have a number. */
    static final int NUMBERS = 1 << 15;

    private static final int MOST = HEAD + 3 * Slots.MAX + 4 * PairReader.MAX;
    private static final int PHASE = 7;
    private static final int SAID_SHIFT = 3;
    private static final int MESSAGE_APART = 1 << 6;
    private static final int NAME_APART = 1 << 7;
    private static final int MESSAGE_KNOWN = 1 << 8;
    private static final int HEAD_KNOWN = 1 << 9;
    private static final int PAIRS_SHIFT = 10;
    private static final int SIMPLE_SHAPE = 1 << 15;
    private static final int FIELDS_SHIFT = 16;

    /** Set in the slot of a field that does not lie in the block. */
    private static final int FIELD_APART = 1 << 16;

    private int[] cells = new int[1 << 12];
    private int size;
    private int next;
    private byte[] block = new byte[0];
    private byte[] apart = new byte[1 << 10];
    private int apartSize;
    private final List<String[]> problems = new ArrayList<>();
    private final List<byte[]> threads = new ArrayList<>();
    private final List<byte[]> keys = new ArrayList<>();
    private int line;
    private long time;
    private int shape;
    private int rest;

    /** Forgets all. What will be written comes from {@code lines}. */
    void begin(LineBlock lines) {
        block = lines.bytes();
        size = 0;
        next = 0;
        apartSize = 0;
        problems.clear();
        threads.clear();
        keys.clear();
        line = -MOST_LINES; // so that the first entry is far from it
        time = 0;
    }

    /** Notes that something could not be read. */
    void problem(int where, String text) {
        problems.add(new String[] {"line " + where, text});
    }

    /** Tells the sink of what could not be read. */
    void tell(EventSink sink) {
        for (String[] problem : problems) {
            sink.problem(problem[0], problem[1]);
        }
    }

    /** Returns the threads that got the next numbers with this tape; whoever reads it takes them over before the first entry. */
    List<byte[]> threads() {
        return threads;
    }

    /** Returns the keys that got the next numbers with this tape. */
    List<byte[]> keys() {
        return keys;
    }

    /** Writes an entry, without the fields that were used up to read its message. */
    void write(Entry entry) {
        if (size + MOST > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        MessageParts said = entry.message;
        PairReader paired = entry.pairs;
        int flags = entry.phase.ordinal() | said.phase.ordinal() << SAID_SHIFT | paired.count << PAIRS_SHIFT;
        flags |= entry.simple ? SIMPLE_SHAPE : 0;
        flags |= (entry.messageKnown ? MESSAGE_KNOWN : 0) | (entry.headKnown ? HEAD_KNOWN : 0);
        int shift = 0;
        if (said.source != block) {
            flags |= MESSAGE_APART;
            shift = keep(said.source, said.from, said.to) - said.from;
        }
        int nameShift = 0;
        if (entry.name != block) {
            flags |= NAME_APART;
            nameShift = keep(entry.name, entry.nameFrom, entry.nameTo) - entry.nameFrom;
        }
        int head = size;
        int[] to = cells;
        to[head] = entry.line;
        to[head + 1] = (int) (entry.time >>> 32);
        to[head + 2] = (int) entry.time;
        to[head + 4] = said.actorFrom + shift;
        to[head + 5] = said.actorTo + shift;
        to[head + 6] = said.operationFrom + shift;
        to[head + 7] = said.operationTo + shift;
        to[head + 8] = said.keyFrom + shift;
        to[head + 9] = said.keyTo + shift;
        to[head + 10] = entry.nameFrom + nameShift;
        to[head + 11] = entry.nameTo + nameShift;
        to[head + 14] = entry.messagePlace;
        to[head + 15] = entry.headPlace;
        to[head + 12] = paired.resultFrom + shift;
        to[head + 13] = paired.resultTo + shift;
        to[head + 16] = entry.shapePlace;
        to[head + 17] = entry.lineFrom;
        size = head + HEAD;
        boolean few = entry.headKnown && entry.shapePlace == LineShapes.NOWHERE;
        to[head + 3] = few ? flags : flags | fields(entry.fields) << FIELDS_SHIFT;
        pairs(paired, shift);
    }

    /** Writes an entry of a known shape whose line starts at {@code start}. */
    void writeKnown(int shapePlace, int number, long nanos, int start) {
        known(shapePlace, number, nanos, start);
    }

    /** Writes a simple entry of a known shape, its thread and key by their numbers; 0 for those that all of its shape share. */
    void writeSimple(int shapePlace, int number, long nanos, int thread, int key) {
        known(shapePlace | SIMPLE, number, nanos, thread << 16 | key);
    }

    private void known(int shapeBits, int number, long nanos, int last) {
        if (size + MOST_KNOWN > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        int[] to = cells;
        int at = size;
        int lines = number - line;
        long since = nanos - time;
        if (lines < MOST_LINES && since == (int) since) {
            to[at] = ~(shapeBits | lines << LINES_SHIFT);
            to[at + 1] = (int) since;
            at += 2;
        } else {
            to[at] = ~(shapeBits | FAR);
            to[at + 1] = number;
            to[at + 2] = (int) (nanos >>> 32);
            to[at + 3] = (int) nanos;
            at += 4;
        }
        to[at] = last;
        size = at + 1;
        line = number;
        time = nanos;
    }

    private int fields(LineFields found) {
        int count = 0;
        for (int i = 0; i < found.count(); i++) {
            int slot = found.slot(i);
            if (slot != Slots.MESSAGE && slot != Slots.PHASE && found.has(slot)) {
                byte[] source = found.bytes(slot);
                int from = found.from(slot);
                int to = found.to(slot);
                int shift = source == block ? 0 : keep(source, from, to) - from;
                cells[size] = source == block ? slot : slot | FIELD_APART;
                cells[size + 1] = from + shift;
                cells[size + 2] = to + shift;
                size += 3;
                count++;
            }
        }
        return count;
    }

    private void pairs(PairReader paired, int shift) {
        for (int i = 0; i < paired.count; i++) {
            cells[size++] = paired.nameFrom[i] + shift;
            cells[size++] = paired.nameTo[i] + shift;
            cells[size++] = paired.valueFrom[i] + shift;
            cells[size++] = paired.valueTo[i] + shift;
        }
    }

    /** Copies what does not lie in the block, for its array will be used for another line; returns where it starts. */
    private int keep(byte[] source, int from, int to) {
        int length = to - from;
        if (apartSize + length > apart.length) {
            apart = Arrays.copyOf(apart, Math.max(apart.length * 2, apartSize + length));
        }
        System.arraycopy(source, from, apart, apartSize, length);
        apartSize += length;
        return apartSize - length;
    }

    /** Returns the array that the lines lie in. */
    byte[] block() {
        return block;
    }

    /** Starts reading; only after the last entry was written. */
    void rewind() {
        next = 0;
        line = -MOST_LINES;
        time = 0;
    }

    /** Moves to the next entry and returns which kind it is. */
    int next() {
        if (next >= size) {
            return END;
        }
        int head = ~cells[next];
        if (head < 0) {
            return WHOLE_ENTRY;
        }
        if ((head & FAR) == 0) {
            line += head >>> LINES_SHIFT;
            time += cells[next + 1];
            rest = cells[next + 2];
            next += 3;
        } else {
            line = cells[next + 1];
            time = (long) cells[next + 2] << 32 | (cells[next + 3] & 0xffff_ffffL);
            rest = cells[next + 4];
            next += MOST_KNOWN;
        }
        shape = head & SHAPE;
        return (head & SIMPLE) == 0 ? KNOWN_ENTRY : SIMPLE_ENTRY;
    }

    /** Returns the line that a known entry starts on. */
    int line() {
        return line;
    }

    /** Returns when a known entry was written, ns since the epoch. */
    long time() {
        return time;
    }

    /** Returns the place of a known entry's shape. */
    int shape() {
        return shape;
    }

    /** Returns where the line of a known entry starts in the block. */
    int lineFrom() {
        return rest;
    }

    /** Returns the number of a simple entry's thread. */
    int thread() {
        return rest >>> 16;
    }

    /** Returns the number of a simple entry's key. */
    int key() {
        return rest & 0xffff;
    }

    /** Reads an entry that was taken apart. */
    void readWhole(Entry entry) {
        int[] from = cells;
        int head = next;
        int flags = from[head + 3];
        MessageParts message = entry.message;
        entry.line = from[head];
        entry.time = (long) from[head + 1] << 32 | (from[head + 2] & 0xffff_ffffL);
        entry.phase = PHASES[flags & PHASE];
        message.source = (flags & MESSAGE_APART) == 0 ? block : apart;
        message.phase = PHASES[flags >>> SAID_SHIFT & PHASE];
        message.actorFrom = from[head + 4];
        message.actorTo = from[head + 5];
        message.operationFrom = from[head + 6];
        message.operationTo = from[head + 7];
        message.keyFrom = from[head + 8];
        message.keyTo = from[head + 9];
        entry.name((flags & NAME_APART) == 0 ? block : apart, from[head + 10], from[head + 11]);
        entry.pairs.resultFrom = from[head + 12];
        entry.pairs.resultTo = from[head + 13];
        entry.messagePlace = from[head + 14];
        entry.messageKnown = (flags & MESSAGE_KNOWN) != 0;
        entry.headPlace = from[head + 15];
        entry.headKnown = (flags & HEAD_KNOWN) != 0;
        entry.shapePlace = from[head + 16];
        entry.lineFrom = from[head + 17];
        entry.simple = (flags & SIMPLE_SHAPE) != 0;
        next = head + HEAD;
        readFields(entry.fields, flags >>> FIELDS_SHIFT);
        readPairs(entry.pairs, flags >>> PAIRS_SHIFT & 0x1f);
    }

    private void readFields(LineFields fields, int count) {
        fields.clear();
        int at = next;
        for (int i = 0; i < count; i++, at += 3) {
            int slot = cells[at];
            byte[] source = slot < FIELD_APART ? block : apart;
            fields.put(slot & FIELD_APART - 1, source, cells[at + 1], cells[at + 2]);
        }
        next = at;
    }

    private void readPairs(PairReader pairs, int count) {
        pairs.count = count;
        for (int i = 0; i < count; i++) {
            pairs.nameFrom[i] = cells[next++];
            pairs.nameTo[i] = cells[next++];
            pairs.valueFrom[i] = cells[next++];
            pairs.valueTo[i] = cells[next++];
        }
    }
}
