package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.AnsiText;
import racelane.importers.io.ByteText;
import racelane.importers.io.LineBlock;
import racelane.importers.io.LineIndex;
import racelane.importers.io.LogClock;
import racelane.model.source.LanesBy;

/** The reading half of an import: takes line after line, counts each, and puts entries on a tape. Never used by two threads at once. */
final class LogReading {
    private static final int MAX_QUOTE = 80;
    private static final byte ESCAPE = 0x1b;

    private final LineMatcher matcher;
    private final @Nullable LinePattern follow;
    private final LogClock clock;
    private final LineIndex index = new LineIndex();
    private final EntryText text;
    private final LineMemory memory;
    private int shape = LineShapes.NOWHERE;
    private EntryTape tape = new EntryTape();
    private final LineCounts counts = new LineCounts();
    private final Entry entry = new Entry();
    private final LineFields fields = entry.fields;
    private final LineFields following = new LineFields();
    private final byte[] plain = new byte[LineBlock.MAX_LINE];
    private final boolean byThread;
    private final boolean knows;
    private int number;
    private boolean held;
    private long heldTime;
    private int heldLine;
    private boolean stopped;

    /**
     * Creates the reading half of an import.
     *
     * @param memory knows lines again
     * @param knowsLines whether it is to be asked
     */
    LogReading(
            LogGrammar grammar, LogClock clock, Slots slots, LanesBy lanesBy, LineMemory memory, boolean knowsLines) {
        this.clock = clock;
        this.memory = memory;
        matcher = grammar.matcher(slots, clock);
        follow = grammar.followPattern(slots, clock);
        text = new EntryText(lanesBy);
        // with a line that follows, what a line means depends on those around it
        knows = knowsLines && follow == null && matcher.trail() != null;
        byThread = lanesBy == LanesBy.AUTO;
    }

    /** Reads the lines of a block; their entries are then on the tape. */
    void read(LineBlock block, EntryTape target) {
        tape = target;
        target.begin(block);
        while (block.hasNext()) {
            take(block);
        }
    }

    private void take(LineBlock block) {
        counts.lines++;
        number++;
        boolean recalled = recalled(block);
        index.add(block.offset());
        if (recalled) {
            return;
        }
        byte[] bytes = block.bytes();
        int from = block.from();
        int to = block.to();
        if (block.clipped()) {
            clipped();
        }
        int malformed = ByteText.hasHighBytes(bytes, from, to) ? ByteText.malformedUtf8(bytes, from, to) : 0;
        counts.malformed += malformed;
        boolean escapes = ByteText.indexOf(bytes, from, to, ESCAPE) >= 0;
        if (malformed > 0 || escapes) {
            shape = LineShapes.NOWHERE; // a known line is not looked through for them
        }
        if (escapes) {
            to = AnsiText.strip(bytes, from, to, plain);
            from = 0;
            bytes = plain;
        }
        if (ByteText.skipBlanks(bytes, from, to) == to) {
            counts.blank++;
        } else {
            line(bytes, from, to);
        }
    }

    /** Moves to the next line, and takes it when its shape is known; else looks up the shape and returns false. */
    private boolean recalled(LineBlock block) {
        shape = LineShapes.NOWHERE;
        if (!knows) {
            block.next();
            return false;
        }
        clock.line(number);
        int kind = memory.recall(block, clock);
        if (kind == LineMemory.ENTRY) {
            counts.entries++;
            memory.write(tape, block.bytes(), block.from(), number, clock.nanos());
        } else if (kind == LineMemory.NO_ENTRY) {
            goesOn();
        } else {
            shape = memory.place();
        }
        return kind != LineMemory.UNKNOWN;
    }

    private void line(byte[] bytes, int from, int to) {
        if (follow != null && held && follows(follow, bytes, from, to)) {
            counts.continuation++;
            return;
        }
        if (!held) {
            fields.clear();
        }
        LineFields found = held ? following : fields;
        found.clear();
        clock.line(number);
        int result = matcher.match(bytes, from, to, found, clock);
        if (found.pieces() > 0) {
            pieces(result, found);
        } else if (result == LineMatcher.YES) {
            counts.entries++;
            entry(bytes, from, to);
        } else if (result == LineMatcher.BAD) {
            counts.rejected++;
            String start = new String(bytes, from, Math.min(MAX_QUOTE, to - from), StandardCharsets.UTF_8);
            tape.problem(number, "looks like an entry but cannot be read, left out: " + start);
        } else if (result == LineMatcher.SLOW || result == LineMatcher.STOPPED) {
            counts.rejected++;
            slow(result);
        } else {
            goesOn();
            memory.learnNoEntry(shape, matcher.trail());
        }
    }

