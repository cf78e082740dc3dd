package racelane.importers.log;

import java.util.Arrays;
import java.util.List;

/**
 * The numbered places a line's fields go to: the fields Racelane knows by name, and behind them attributes under their own names.
 * One thread makes slots; any thread may ask for the name of one.
 */
final class Slots {
    static final int THREAD = 0;
    static final int LEVEL = 1;
    static final int LOGGER = 2;
    static final int MESSAGE = 3;
    static final int OPERATION = 4;
    static final int PHASE = 5;
    static final int KEY = 6;
    static final int PROCESS = 7;
    static final int REQUEST = 8;

    /** A duration in seconds, milliseconds, microseconds or nanoseconds; four slots. */
    static final int SECONDS = 9;

    static final int MILLIS = 10;
    static final int MICROS = 11;
    static final int NANOS = 12;

    /** A duration with its unit. */
    static final int DURATION = 13;

    /** A level as a number of bunyan's: 30 for INFO. */
    static final int DECADE = 14;

    /** A level as a number of syslog's, with or without a facility: 3, or 27, for an error. */
    static final int SEVERITY = 15;

    /** Pairs of names and values that stand before the message. */
    static final int DATA = 16;

    /** The first slot of an attribute. */
    static final int ATTRIBUTES = 17;

    /** How many slots there are; further attributes stay in the text. */
    static final int MAX = 256;

    private static final List<String> KNOWN = List.of(
            "thread",
            "level",
            "logger",
            "message",
            "operation",
            "phase",
            "key",
            "process",
            "request",
            "seconds",
            "millis",
            "micros",
            "nanos",
            "duration",
            "decade",
            "severity",
            "data");

    /** Replaced when a name comes, never changed: another thread may be reading it. */
    private volatile String[] names = KNOWN.toArray(new String[0]);

    /** Returns the slot with this name, making one for an attribute that is new; -1 when there is no room. */
    int of(String name) {
        String[] known = names;
        for (int i = 0; i < known.length; i++) {
            if (known[i].equals(name)) {
                return i;
            }
        }
        if (known.length == MAX) {
            return -1;
        }
        String[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = name;
        names = more;
        return known.length;
    }

    /** Returns the name of a slot. */
    String name(int slot) {
        return names[slot];
    }
}
