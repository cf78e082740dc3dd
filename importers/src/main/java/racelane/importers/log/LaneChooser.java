package racelane.importers.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racelane.importers.io.ByteText;
import racelane.importers.io.WordTable;
import racelane.model.event.EventSink;
import racelane.model.event.LaneName;
import racelane.model.source.LanesBy;

/**
 * Finds the lane of an entry: its thread; else its request or trace; else the actor its message names (a function that starts and
 * ends, as in logs without threads); else its logger; else the file. All but the first are guesses and marked as such. One thread.
 */
final class LaneChooser {
    private static final int MAX_LANES = 1_000_000;
    private static final List<String> WAYS = List.of("thread field", "request id", "acting function", "logger");
    private static final int BY_THREAD = 1;
    private static final int BY_REQUEST = 2;
    private static final int BY_ACTOR = 4;
    private static final int BY_LOGGER = 8;

    private final EventSink sink;
    private final String fallback;
    private final WordTable threads;
    private final WordTable processes;
    private final WordTable guesses;
    private final WordTable actors = new WordTable(name -> 1, 20_000);
    private byte[] joined = new byte[256];
    private final LanesBy by;
    private final int pid;
    private int fallbackLane = -1;
    private boolean inferred;
    private long entries;
    private long unnamed;
    private int used;

    LaneChooser(EventSink sink, String fallback, LanesBy by, int pid) {
        this.sink = sink;
        this.fallback = fallback;
        this.by = by;
        this.pid = pid;
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
        if (by != LanesBy.AUTO) {
            return ruled(fields, entry);
        }
        int lane = named(fields);
        if (lane >= 0) {
            used |= BY_THREAD;
            return lane;
        }
        inferred = true;
        lane = guess(fields, entry);
        return lane >= 0 ? lane : fallback();
    }

    /** Returns the lane of a thread, in logs whose lanes are threads without processes. */
    int thread(byte[] bytes, int from, int to) {
        return threads.id(bytes, from, to);
    }

    /** Returns the lane that the rule says; the file's where the entry does not say what the rule asks for. */
    private int ruled(LineFields fields, MessageParts entry) {
        int lane = switch (by) {
            case THREAD -> named(fields);
            case REQUEST -> guessed(fields, Slots.REQUEST);
            case LOGGER -> guessed(fields, Slots.LOGGER);
            case PROCESS -> process(fields);
            case OPERATION -> operation(fields, entry);
            default -> -1;
        };
        entries++;
        unnamed += lane < 0 ? 1 : 0;
        return lane >= 0 ? lane : fallback();
    }

    private int guessed(LineFields fields, int slot) {
        return fields.has(slot) ? guesses.id(fields.bytes(slot), fields.from(slot), fields.to(slot)) : -1;
    }

    /** Takes the process, or the {@code pid} of formats that know it as an attribute. */
    private int process(LineFields fields) {
        return fields.has(Slots.PROCESS) ? guessed(fields, Slots.PROCESS) : pid < 0 ? -1 : guessed(fields, pid);
    }

    private int operation(LineFields fields, MessageParts entry) {
        if (fields.has(Slots.OPERATION)) {
            return guessed(fields, Slots.OPERATION);
        }
        return entry.hasOperation() ? guesses.id(entry.source, entry.operationFrom, entry.operationTo) : -1;
    }

    /** Returns by what the lanes were told apart, in a few words. */
    String words() {
        if (by != LanesBy.AUTO) {
            return by.words();
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < WAYS.size(); i++) {
            if ((used & 1 << i) != 0) {
                found.add(WAYS.get(i));
            }
        }
        return switch (found.size()) {
            case 0 -> LanesBy.ONE.words();
            case 1 ->
                found.getFirst().equals(WAYS.getFirst()) ? found.getFirst() : "inferred from the " + found.getFirst();
            default -> String.join(", else ", found);
        };
    }

    /** Returns what is to be said of lanes that are guesses, or of a rule that entries do not follow. */
    Optional<String> assumption() {
        if (by == LanesBy.AUTO || by == LanesBy.ONE) {
            return inferred
                    ? Optional.of("Not all lines name a thread: their lanes are inferred from what they speak of.")
                    : Optional.empty();
        }
        if (unnamed == 0) {
            return Optional.empty();
        }
        String who = unnamed == entries ? "No entry names" : unnamed + " of " + entries + " entries do not name";
        String what =
                by == LanesBy.REQUEST ? "a request" : by == LanesBy.OPERATION ? "an operation" : "a " + by.title();
        return Optional.of(
                "Lanes by " + by.title() + ": " + who + " " + what + ": they lie on the lane " + fallback + ".");
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
            used |= BY_REQUEST;
            return guesses.id(fields.bytes(Slots.REQUEST), fields.from(Slots.REQUEST), fields.to(Slots.REQUEST));
        }
        boolean spoken = entry.keyTo > entry.keyFrom || !fields.has(Slots.LOGGER);
        if (entry.phase != Phase.NONE && entry.actorTo > entry.actorFrom && spoken) {
            used |= BY_ACTOR;
            actors.id(entry.source, entry.actorFrom, entry.actorTo);
            return guesses.id(entry.source, entry.actorFrom, entry.actorTo);
        }
        if (entry.actorTo > entry.actorFrom && actors.knows(entry.source, entry.actorFrom, entry.actorTo)) {
            return guesses.id(entry.source, entry.actorFrom, entry.actorTo);
        }
        if (fields.has(Slots.LOGGER)) {
            used |= BY_LOGGER;
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
