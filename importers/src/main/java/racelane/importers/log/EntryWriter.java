package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventKind;
import racelane.model.event.EventSink;
import racelane.model.source.LanesBy;

/**
 * Turns the fields of an entry into an event: chooses lane, name, key and attributes, and pairs starts with ends into spans. One
 * thread.
 */
final class EntryWriter {
    private static final byte[] FAILED = "FAILED".getBytes(StandardCharsets.US_ASCII);

    private final EventSink sink;
    private final Slots slots;
    private final SourceWords words;
    private final LaneChooser lanes;
    private final EntryWords found;
    private final AttributeTuples tuples;
    private final SpanPairer pairer = new SpanPairer();
    private final Entry entry = new Entry();
    private final MessageParts message = entry.message;
    private final PairReader pairs = entry.pairs;
    private final int levelName;
    private final int loggerName;
    private final int result;
    private final int request;
    private final int phaseName;
    private final int within;
    private final int[] slotAttributes = new int[Slots.MAX];
    private final Durations durations = new Durations();
    private final @Nullable KnownEntry[] shapes = new KnownEntry[LineShapes.PLACES];
    private final @Nullable KnownWords[] simple = new KnownWords[LineShapes.PLACES];
    private final NumberedWords threads;
    private final NumberedWords keys;
    private Phase phase = Phase.NONE;
    private int lane;
    private int name;
    private int key;
    private long time;
    private int line;
    private boolean step;
    private boolean speaks;
    private boolean byThread;
    private @Nullable KnownWords like;
    private long loneEnds;
    private long loneSteps;
    private long keyless;

    EntryWriter(EventSink sink, Slots slots, String fallbackLane, LanesBy lanesBy) {
        this.sink = sink;
        this.slots = slots;
        words = new SourceWords(sink);
        lanes = new LaneChooser(sink, fallbackLane, lanesBy, lanesBy == LanesBy.PROCESS ? slots.of("pid") : -1);
        found = new EntryWords(words, lanes);
        threads = new NumberedWords(lanes::thread);
        keys = new NumberedWords(words::key);
        tuples = new AttributeTuples(sink);
        levelName = words.of("level");
        loggerName = words.of("logger");
        result = words.attribute("result");
        request = words.attribute("request");
        phaseName = words.of("phase");
        within = words.of("within");
    }

    /** Writes the entries of a block, and what could not be read of it. */
    void write(EntryTape tape) {
        tape.tell(sink);
        threads.add(tape.threads());
        keys.add(tape.keys());
        tape.rewind();
        for (int kind = tape.next(); kind != EntryTape.END; kind = tape.next()) {
            if (kind == EntryTape.SIMPLE_ENTRY) {
                recallSimple(tape);
            } else if (kind == EntryTape.KNOWN_ENTRY) {
                recall(tape);
            } else {
                tape.readWhole(entry);
                write();
                learn(tape.block());
            }
        }
    }

    /** Writes an entry that was taken apart. */
    private void write() {
        found.find(entry);
        lane = found.lane;
        name = found.name;
        key = found.key;
        phase = entry.phase;
        time = entry.time;
        line = entry.line;
        step = message.isStep();
        speaks = message.speaks();
        byThread = entry.headKnown || entry.fields.has(Slots.THREAD); // only heads with a thread are known again
        like = null;
        tuples.clear();
        base(found.level, found.logger);
        described(entry.fields);
        event();
    }

    /** Writes an entry of a known shape. */
    private void recall(EntryTape tape) {
        KnownEntry known = shapes[tape.shape()];
        if (known != null) {
            known.fill(entry, tape.block(), tape.lineFrom());
            entry.time = tape.time();
            entry.line = tape.line();
            write();
        }
    }

    /** Writes a simple entry of a known shape, whose text need not be looked at. */
    private void recallSimple(EntryTape tape) {
        KnownWords shared = simple[tape.shape()];
        if (shared == null) {
            return;
        }
        int thread = tape.thread();
        int numbered = tape.key();
        lane = thread == 0 ? shared.lane : threads.id(thread);
        name = shared.name;
        key = numbered == 0 ? shared.key : keys.id(numbered);
        phase = shared.phase;
        time = tape.time();
        line = tape.line();
        step = shared.step;
        speaks = shared.speaks;
        byThread = true;
        like = shared;
        tuples.clear(); // level and logger come in when a tuple is made that those of this shape have not had
        event();
    }

