package racelane.model.event;

/** What an event is. */
public enum EventKind {
    /** Happened at one instant. */
    INSTANT,
    /** Has a start and an end. */
    SPAN,
    /** Has a start, but no end was seen; its recorded end is the last instant at which it was known to run. */
    OPEN,
    /** A span in which the lane waited for something (a monitor, a park, a sleep). */
    WAIT,
    /** A sample of a value, to be drawn as a curve and not as a bar. */
    COUNTER;

    private static final EventKind[] VALUES = values();

    static EventKind of(byte code) {
        return VALUES[code];
    }

    /** Tells whether events of this kind cover time. */
    public boolean hasDuration() {
        return this == SPAN || this == OPEN || this == WAIT;
    }
}
