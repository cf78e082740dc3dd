package racelane.importers.tracejson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import racelane.model.event.EventKind;
import racelane.model.event.EventSink;
import racelane.model.source.Account;

/**
 * Makes events of records, phase by phase, as the Trace Event Format describes them. Ends are paired with their starts when all
 * records are known.
 */
final class TraceAssembler {
    /** 1990-01-01 and 2100-01-01 in ns since the epoch: timestamps between them are taken for wall-clock time. */
    private static final long EPOCH_FROM = 631_152_000_000_000_000L;

    private static final long EPOCH_TO = 4_102_444_800_000_000_000L;

    private final EventSink sink;
    private final RecordReader words;
    private final Pairing pairing;
    private final TraceLanes lanes;
    private final IdGroups operations = new IdGroups();
    private final Flows flows;
    private final Counters counters;
    private final SortedMap<Character, Long> unknownPhases = new TreeMap<>();
    private long minTime = Long.MAX_VALUE;
    private long maxTime = Long.MIN_VALUE;
    private long records;
    private long skipped;
    private long rejected;
    private int[] operationGroups = new int[64];

    TraceAssembler(EventSink sink, RecordReader words) {
        this.sink = sink;
        this.words = words;
        this.pairing = new Pairing(sink);
        this.flows = new Flows(sink);
        this.counters = new Counters(sink, words);
        this.lanes = new TraceLanes(sink, words, pairing);
    }

    /** Takes a record that is whole. */
    void add(TraceRecord record, int origin) {
        records++;
        if (record.phase == 'M') {
            lanes.metadata(record);
            skipped++;
            return;
        }
        if (record.phase == 0) {
            reject(origin, "the record has no phase (ph)");
            return;
        }
        if (record.time == TraceRecord.NONE) {
            reject(origin, record.badTime ? "its ts is no time, or too far from 1970" : "the record has no ts");
            return;
        }
        minTime = Math.min(minTime, record.time);
        maxTime = Math.max(maxTime, record.time);
        if (record.phase == 'C' && record.values > 0) {
            counters.add(record, origin);
        } else {
            onLane(record, origin);
        }
    }

    /** Takes a record that lies on a thread's lane. */
    private void onLane(TraceRecord record, int origin) {
        TraceLanes.Thread thread = lanes.of(record);
        thread.lastTime = Math.max(thread.lastTime, record.time);
        switch (record.phase) {
            case 'X' -> complete(record, thread, origin);
            case 'B' -> pairing.start(thread.group, record.time, append(EventKind.OPEN, record, thread, origin));
            case 'E' -> pairing.end(thread.group, record.time, record, origin);
            case 'b', 'S' ->
                pairing.start(operation(record), record.time, append(EventKind.OPEN, record, thread, origin));
            case 'e', 'F' -> pairing.end(operation(record), record.time, record, origin);
            case 'n', 'T', 'p' -> {
                pairing.alive(operation(record), record.time);
                append(EventKind.INSTANT, record, thread, origin);
            }
            case 's', 't', 'f' -> {
                append(EventKind.INSTANT, record, thread, origin);
                flows.add(record, thread.lane);
            }
            case 'N', 'O', 'D' -> {
                nameObject(record);
                append(EventKind.INSTANT, record, thread, origin);
            }
            default -> {
                if (!PhaseWords.isKnown(record.phase)) {
                    unknownPhases.merge(record.phase, 1L, Long::sum);
                }
                append(EventKind.INSTANT, record, thread, origin);
            }
        }
    }

    /** Counts a record that could not be read. */
    void unreadable(String place, String message) {
        records++;
        rejected++;
        sink.problem(place, message);
    }

    /** Pairs and names all that came; called once, after the last record. */
    void finish() {
        lanes.lastSigns();
        pairing.close();
        lanes.nameLanes();
        lanes.arrange();
        counters.name(lanes);
        flows.link();
        if (pairing.loneEnds() > 0) {
            rejected += pairing.loneEnds();
            sink.problem(
                    "record " + pairing.firstLoneEnd(),
                    pairing.loneEnds() + " ends have no start, this one among them; they were left out");
        }
    }

    /** Returns where the records went; right after {@link #finish}. */
    Account.Records account() {
        return new Account.Records(records, records - skipped - rejected, skipped, rejected);
    }

    /** Tells whether the timestamps read as times between 1990 and 2100. */
    boolean wallClock() {
        return minTime >= EPOCH_FROM && maxTime <= EPOCH_TO;
    }

    /** Says what was made of the records that is not in them, one sentence each. */
    List<String> assumptions() {
        List<String> said = new ArrayList<>();
        if (pairing.openStarts() > 0) {
            said.add(pairing.openStarts()
                    + " spans have no end; each is shown open up to the last event of its thread or operation.");
        }
        if (flows.unlinked() > 0) {
            said.add(flows.unlinked()
                    + " flow records lead nowhere or come from nowhere: they are instants without a link.");
        }
        said.addAll(lanes.assumptions());
        unknownPhases.forEach((phase, times) -> said.add(times + " record(s) of phase \"" + phase
                + "\", which the format does not have, are shown as instants."));
        return said;
    }

    private void complete(TraceRecord record, TraceLanes.Thread thread, int origin) {
        long duration = record.duration == TraceRecord.NONE ? 0 : Math.max(0, record.duration);
        long end = record.time + duration;
        if (end < record.time) {
            end = Long.MAX_VALUE;
        }
        if (record.badDuration) {
            sink.problem("record " + origin, "its dur is no duration, or too long; shown as 0");
        } else if (record.duration < 0 && record.duration != TraceRecord.NONE) {
            sink.problem("record " + origin, "its duration is negative; shown as 0");
        }
        maxTime = Math.max(maxTime, end);
        thread.lastTime = Math.max(thread.lastTime, end);
        add(EventKind.SPAN, record, thread, end, origin);
    }

    /** An object that is created, looked at and destroyed is what its records are about. */
    private void nameObject(TraceRecord record) {
        if (record.key == EventSink.NONE && record.id != 0) {
            record.key = sink.word(words.text(record.name) + " " + words.idText(record.id));
        }
    }

    private int append(EventKind kind, TraceRecord record, TraceLanes.Thread thread, int origin) {
        return add(kind, record, thread, record.time, origin);
    }

    private int add(EventKind kind, TraceRecord record, TraceLanes.Thread thread, long end, int origin) {
        int name = words.sinkWord(record.name != 0 ? record.name : record.category);
        int event = sink.append(kind, thread.lane, record.time, end, name, origin);
        if (record.key != EventSink.NONE) {
            sink.key(event, record.key);
        }
        if (record.attributes != EventSink.NONE) {
            sink.addAttributes(event, record.attributes);
        }
        if (record.bindId != 0) {
            flows.bind(record, event);
        }
        return event;
    }

    /** Returns the pairing's group of the asynchronous operation that a record is a part of. */
    private int operation(TraceRecord record) {
        int operation = operations.ofOperation(record);
        if (operation >= operationGroups.length) {
            operationGroups = Arrays.copyOf(operationGroups, operation * 2);
        }
        if (operationGroups[operation] == 0) {
            operationGroups[operation] = pairing.newGroup() + 1;
        }
        return operationGroups[operation] - 1;
    }

    private void reject(int origin, String message) {
        rejected++;
        sink.problem("record " + origin, message + "; left out");
    }
}