    /** Keeps what the entry just written has in common with others of its shape. */
    private void learn(byte[] block) {
        int place = entry.shapePlace;
        if (place != LineShapes.NOWHERE) {
            shapes[place] = new KnownEntry(entry, block);
            simple[place] = entry.simple ? new KnownWords(entry, found) : null;
        }
    }

    private void event() {
        if (phase == Phase.START) {
            activity();
            int event = append(EventKind.OPEN, time, time);
            finish(event);
            pairer.push(lane, name, key, event);
        } else if (phase.ends()) {
            end();
        } else {
            moment();
        }
    }

    /** Adds level and logger. */
    private void base(int level, int logger) {
        if (level > 0) {
            tuples.add(levelName, level);
        }
        if (logger > 0) {
            tuples.add(loggerName, logger);
        }
        tuples.markBase();
    }

    /** Adds what the entry says besides. */
    private void described(LineFields fields) {
        if (fields.has(Slots.REQUEST) && fields.has(Slots.THREAD) && !saysRequest(fields)) {
            attribute(request, fields.bytes(Slots.REQUEST), fields.from(Slots.REQUEST), fields.to(Slots.REQUEST));
        }
        if (fields.hasAttributes() || fields.has(Slots.DURATION)) {
            fields.sort();
            own(fields);
        }
        for (int i = 0; i < pairs.count; i++) {
            int attribute = words.attribute(message.source, pairs.nameFrom[i], pairs.nameTo[i]);
            attribute(attribute, message.source, pairs.valueFrom[i], pairs.valueTo[i]);
        }
        if (pairs.resultTo > pairs.resultFrom) {
            attribute(result, message.source, pairs.resultFrom, pairs.resultTo);
        }
    }

    /** Tells whether the request stands under a name of its own as well, as a field or in the message. */
    private boolean saysRequest(LineFields fields) {
        byte[] bytes = fields.bytes(Slots.REQUEST);
        int from = fields.from(Slots.REQUEST);
        int to = fields.to(Slots.REQUEST);
        for (int i = 0; i < fields.count(); i++) {
            int slot = fields.slot(i);
            if (slot >= Slots.ATTRIBUTES
                    && Arrays.equals(bytes, from, to, fields.bytes(slot), fields.from(slot), fields.to(slot))) {
                return true;
            }
        }
        for (int i = 0; i < pairs.count; i++) {
            if (Arrays.equals(bytes, from, to, message.source, pairs.valueFrom[i], pairs.valueTo[i])) {
                return true;
            }
        }
        return false;
    }

    /** Adds the fields that stand under names of their own. */
    private void own(LineFields fields) {
        for (int i = 0; i < fields.count(); i++) {
            int slot = fields.slot(i);
            if ((slot >= Slots.ATTRIBUTES || slot == Slots.DURATION) && fields.has(slot)) {
                attribute(slotAttribute(slot), fields.bytes(slot), fields.from(slot), fields.to(slot));
            }
        }
    }

    private int slotAttribute(int slot) {
        int known = slotAttributes[slot];
        if (known == 0) {
            known = words.attribute(slots.name(slot)) + 1; // 0 is left for slots not met yet
            slotAttributes[slot] = known;
        }
        return known - 1;
    }

    private void attribute(int attribute, byte[] bytes, int from, int to) {
        if (attribute >= 0 && to > from) {
            int value = words.value(attribute, bytes, from, to);
            if (value > 0) {
                tuples.add(words.attributeName(attribute), value);
            }
        }
    }

    private void end() {
        failure();
        int started = started();
        if (started != SpanPairer.NONE) {
            sink.close(started, time, line);
            int more = tuples.behindBase();
            if (more != EventSink.NONE) {
                sink.addAttributes(started, more);
            }
            activity();
            return;
        }
        loneSteps += step ? 1 : 0;
        loneEnds += step ? 0 : 1;
        if (like != null) {
            tuples.clear();
            base(like.level, like.logger);
            failure();
        }
        activity();
        tuples.add(phaseName, words.of("end"));
        finish(append(EventKind.INSTANT, time, time));
    }

