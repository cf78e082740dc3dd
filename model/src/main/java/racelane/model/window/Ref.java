package racelane.model.window;

import racelane.model.event.EventRef;

/** An {@link EventRef} packed into a long, for columns of them. */
final class Ref {
    /** No event. */
    static final long NONE = -1;

    private Ref() {}

    static long of(int table, int row) {
        return ((long) table << 32) | row;
    }

    static int table(long ref) {
        return (int) (ref >>> 32);
    }

    static int row(long ref) {
        return (int) ref;
    }

    static EventRef unpack(long ref) {
        return new EventRef(table(ref), row(ref));
    }
}
