package racelane.importers.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.LineBlock;
import racelane.importers.io.LogClock;
import racelane.importers.io.TimeForm;

/**
 * Knows lines again by their shape ({@link LineShapes}), so that a line which differs from one read before in its digits alone need not
 * be taken apart: its time is read where that one's stood, and all else lies where it lay there. A shape is learnt when it is met
 * for the second time, and only where digits could not have decided how the line was understood ({@link TimeTrail}). One thread.
 */
final class LineMemory {
    /** The line is not known. */
    static final int UNKNOWN = 0;

    /** The line starts an entry; the clock holds its time. */
    static final int ENTRY = 1;

    /** The line starts no entry. */
    static final int NO_ENTRY = 2;

    private static final byte MET = 3;
    private static final byte UNSURE = 4;

    /** After so many lines it is time to judge whether lines are known often enough. */
    private static final int TRIAL = 1 << 12;

    /** One known line in so many is enough. */
    private static final int ENOUGH = 16;

    /** For how many lines nothing is tried when they are not. */
    private static final int REST = 1 << 16;

    private final LineShapes shapes;
    private final byte[] kinds = new byte[LineShapes.PLACES];
    private final @Nullable TimeForm[] forms = new TimeForm[LineShapes.PLACES];
    private final short[] timeFroms = new short[LineShapes.PLACES];
    private final short[] timeTos = new short[LineShapes.PLACES];
    private final boolean[] simple = new boolean[LineShapes.PLACES];
    private final short[] threadFroms = new short[LineShapes.PLACES];
    private final short[] threadTos = new short[LineShapes.PLACES];
    private final short[] keyFroms = new short[LineShapes.PLACES];
    private final short[] keyTos = new short[LineShapes.PLACES];
    private final LineWords threads = new LineWords();
    private final LineWords keys = new LineWords();
    private final boolean[] quickTimes = new boolean[LineShapes.PLACES];
    private int place = LineShapes.NOWHERE;
    private int left = TRIAL;
    private int hits;
    private int resting;

    /**
     * Creates it.
     *
     * @param places how many shapes it knows at most, as {@link LineShapes#placesFor} says
     */
    LineMemory(int places) {
        shapes = new LineShapes(places);
    }

    /** Moves the block to its next line, which there must be, and says what it is; reads its time when it starts an entry. */
    int recall(LineBlock block, LogClock clock) {
        place = LineShapes.NOWHERE;
        byte[] bytes = block.bytes();
        int stop = rests() ? -1 : shapes.scan(bytes, block.start(), block.limit(), block.end());
        if (stop < 0) {
            block.next();
            return UNKNOWN;
        }
        block.next(stop);
        int from = block.from();
        int to = block.to();
        int found = shapes.find();
        if (found < 0) {
            int taken = shapes.put();
            if (taken >= 0) {
                kinds[taken] = MET;
            }
            return UNKNOWN;
        }
        byte kind = kinds[found];
        place = kind == MET ? found : LineShapes.NOWHERE;
        if (kind > NO_ENTRY || (kind == ENTRY && !time(found, bytes, from, to, clock))) {
            return UNKNOWN;
        }
        hits++;
        place = found;
        return kind;
    }

    private boolean rests() {
        if (resting > 0) {
            resting--;
            return true;
        }
        if (--left == 0) {
            left = TRIAL;
            resting = hits * ENOUGH < TRIAL ? REST : 0;
            hits = 0;
        }
        return false;
    }

    private boolean time(int found, byte[] bytes, int from, int to, LogClock clock) {
        TimeForm form = forms[found];
        int start = from + timeFroms[found];
        int end = from + timeTos[found];
        if (form == null || (quickTimes[found] && form.readAgain(bytes, start, end, clock))) {
            return form != null;
        }
        clock.mark();
        if (form.read(bytes, start, to, clock) == end) {
            return true;
        }
        clock.back();
        return false;
    }

    /** Returns the place of the line asked for last when it is known or to be learnt, else {@link LineShapes#NOWHERE}. */
    int place() {
        return place;
    }

    /** Says that a line met before is no entry. */
    void learnNoEntry(int place, @Nullable TimeTrail trail) {
        if (place >= 0) {
            boolean sure = trail != null && trail.isSure() && trail.form() == null;
            kinds[place] = sure ? NO_ENTRY : UNSURE;
        }
    }

    /** Says that a line met before is an entry; returns its place when it will be known again, else {@link LineShapes#NOWHERE}. */
    int learnEntry(int learnt, @Nullable TimeTrail trail, byte[] bytes, int from, int to) {
        if (learnt < 0) {
            return LineShapes.NOWHERE;
        }
        TimeForm form = trail == null || !trail.isSure() ? null : trail.form();
        if (trail == null || form == null) {
            kinds[learnt] = UNSURE;
            return LineShapes.NOWHERE;
        }
        kinds[learnt] = ENTRY;
        simple[learnt] = false;
        forms[learnt] = form;
        timeFroms[learnt] = (short) (trail.from() - from);
        timeTos[learnt] = (short) (trail.to() - from);
        quickTimes[learnt] = form.canReadAgain(bytes, trail.from(), trail.to(), to);
        return learnt;
    }

    /** Learns where thread and key stand in entries of the shape of this one, which are simple. */
    void learnSimple(Entry entry) {
        int learnt = entry.shapePlace;
        int line = entry.lineFrom;
        LineFields fields = entry.fields;
        MessageParts said = entry.message;
        simple[learnt] = true;
        boolean varies =
                KnownWords.hasDigit(fields.bytes(Slots.THREAD), fields.from(Slots.THREAD), fields.to(Slots.THREAD));
        threadFroms[learnt] = (short) (varies ? fields.from(Slots.THREAD) - line : 0);
        threadTos[learnt] = (short) (varies ? fields.to(Slots.THREAD) - line : 0);
        varies = KnownWords.hasDigit(said.source, said.keyFrom, said.keyTo);
        keyFroms[learnt] = (short) (varies ? said.keyFrom - line : 0);
        keyTos[learnt] = (short) (varies ? said.keyTo - line : 0);
    }

    /** Writes the entry recalled last, whose line starts at {@code from}. */
    void write(EntryTape tape, byte[] bytes, int from, int line, long time) {
        int like = place;
        if (simple[like]) {
            int thread = word(threads, bytes, from, threadFroms[like], threadTos[like], tape.threads());
            int key = word(keys, bytes, from, keyFroms[like], keyTos[like], tape.keys());
            if ((thread | key) >= 0) {
                tape.writeSimple(like, line, time, thread, key);
                return;
            }
        }
        tape.writeKnown(like, line, time, from);
    }

    private static int word(LineWords words, byte[] bytes, int line, int from, int to, List<byte[]> fresh) {
        return to == 0 ? 0 : words.number(bytes, line + from, line + to, fresh);
    }
}
