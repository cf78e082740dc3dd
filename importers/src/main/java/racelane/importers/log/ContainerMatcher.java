package racelane.importers.log;

import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.LogClock;

/**
 * Reads lines that a container runtime put before those of a program: the runtime's time holds, all else comes from the program's
 * own line where that is a log's. A line that the runtime cut in pieces is put together again, stream by stream, before the program's
 * format sees it. What that does not know goes on with the entry above. Remembers the pieces of each stream; one thread.
 */
final class ContainerMatcher implements LineMatcher {
    private static final int STREAMS = 4;

    private final LineMatcher outer;
    private final @Nullable LineMatcher inner;
    private final int part;
    private final LineFields found = new LineFields();
    private final LogClock idle = new LogClock(ZoneOffset.UTC, null, 0);
    private final CutLine[] cut = new CutLine[STREAMS];
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
        Arrays.setAll(cut, i -> new CutLine());
    }

    @Override
    public int match(byte[] bytes, int from, int to, LineFields fields, LogClock clock) {
        int result = outer.match(bytes, from, to, fields, clock);
        if (result != YES) {
            return result;
        }
        if (!fields.has(part)) {
            return program(fields);
        }
        boolean last = fields.bytes(part)[fields.from(part)] != 'P';
        int text = fields.to(part) + 1; // behind the one blank; further ones belong to the program's line
        fields.unset(part);
        CutLine pieces = cut[stream(fields)];
        if (last && !pieces.isOpen()) {
            return program(fields);
        }
        pieces.add(fields, clock, bytes, Math.min(text, to), to);
        if (!last) {
            fields.joined(pieces.count(), pieces.line(), clock.nanos());
            return PIECE;
        }
        pieces.give(fields);
        return program(fields);
    }

    /** Returns a number of the stream that a line was written to: standard output and errors differ in their last letter. */
    private int stream(LineFields fields) {
        return fields.has(stream) ? fields.bytes(stream)[fields.to(stream) - 1] & STREAMS - 1 : 0;
    }

    @Override
    public int unfinished(LineFields fields) {
        for (CutLine pieces : cut) {
            if (pieces.isOpen()) {
                fields.clear();
                pieces.give(fields);
                return program(fields);
            }
        }
        return PIECE;
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