    /** Takes a line that came in pieces, once it is whole: of all its lines, one starts the entry. */
    private void pieces(int result, LineFields found) {
        if (result == LineMatcher.PIECE) {
            return;
        }
        if (found.clipped()) {
            clipped();
        }
        int others = found.pieces();
        if (result == LineMatcher.YES) {
            counts.entries++;
            others--;
            entry.shapePlace = LineShapes.NOWHERE;
            put(found.firstTime(), found.firstLine());
        }
        for (int i = 0; i < others; i++) {
            goesOn();
        }
    }

    private void goesOn() {
        if (counts.entries == 0) {
            counts.skipped++;
        } else {
            counts.continuation++;
        }
    }

    /** Says of a line that the format's pattern was too slow for it; of those behind the last straw it was said already. */
    private void slow(int result) {
        if (result == LineMatcher.SLOW) {
            tape.problem(
                    number, "the format's pattern took longer than " + RegexDeadline.LINE_MILLIS + " ms: left out");
        } else if (!stopped) {
            stopped = true;
            tape.problem(
                    number,
                    "pattern too slow at line " + number + ": this line and all behind it are left out;"
                            + " write the pattern without repetitions inside repetitions, such as (.*)*, and import again");
        }
    }

    /** Writes an entry, or holds it back when the line behind it may name its thread. */
    private void entry(byte[] bytes, int from, int to) {
        if (follow == null) {
            entry.shapePlace = memory.learnEntry(shape, matcher.trail(), bytes, from, to);
            entry.lineFrom = from;
            put(clock.nanos(), number);
            return;
        }
        long time = clock.nanos();
        if (held) {
            flush();
            fields.clear();
            matcher.match(bytes, from, to, fields, clock);
        }
        fields.detach();
        held = true;
        heldTime = time;
        heldLine = number;
    }

    private boolean follows(LinePattern pattern, byte[] bytes, int from, int to) {
        following.clear();
        if (pattern.match(bytes, from, to, following, clock) != LineMatcher.YES) {
            return false;
        }
        for (int i = 0; i < following.count(); i++) {
            int slot = following.slot(i);
            if (following.has(slot)) {
                fields.set(slot, following.bytes(slot), following.from(slot), following.to(slot));
            }
        }
        flush();
        return true;
    }

    private void flush() {
        if (held) {
            held = false;
            put(heldTime, heldLine);
        }
    }

    private void put(long time, int line) {
        entry.time = time;
        entry.line = line;
        text.read(entry);
        entry.simple = entry.shapePlace != LineShapes.NOWHERE && byThread && KnownWords.isSimple(entry);
        if (entry.simple) {
            memory.learnSimple(entry);
        }
        tape.write(entry);
    }

    private void clipped() {
        if (counts.clipped++ == 0) {
            tape.problem(number, "is longer than 64 KiB: its first 64 KiB were read (said once for all such lines)");
        }
    }

    /** Puts what was held back on a tape. To be called behind the last line. */
    void finish(LineBlock last, EntryTape target) {
        tape = target;
        target.begin(last);
        flush();
        fields.clear();
        for (int result = matcher.unfinished(fields);
                result != LineMatcher.PIECE;
                result = matcher.unfinished(fields)) {
            pieces(result, fields);
        }
    }

    /** Returns where the lines start. */
    LineIndex index() {
        return index;
    }

    /** Returns the counts so far. */
    LineCounts counts() {
        return counts;
    }

    /**
     * Returns what was assumed, one sentence each.
     *
     * @param writers what the writing half assumed
     */
    List<String> assumptions(List<String> writers) {
        List<String> said = new ArrayList<>(clock.assumptions());
        said.addAll(writers);
        if (counts.malformed > 0) {
            said.add(counts.malformed + " place(s) are not UTF-8 and are shown with a replacement character.");
        }
        if (counts.clipped > 1) {
            said.add(counts.clipped + " lines are longer than 64 KiB: the first 64 KiB of each were read.");
        }
        return said;
    }
}
