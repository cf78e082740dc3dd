package racelane.model.state;

import java.util.List;
import java.util.OptionalLong;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;

/**
 * What every lane was doing at an instant, and what was known of the keys: the state that a debugger would show if it had been there.
 *
 * <p>An event runs from its start up to, not including, its end; one without an end runs on. What an event says (its attributes) is
 * known from its end on, for that is when a program says how something came out; of an event without an end it is known from its
 * start on.
 *
 * @param time the instant, ns since the epoch on the reference clock
 * @param moment the last moment up to the instant at which an event began or ended; what changed then is marked as changed
 * @param before the moment before that
 * @param after the first moment after the instant
 * @param lanes every lane, in the order of the trace
 * @param keys the keys that were touched last, the newest first, at most {@link #MAX_KEYS}
 * @param keyCount how many keys were touched up to the instant
 */
public record TraceState(
        long time,
        OptionalLong moment,
        OptionalLong before,
        OptionalLong after,
        List<LaneState> lanes,
        List<KeyState> keys,
        int keyCount) {
    /** How many keys are told in full. */
    public static final int MAX_KEYS = 200;

    /** Copies the lists. */
    public TraceState {
        lanes = List.copyOf(lanes);
        keys = List.copyOf(keys);
    }

    /**
     * Finds the state of {@code trace} at {@code time} (ns since the epoch). Reads every event up to that time once or twice, so it
     * belongs on a thread that may take its time; needs 12 B a word of the trace while it works.
     */
    public static TraceState at(Trace trace, long time, Progress progress) {
        return new StateReader(trace, time, progress).read();
    }
}
