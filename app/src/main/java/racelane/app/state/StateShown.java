package racelane.app.state;

import java.util.List;
import racelane.model.event.Trace;
import racelane.model.state.TraceState;

/**
 * A state and how it reads.
 *
 * @param trace what it is the state of
 * @param state the state
 * @param title the instant
 * @param news how many lanes are busy, and what changed last
 * @param lanes one row a lane, in the order of the trace
 * @param keys the rows of the keys, the key touched last first
 * @param more what is not shown; empty when all is
 */
public record StateShown(
        Trace trace, TraceState state, String title, String news, List<LaneRow> lanes, List<KeyRow> keys, String more) {
    /** Copies the lists. */
    public StateShown {
        lanes = List.copyOf(lanes);
        keys = List.copyOf(keys);
    }
}
