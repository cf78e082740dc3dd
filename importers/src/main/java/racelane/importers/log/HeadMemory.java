package racelane.importers.log;

/**
 * Knows again what stands before a message: thread, level, logger and process, when an entry has no other fields. A program has few
 * threads and loggers, and so few such heads. One thread.
 */
final class HeadMemory {
    /** How many heads are remembered. */
    static final int PLACES = 1 << 10;

    /** The place of a head that is not remembered. */
    static final int NOWHERE = -1;

    private static final int FIELD_BITS = 16;
    private static final int PLAIN = 1 << Slots.THREAD | 1 << Slots.LEVEL | 1 << Slots.LOGGER | 1 << Slots.PROCESS;

    private final RecentTexts texts = new RecentTexts(PLACES);
    private byte[] source = new byte[0];
    private int from;
    private int to;
    private long shape;
    private boolean known;

    /** Returns the place of an entry's head, or {@link #NOWHERE} when it is none to remember. */
    int place(LineFields fields) {
        known = false;
        if (!span(fields)) {
            return NOWHERE;
        }
        int place = texts.place(source, from, to);
        known = texts.holds(place, source, from, to, shape);
        return known || texts.put(place, source, from, to, shape) ? place : NOWHERE;
    }

    /** Tells whether the head asked for last was at its place already. */
    boolean known() {
        return known;
    }

    /**
     * Finds where the fields before the message begin and end, and packs their shape: 3 bits for which field it is, 7 for where it
     * begins as seen from the thread, 6 for its length.
     */
    private boolean span(LineFields fields) {
        if (!fields.has(Slots.THREAD)) {
            return false;
        }
        byte[] bytes = fields.bytes(Slots.THREAD);
        int start = Integer.MAX_VALUE;
        int end = 0;
        int base = fields.from(Slots.THREAD) - RecentTexts.LONGEST;
        long packed = 0;
        for (int i = 0; i < fields.count(); i++) {
            int slot = fields.slot(i);
            if (slot != Slots.MESSAGE && fields.has(slot)) {
                if (slot > Slots.PROCESS || (PLAIN >>> slot & 1) == 0 || fields.bytes(slot) != bytes) {
                    return false;
                }
                int begin = fields.from(slot);
                int stop = fields.to(slot);
                start = Math.min(start, begin);
                end = Math.max(end, stop);
                packed = packed << FIELD_BITS | slot << 13 | (begin - base & 0x7f) << 6 | (stop - begin - 1 & 0x3f);
            }
        }
        source = bytes;
        from = start;
        to = end;
        shape = packed;
        return end - start <= RecentTexts.LONGEST;
    }
}
