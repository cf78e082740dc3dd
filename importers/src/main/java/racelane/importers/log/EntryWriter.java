package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import racelane.model.event.EventKind;
import racelane.model.event.EventSink;
import racelane.model.source.LanesBy;

/**
 * Turns the fields of an entry into an event: chooses lane, name, key and attributes, and pairs starts with ends into spans. One
 * thread.
 */
final class EntryWriter {
    private static final byte[] EMPTY = new byte[0];
    private static final byte[] FAILED = "FAILED".getBytes(StandardCharsets.US_ASCII);

    private final EventSink sink;
    private final Slots slots;
    private final SourceWords words;
    private final LaneChooser lanes;
    private final AttributeTuples tuples;
    private final SpanPairer pairer = new SpanPairer();
    private final EntryReader entry = new EntryReader();
    private final PairReader pairs = new PairReader();
    private final MessageTemplate template = new MessageTemplate();
    private final int levelName;
    private final int loggerName;
    private final int result;
    private final int request;
    private final int phaseName;
    private final int within;
    private final int[] slotAttributes = new int[Slots.MAX];
    private final LevelWords levels = LevelWords.builtIn();
    private final Durations durations = new Durations();
    private final boolean requests;
    private long loneEnds;
    private long loneSteps;
    private long keyless;

    EntryWriter(EventSink sink, Slots slots, String fallbackLane, LanesBy lanesBy) {
        this.sink = sink;
        this.slots = slots;
        words = new SourceWords(sink);
        lanes = new LaneChooser(sink, fallbackLane, lanesBy, lanesBy == LanesBy.PROCESS ? slots.of("pid") : -1);
        requests = lanesBy == LanesBy.REQUEST;
        tuples = new AttributeTuples(sink);
        levelName = words.of("level");
        loggerName = words.of("logger");
        result = words.attribute("result");
        request = words.attribute("request");
        phaseName = words.of("phase");
        within = words.of("within");
    }

    /**
     * Writes one entry.
     *
     * @param time its instant, ns since the epoch
     * @param line where it starts
     */
    void write(LineFields fields, long time, int line) {
        readMessage(fields);
        Phase phase = phase(fields);
        int lane = lanes.lane(fields, entry);
        int logger = logger(fields);
        int name = name(fields, logger);
        int key = key(fields);
        tuples.clear();
        base(fields, logger);
        described(fields);
        if (phase == Phase.START) {
            activity(lane, key, time);
            int event = append(EventKind.OPEN, lane, time, time, name, line);
            finish(event, key);
            pairer.push(lane, name, key, event);
        } else if (phase.ends()) {
            end(phase, fields, lane, name, key, time, line);
        } else {
            moment(phase, fields, lane, name, key, time, line);
        }
    }

    private void readMessage(LineFields fields) {
        boolean message = fields.has(Slots.MESSAGE);
        byte[] bytes = message ? fields.bytes(Slots.MESSAGE) : EMPTY;
        int from = message ? fields.from(Slots.MESSAGE) : 0;
        int to = message ? fields.to(Slots.MESSAGE) : 0;
        entry.read(bytes, from, to);
        boolean before = fields.has(Slots.DATA) && fields.bytes(Slots.DATA) == bytes && fields.from(Slots.DATA) < from;
        pairs.read(bytes, before ? fields.from(Slots.DATA) : from, to);
        for (int i = 0; i < pairs.count && !fields.has(Slots.REQUEST) && (requests || !fields.has(Slots.THREAD)); i++) {
            if (LaneChooser.isRequest(bytes, pairs.nameFrom[i], pairs.nameTo[i])) {
                fields.set(Slots.REQUEST, bytes, pairs.valueFrom[i], pairs.valueTo[i]);
                fields.name(Slots.REQUEST);
            }
        }
    }

    private Phase phase(LineFields fields) {
        if (fields.has(Slots.PHASE)) {
            return Phase.ofField(fields.bytes(Slots.PHASE), fields.from(Slots.PHASE), fields.to(Slots.PHASE));
        }
        return fields.has(Slots.OPERATION) ? Phase.NONE : entry.phase;
    }

    private int logger(LineFields fields) {
        return fields.has(Slots.LOGGER)
                ? words.logger(fields.bytes(Slots.LOGGER), fields.from(Slots.LOGGER), fields.to(Slots.LOGGER))
                : -1;
    }

    private int name(LineFields fields, int logger) {
        int name;
        if (fields.has(Slots.OPERATION)) {
            name = words.name(fields.bytes(Slots.OPERATION), fields.from(Slots.OPERATION), fields.to(Slots.OPERATION));
        } else if (entry.hasOperation()) {
            name = words.name(entry.source(), entry.operationFrom, entry.operationTo);
        } else if (fields.has(Slots.MESSAGE)) {
            name = words.name(template.bytes(), 0, template(fields));
        } else {
            name = -1;
        }
        return name > 0 ? name : logger > 0 ? logger : words.of("line");
    }

    /** Makes the template of a message, as far as its first pair where words stand before that; returns its length. */
    private int template(LineFields fields) {
        byte[] message = fields.bytes(Slots.MESSAGE);
        int from = fields.from(Slots.MESSAGE);
        int length = pairs.count > 0 ? template.before(message, from, pairs.nameFrom[0]) : 0;
        return length > 0 ? length : template.make(message, from, fields.to(Slots.MESSAGE));
    }

