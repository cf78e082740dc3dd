package racelane.model.event;

/**
 * One end of a link, as the source states it: an event, or what ran on a lane at a time. Ends that name a lane are resolved when
 * the table is sealed, so the event may come later in the file than the link.
 *
 * @param how what {@code id} means
 * @param id an event's handle or a lane's id, see {@link How}
 * @param time ns since the epoch at which the link leaves or arrives; {@link #UNTIMED} to take it from the events
 */
public record LinkEnd(How how, int id, long time) {
    /** The time of an end that has none of its own. */
    public static final long UNTIMED = Long.MIN_VALUE;

    /** How an end is named. */
    public enum How {
        /** By the event's handle. */
        EVENT,
        /** By a lane: the innermost span that covers the time. */
        RUNNING,
        /** By a lane: the first span that begins at or after the time. */
        NEXT;

        private static final How[] VALUES = values();

        static How of(byte code) {
            return VALUES[code];
        }
    }

    /** Returns the end at an event; the link leaves or arrives where the two events' times suggest. */
    public static LinkEnd event(int event) {
        return new LinkEnd(How.EVENT, event, UNTIMED);
    }

    /** Returns the end at an event and a time in it, ns since the epoch: the end of a wait, say. */
    public static LinkEnd event(int event, long time) {
        return new LinkEnd(How.EVENT, event, time);
    }

    /**
     * Returns the end at the innermost span that covers {@code time} (ns since the epoch) on a lane; at the bare lane when
     * nothing runs there then. Made for a thread that is known by name only, and for flows that bind to the enclosing slice.
     */
    public static LinkEnd running(int lane, long time) {
        return new LinkEnd(How.RUNNING, lane, time);
    }

    /**
     * Returns the end at the first span that begins at or after {@code time} (ns since the epoch) on a lane; at the bare lane
     * when there is none. Made for flows that bind to the next slice.
     */
    public static LinkEnd next(int lane, long time) {
        return new LinkEnd(How.NEXT, lane, time);
    }
}
