package racelane.importers.log;

import racelane.importers.io.ByteText;
import racelane.importers.io.WordTable;
import racelane.model.event.EventSink;
import racelane.model.event.LaneName;

/**
 * Finds the lane of an entry: its thread; else its request or trace; else the actor its message names (a function that starts and
 * ends, as in logs without threads); else its logger; else the file. All but the first are guesses and marked as such. One thread.
 */
final class LaneChooser {
    private static final int MAX_LANES = 1_000_000;

    private final EventSink sink;
    private final String fallback;
    private final WordTable threads;
    private final WordTable processes;
    private final WordTable guesses;
    private final WordTable actors = new WordTable(name -> 1, 20_000);
    private byte[] joined = new byte[256];
    private int fallbackLane = -1;
    private boolean inferred;

    LaneChooser(EventSink sink, String fallback) {
        this.sink = sink;
        this.fallback = fallback;
        threads = new WordTable(name -> sink.lane(LaneName.thread(name)), MAX_LANES);
        processes = new WordTable(this::processLane, MAX_LANES);
        guesses = new WordTable(name -> sink.lane(LaneName.inferred(name)), MAX_LANES);
    }

    private int processLane(String joinedName) {
        int slash = joinedName.indexOf('/');
        return sink.lane(new LaneName(joinedName.substring(slash + 1), joinedName.substring(0, slash), false));
    }

    /** Returns the lane of an entry. */
    int lane(LineFields fields, MessageParts entry) {
        int lane = named(fields);
        if (lane < 0) {
            inferred = true;
            lane = guess(fields, entry);
        }
        return lane >= 0 ? lane : fallback();
    }

    /** Tells whether any lane is a guess. */
    boolean inferred() {
        return inferred;
    }

    private int named(LineFields fields) {
        if (!fields.has(Slots.THREAD)) {
            return -1;
        }
        byte[] bytes = fields.bytes(Slots.THREAD);
        int from = fields.from(Slots.THREAD);
        int to = fields.to(Slots.THREAD);
        if (!fields.has(Slots.PROCESS)) {
            return threads.id(bytes, from, to);
        }
        int process = fields.to(Slots.PROCESS) - fields.from(Slots.PROCESS);
        int length = process + 1 + to - from;
        if (joined.length < length) {
            joined = new byte[length * 2];
        }
        System.arraycopy(fields.bytes(Slots.PROCESS), fields.from(Slots.PROCESS), joined, 0, process);
        joined[process] = '/';
        System.arraycopy(bytes, from, joined, process + 1, to - from);
        return processes.id(joined, 0, length);
    }

    private int guess(LineFields fields, MessageParts entry) {
        if (fields.has(Slots.REQUEST)) {
            return guesses.id(fields.bytes(Slots.REQUEST), fields.from(Slots.REQUEST), fields.to(Slots.REQUEST));
        }
        boolean spoken = entry.keyTo > entry.keyFrom || !fields.has(Slots.LOGGER);
        if (entry.phase != Phase.NONE && entry.actorTo > entry.actorFrom && spoken) {
            actors.id(entry.source, entry.actorFrom, entry.actorTo);
            return guesses.id(entry.source, entry.actorFrom, entry.actorTo);
        }
        if (entry.actorTo > entry.actorFrom && actors.knows(entry.source, entry.actorFrom, entry.actorTo)) {
            return guesses.id(entry.source, entry.actorFrom, entry.actorTo);
        }
        if (fields.has(Slots.LOGGER)) {
            return guesses.id(fields.bytes(Slots.LOGGER), fields.from(Slots.LOGGER), fields.to(Slots.LOGGER));
        }
        return -1;
    }

    private int fallback() {
        if (fallbackLane < 0) {
            fallbackLane = sink.lane(LaneName.inferred(fallback));
        }
        return fallbackLane;
    }

    /** Tells whether a field's name is that of a request or trace. */
    static boolean isRequest(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 3 || length > 14) {
            return false;
        }
        int first = bytes[from] | 0x20;
        if (first != 'r' && first != 't' && first != 'c' && first != 's') {
            return false;
        }
        StringBuilder name = new StringBuilder(length);
        for (int i = from; i < to; i++) {
            if (ByteText.isLetter(bytes[i])) {
                name.append((char) (bytes[i] | 0x20));
            }
        }
        return switch (name.toString()) {
            case "req",
                    "reqid",
                    "rid",
                    "request",
                    "requestid",
                    "trace",
                    "traceid",
                    "correlationid",
                    "session",
                    "sessionid" -> true;
            default -> false;
        };
    }
}
