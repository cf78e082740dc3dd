package racelane.importers.log;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.LogClock;

/**
 * Reads lines that a container runtime put before those of a program: the runtime's time holds, all else comes from the program's
 * own line where that is a log's. A line that the runtime cut in pieces is an entry of its first piece, and what the program's
 * format does not know goes on with the entry above. Remembers which streams are in the middle of a line; one thread.
 */
final class ContainerMatcher implements LineMatcher {
    private static final int STREAMS = 4;

    private final LineMatcher outer;
    private final @Nullable LineMatcher inner;
    private final int part;
    private final LineFields found = new LineFields();
    private final LogClock idle = new LogClock(ZoneOffset.UTC, null, 0);
    private final boolean[] cut = new boolean[STREAMS];
    private final int stream;
    private boolean seen;

    /**
     * Creates the matcher.
     *
     * @param inner reads the program's lines; null when they have no format
     * @param slots the slots of both
     */
    ContainerMatcher(LineMatcher outer, @Nullable LineMatcher inner, Slots slots) {
        this.outer = outer;
        this.inner = inner;
        this.part = slots.of("part");
        this.stream = slots.of("stream");
    }

    @Override
    public int match(byte[] bytes, int from, int to, LineFields fields, LogClock clock) {
        int result = outer.match(bytes, from, to, fields, clock);
        if (result != YES) {
            return result;
        }
        boolean goesOn = pieces(fields);
        fields.unset(part);
        return goesOn ? NO : program(fields);
    }

    /** Tells whether this is a further piece of a line, and remembers whether it is the last. */
    private boolean pieces(LineFields fields) {
        if (!fields.has(part)) {
            return false;
        }
        int place = fields.has(stream) ? fields.to(stream) - fields.from(stream) & STREAMS - 1 : 0;
        boolean goesOn = cut[place];
        cut[place] = fields.bytes(part)[fields.from(part)] == 'P';
        return goesOn;
    }

    private int program(LineFields fields) {
        if (inner == null || !fields.has(Slots.MESSAGE)) {
            return YES;
        }
        found.clear();
        int result = inner.match(
                fields.bytes(Slots.MESSAGE), fields.from(Slots.MESSAGE), fields.to(Slots.MESSAGE), found, idle);
        if (result == YES) {
            seen = true;
            take(fields);
        }
        return result == NO && seen ? NO : YES;
    }

    private void take(LineFields fields) {
        fields.unset(Slots.MESSAGE);
        if (fields.has(Slots.THREAD) && found.has(Slots.THREAD) && !found.has(Slots.PROCESS)) {
            fields.set(Slots.PROCESS, fields.bytes(Slots.THREAD), fields.from(Slots.THREAD), fields.to(Slots.THREAD));
        }
        for (int i = 0; i < found.count(); i++) {
            int slot = found.slot(i);
            if (found.has(slot)) {
                fields.set(slot, found.bytes(slot), found.from(slot), found.to(slot));
            }
        }
    }

    @Override
    public double weight() {
        return outer.weight();
    }

    @Override
    public int layout() {
        return outer.layout();
    }
}