    private void failure() {
        if (phase == Phase.FAILED) {
            attribute(result, FAILED, 0, FAILED.length);
        }
    }

    /**
     * Returns the start that this end belongs to: the latest of the same lane, operation and key; where the thread is known and one
     * of the two names no key, the latest of the same thread and operation.
     */
    private int started() {
        int exact = pairer.pop(lane, name, key);
        if (exact != SpanPairer.NONE || !byThread) {
            return exact;
        }
        int other = key == EventSink.NONE ? pairer.popAnyKey(lane, name) : pairer.pop(lane, name, EventSink.NONE);
        keyless += other == SpanPairer.NONE ? 0 : 1;
        return other;
    }

    private void moment() {
        long lasted = like == null ? durations.of(entry.fields) : 0;
        activity();
        long start = phase == Phase.WHOLE ? time : time - lasted;
        int event = lasted > 0 ? append(EventKind.SPAN, start, start + lasted) : append(EventKind.INSTANT, time, time);
        finish(event);
    }

    /** Says of which running activity this entry is a step, when its message starts with the activity's name. */
    private void activity() {
        if (!speaks || (!step && pairer.open() == 0)) {
            return;
        }
        KnownWords shared = like;
        int actor = shared == null ? found.actor(entry) : shared.actor(words);
        if (actor <= 0) {
            return;
        }
        int running = pairer.peek(lane, actor, key);
        if (running == SpanPairer.NONE && key != EventSink.NONE) {
            running = pairer.peek(lane, actor, EventSink.NONE);
        }
        if (running != SpanPairer.NONE) {
            sink.seenUntil(running, time);
        }
        if (step || running != SpanPairer.NONE) {
            tuples.add(within, actor);
        }
    }

    private int append(EventKind kind, long start, long end) {
        return sink.append(kind, lane, start, end, name, line);
    }

    private void finish(int event) {
        if (key != EventSink.NONE) {
            sink.key(event, key);
        }
        KnownWords shared = phase.ends() ? null : like; // a lone end says more
        int tuple = shared == null ? tuples.whole() : sharedTuple(shared);
        if (tuple != EventSink.NONE) {
            sink.addAttributes(event, tuple);
        }
    }

    /** Returns the tuple of an entry that has level, logger and maybe the activity it is within, like all of its shape. */
    private int sharedTuple(KnownWords shared) {
        boolean alone = tuples.isBase();
        if (!shared.knowsTuple(alone)) {
            tuples.clear();
            base(shared.level, shared.logger);
            if (!alone) {
                tuples.add(within, shared.actor(words));
            }
        }
        return shared.tuple(tuples, alone);
    }

    /** Returns by what the lanes were told apart, in a few words. */
    String lanes() {
        return lanes.words();
    }

    /** Returns what was guessed, left out or not found, one sentence each. */
    List<String> assumptions() {
        List<String> said = new ArrayList<>();
        lanes.assumption().ifPresent(said::add);
        if (durations.unitless() > 0) {
            said.add(durations.unitless() + " duration(s) name no unit: milliseconds are assumed.");
        }
        if (keyless > 0) {
            said.add(keyless
                    + " end(s) and their starts do not name the same key: they are paired by thread and operation.");
        }
        if (loneEnds > 0) {
            said.add(loneEnds + " end(s) without a start are shown as instants (phase=end).");
        }
        if (loneSteps > 0) {
            said.add(loneSteps + " step(s) report only their end and are shown as instants (phase=end).");
        }
        if (pairer.open() > 0) {
            said.add(pairer.open() + " start(s) without an end stay open.");
        }
        if (tuples.overflowed() > 0) {
            said.add("It has more than " + AttributeTuples.MAX_TUPLES + " different sets of attributes: "
                    + tuples.overflowed() + " entries with further ones keep level and logger only.");
        }
        said.addAll(words.leftOut());
        return said;
    }
}