    private int key(LineFields fields) {
        if (fields.has(Slots.KEY)) {
            return words.key(fields.bytes(Slots.KEY), fields.from(Slots.KEY), fields.to(Slots.KEY));
        }
        return entry.keyTo > entry.keyFrom ? words.key(entry.source(), entry.keyFrom, entry.keyTo) : EventSink.NONE;
    }

    /** Adds level and logger. */
    private void base(LineFields fields, int logger) {
        int level = level(fields);
        if (level > 0) {
            tuples.add(levelName, level);
        }
        if (logger > 0) {
            tuples.add(loggerName, logger);
        }
        tuples.markBase();
    }

    /** Returns the word of the level: as it is written, or the one that a number or a single letter stands for. */
    private int level(LineFields fields) {
        int slot = fields.has(Slots.LEVEL)
                ? Slots.LEVEL
                : fields.has(Slots.DECADE) ? Slots.DECADE : fields.has(Slots.SEVERITY) ? Slots.SEVERITY : -1;
        if (slot < 0) {
            return 0;
        }
        byte[] bytes = fields.bytes(slot);
        int from = fields.from(slot);
        int to = fields.to(slot);
        byte[] meant = slot != Slots.LEVEL || to - from == 1 ? levels.meant(slot, bytes, from, to) : null;
        return meant == null ? words.level(bytes, from, to) : words.level(meant, 0, meant.length);
    }

    /** Adds what the entry says besides. */
    private void described(LineFields fields) {
        if (fields.has(Slots.REQUEST) && fields.has(Slots.THREAD) && !fields.isNamed(Slots.REQUEST)) {
            attribute(request, fields.bytes(Slots.REQUEST), fields.from(Slots.REQUEST), fields.to(Slots.REQUEST));
        }
        if (fields.hasAttributes()) {
            fields.sort();
            own(fields);
        }
        for (int i = 0; i < pairs.count; i++) {
            int attribute = words.attribute(entry.source(), pairs.nameFrom[i], pairs.nameTo[i]);
            attribute(attribute, entry.source(), pairs.valueFrom[i], pairs.valueTo[i]);
        }
        if (pairs.resultTo > pairs.resultFrom) {
            attribute(result, entry.source(), pairs.resultFrom, pairs.resultTo);
        }
    }

    /** Adds the fields that stand under names of their own. */
    private void own(LineFields fields) {
        for (int i = 0; i < fields.count(); i++) {
            int slot = fields.slot(i);
            if (slot >= Slots.ATTRIBUTES && fields.has(slot)) {
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

    private void end(Phase phase, LineFields fields, int lane, int name, int key, long time, int line) {
        if (phase == Phase.FAILED) {
            attribute(result, FAILED, 0, FAILED.length);
        }
        int started = started(fields, lane, name, key);
        if (started != SpanPairer.NONE) {
            sink.close(started, time, line);
            int more = tuples.behindBase();
            if (more != EventSink.NONE) {
                sink.addAttributes(started, more);
            }
            activity(lane, key, time);
            return;
        }
        boolean step = entry.isStep();
        loneSteps += step ? 1 : 0;
        loneEnds += step ? 0 : 1;
        activity(lane, key, time);
        tuples.add(phaseName, words.of("end"));
        finish(append(EventKind.INSTANT, lane, time, time, name, line), key);
    }

    /**
     * Returns the start that this end belongs to: the latest of the same lane, operation and key; where the thread is known and one
     * of the two names no key, the latest of the same thread and operation.
     */
    private int started(LineFields fields, int lane, int name, int key) {
        int exact = pairer.pop(lane, name, key);
        if (exact != SpanPairer.NONE || !fields.has(Slots.THREAD)) {
            return exact;
        }
        int other = key == EventSink.NONE ? pairer.popAnyKey(lane, name) : pairer.pop(lane, name, EventSink.NONE);
        keyless += other == SpanPairer.NONE ? 0 : 1;
        return other;
    }

    private void moment(Phase phase, LineFields fields, int lane, int name, int key, long time, int line) {
        long lasted = durations.of(fields);
        activity(lane, key, time);
        long start = phase == Phase.WHOLE ? time : time - lasted;
        int event = lasted > 0
                ? append(EventKind.SPAN, lane, start, start + lasted, name, line)
                : append(EventKind.INSTANT, lane, time, time, name, line);
        finish(event, key);
    }

    /** Says of which running activity this entry is a step, when its message starts with the activity's name. */
    private void activity(int lane, int key, long time) {
        boolean step = entry.isStep();
        if (entry.actorTo == entry.actorFrom || (entry.hasOperation() && !step)) {
            return;
        }
        if (!step && pairer.open() == 0) {
            return;
        }
        int actor = words.name(entry.source(), entry.actorFrom, entry.actorTo);
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

    private int append(EventKind kind, int lane, long start, long end, int name, int line) {
        return sink.append(kind, lane, start, end, name, line);
    }

    private void finish(int event, int key) {
        if (key != EventSink.NONE) {
            sink.key(event, key);
        }
        int tuple = tuples.whole();
        if (tuple != EventSink.NONE) {
            sink.addAttributes(event, tuple);
        }
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
