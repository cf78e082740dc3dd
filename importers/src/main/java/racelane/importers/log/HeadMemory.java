package racelane.importers.log;

import org.jspecify.annotations.Nullable;

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

    private final RecentTexts texts = new RecentTexts(PLACES);
    private byte @Nullable [] source;
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
        byte[] bytes = source;
        if (bytes == null) {
            return NOWHERE;
        }
        int place = texts.place(bytes, from, to);
        known = texts.holds(place, bytes, from, to, shape);
        if (!known) {
            texts.put(place, bytes, from, to, shape);
        }
        return place;
    }

    /** Tells whether the head asked for last was at its place already. */
    boolean known() {
        return known;
    }

    /** Finds where the fields before the message begin and end, and which part of that each of them is. */
    private boolean span(LineFields fields) {
        source = null;
        from = Integer.MAX_VALUE;
        to = 0;
        for (int i = 0; i < fields.count(); i++) {
            int slot = fields.slot(i);
            if (slot == Slots.MESSAGE || !fields.has(slot)) {
                continue;
            }
            boolean plain = slot <= Slots.LOGGER || slot == Slots.PROCESS;
            if (!plain || (source != null && source != fields.bytes(slot))) {
                return false;
            }
            source = fields.bytes(slot);
            from = Math.min(from, fields.from(slot));
            to = Math.max(to, fields.to(slot));
        }
        return source != null && fields.has(Slots.THREAD) && to - from <= RecentTexts.LONGEST && shaped(fields);
    }

    /** Packs the fields: 3 bits for which it is, 6 for where it begins, 7 for where it ends. */
    private boolean shaped(LineFields fields) {
        shape = 0;
        for (int i = 0; i < fields.count(); i++) {
            int slot = fields.slot(i);
            if (slot != Slots.MESSAGE && fields.has(slot)) {
                int begin = fields.from(slot) - from;
                shape = shape << FIELD_BITS | slot << 13 | begin << 7 | (fields.to(slot) - from);
            }
        }
        return true;
    }
}
