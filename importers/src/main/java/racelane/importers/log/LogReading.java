package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.AnsiText;
import racelane.importers.io.ByteText;
import racelane.importers.io.LineReader;
import racelane.importers.io.LogClock;
import racelane.model.event.EventSink;
import racelane.model.source.LanesBy;

/** One reading of one log: takes line after line, counts each, and writes entries. One thread. */
final class LogReading {
    private static final int MAX_QUOTE = 80;

    private final LineMatcher matcher;
    private final @Nullable LinePattern follow;
    private final LogClock clock;
    private final EventSink sink;
    private final EntryWriter writer;
    private final LineCounts counts = new LineCounts();
    private final LineFields fields = new LineFields();
    private final LineFields following = new LineFields();
    private final byte[] plain = new byte[LineReader.MAX_LINE];
    private boolean held;
    private long heldTime;
    private int heldLine;
    private boolean stopped;

    LogReading(LogGrammar grammar, LogClock clock, EventSink sink, String fallbackLane, LanesBy lanesBy) {
        Slots slots = new Slots();
        this.clock = clock;
        this.sink = sink;
        matcher = grammar.matcher(slots, clock);
        follow = grammar.followPattern(slots, clock);
        writer = new EntryWriter(sink, slots, fallbackLane, lanesBy);
    }

    /** Takes the reader's line. */
    void take(LineReader reader) {
        counts.lines++;
        byte[] bytes = reader.bytes();
        int from = reader.from();
        int to = reader.to();
        if (reader.clipped()) {
            clipped(reader.number());
        }
        if (reader.mayHaveHighBytes()) {
            counts.malformed += ByteText.malformedUtf8(bytes, from, to);
        }
        if (reader.mayHaveEscapes() && ByteText.indexOf(bytes, from, to, (byte) 0x1b) >= 0) {
            to = AnsiText.strip(bytes, from, to, plain);
            from = 0;
            bytes = plain;
        }
        if (ByteText.skipBlanks(bytes, from, to) == to) {
            counts.blank++;
        } else {
            line(bytes, from, to, reader.number());
        }
    }

    private void line(byte[] bytes, int from, int to, int number) {
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
        clock.mark();
        int result = matcher.match(bytes, from, to, found, clock);
        if (result != LineMatcher.YES) {
            clock.back();
        }
        if (result == LineMatcher.YES) {
            counts.entries++;
            entry(number, bytes, from, to);
        } else if (result == LineMatcher.BAD) {
            counts.rejected++;
            String start = new String(bytes, from, Math.min(MAX_QUOTE, to - from), StandardCharsets.UTF_8);
            sink.problem("line " + number, "looks like an entry but cannot be read, left out: " + start);
        } else if (result == LineMatcher.SLOW || result == LineMatcher.STOPPED) {
            counts.rejected++;
            slow(result, number);
        } else if (counts.entries == 0) {
            counts.skipped++;
        } else {
            counts.continuation++;
        }
    }

    /** Says of a line that the format's pattern was too slow for it; of those behind the last straw it was said already. */
    private void slow(int result, int number) {
        if (result == LineMatcher.SLOW) {
            sink.problem(
                    "line " + number,
                    "the format's pattern took longer than " + RegexDeadline.LINE_MILLIS + " ms: left out");
        } else if (!stopped) {
            stopped = true;
            sink.problem(
                    "line " + number,
                    "pattern too slow at line " + number + ": this line and all behind it are left out;"
                            + " write the pattern without repetitions inside repetitions, such as (.*)*, and import again");
        }
    }

    /** Writes an entry, or holds it back when the line behind it may name its thread. */
    private void entry(int number, byte[] bytes, int from, int to) {
        if (follow == null) {
            writer.write(fields, clock.nanos(), number);
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
            writer.write(fields, heldTime, heldLine);
        }
    }

    private void clipped(int number) {
        if (counts.clipped++ == 0) {
            sink.problem(
                    "line " + number,
                    "is longer than 64 KiB: its first 64 KiB were read (said once for all such lines)");
        }
    }

    /** Writes what was held back. To be called behind the last line. */
    void finish() {
        flush();
    }

    /** Returns the counts so far. */
    LineCounts counts() {
        return counts;
    }

    /** Returns by what the lanes were told apart, in a few words. */
    String lanes() {
        return writer.lanes();
    }

    /** Returns what was assumed, one sentence each. */
    List<String> assumptions() {
        List<String> said = new ArrayList<>(clock.assumptions());
        said.addAll(writer.assumptions());
        if (counts.malformed > 0) {
            said.add(counts.malformed + " place(s) are not UTF-8 and are shown with a replacement character.");
        }
        if (counts.clipped > 1) {
            said.add(counts.clipped + " lines are longer than 64 KiB: the first 64 KiB of each were read.");
        }
        return said;
    }
}
