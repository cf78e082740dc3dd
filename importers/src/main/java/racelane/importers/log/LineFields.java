package racelane.importers.log;

import racelane.importers.io.ByteText;

/** What was found on one line: for each slot a slice of some array. Filled again for every line; one thread. */
final class LineFields {
    private final byte[][] sources = new byte[Slots.MAX][];
    private final int[] froms = new int[Slots.MAX];
    private final int[] tos = new int[Slots.MAX];
    private final boolean[] present = new boolean[Slots.MAX];
    private final int[] used = new int[Slots.MAX];
    private int count;
    private int highest;
    private int pieces;
    private boolean clipped;
    private int firstLine;
    private long firstTime;
    private int timeFrom;
    private int timeTo;

    /** Forgets all. */
    void clear() {
        for (int i = 0; i < count; i++) {
            present[used[i]] = false;
        }
        count = 0;
        highest = 0;
        pieces = 0;
        clipped = false;
    }

    /**
     * Says that the fields are of a line which was cut in pieces, this the last of them.
     *
     * @param number how many pieces there are
     * @param line where the first one stands
     * @param time its time, ns since the epoch
     */
    void joined(int number, int line, long time) {
        pieces = number;
        firstLine = line;
        firstTime = time;
    }

    /** Says whether the line, put together, was longer than what is kept of one. */
    void clipped(boolean longer) {
        clipped = longer;
    }

    /** Tells whether the line, put together, was longer than what is kept of one. */
    boolean clipped() {
        return clipped;
    }

    /** Returns of how many pieces the line is; 0 when it was not cut. */
    int pieces() {
        return pieces;
    }

    /** Returns where the first piece stands. */
    int firstLine() {
        return firstLine;
    }

    /** Returns the time of the first piece, ns since the epoch. */
    long firstTime() {
        return firstTime;
    }

    /** Says where on the line the timestamp stands. */
    void time(int from, int to) {
        timeFrom = from;
        timeTo = to;
    }

    /** Returns where the timestamp starts; meaningful only when the line was matched. */
    int timeFrom() {
        return timeFrom;
    }

    /** Returns where the timestamp ends; equals its start when the line has none. */
    int timeTo() {
        return timeTo;
    }

    /** Puts a slice into a slot, without the blanks around it. */
    void set(int slot, byte[] source, int from, int to) {
        int start = ByteText.skipBlanks(source, from, to);
        int end = to;
        while (end > start && ByteText.isBlank(source[end - 1])) {
            end--;
        }
        put(slot, source, start, end);
    }

    /** Puts a slice that has no blanks around it into a slot. */
    void put(int slot, byte[] source, int from, int to) {
        sources[slot] = source;
        froms[slot] = from;
        tos[slot] = to;
        if (!present[slot]) {
            present[slot] = true;
            used[count++] = slot;
            highest = Math.max(highest, slot);
        }
    }

    /** Empties a slot; what was set in it before keeps its turn. */
    void unset(int slot) {
        if (present[slot]) {
            tos[slot] = froms[slot];
        }
    }

    /** Tells whether a slot holds at least one byte. */
    boolean has(int slot) {
        return present[slot] && tos[slot] > froms[slot];
    }

    byte[] bytes(int slot) {
        return sources[slot];
    }

    int from(int slot) {
        return froms[slot];
    }

    int to(int slot) {
        return tos[slot];
    }

    /** Returns how many slots were set. */
    int count() {
        return count;
    }

    /** Returns the slot that was set as the {@code i}-th. */
    int slot(int i) {
        return used[i];
    }

    /** Tells whether a slot of an attribute was set. */
    boolean hasAttributes() {
        return highest >= Slots.ATTRIBUTES;
    }

    /** Puts the slots into the order of their numbers, which is the order in which a layout names them. */
    void sort() {
        for (int i = 1; i < count; i++) {
            int slot = used[i];
            int at = i;
            for (; at > 0 && used[at - 1] > slot; at--) {
                used[at] = used[at - 1];
            }
            used[at] = slot;
        }
    }

    /** Takes over all that {@code other} holds. */
    void copy(LineFields other) {
        clear();
        for (int i = 0; i < other.count; i++) {
            int slot = other.used[i];
            put(slot, other.sources[slot], other.froms[slot], other.tos[slot]);
        }
        time(other.timeFrom, other.timeTo);
    }

    /** Copies what the slices point to into memory of its own, so that the line's buffer may change. */
    void detach() {
        for (int i = 0; i < count; i++) {
            int slot = used[i];
            byte[] own = java.util.Arrays.copyOfRange(sources[slot], froms[slot], tos[slot]);
            sources[slot] = own;
            froms[slot] = 0;
            tos[slot] = own.length;
        }
    }
}
