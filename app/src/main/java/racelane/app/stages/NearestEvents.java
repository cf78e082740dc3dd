package racelane.app.stages;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;

/**
 * The events that begin nearest to the ends of a range.
 *
 * @param first the one nearest to its start
 * @param last the one nearest to its end; may be the same
 */
record NearestEvents(EventRef first, EventRef last) {
    /** Looks through all lanes; nothing when there is no event at all. */
    static Optional<NearestEvents> of(Trace trace, TimeRange range) {
        EventRef first = nearest(trace, range.start());
        EventRef last = nearest(trace, range.end());
        return first == null || last == null ? Optional.empty() : Optional.of(new NearestEvents(first, last));
    }

    private static @Nullable EventRef nearest(Trace trace, long time) {
        EventRef best = null;
        long least = Long.MAX_VALUE;
        for (int table = 0; table < trace.tables().size(); table++) {
            EventTable events = trace.tables().get(table);
            for (LaneSlice slice : events.slices()) {
                int after = firstAtOrAfter(events, slice, time);
                for (int row = Math.max(slice.from(), after - 1); row < Math.min(slice.to(), after + 1); row++) {
                    long distance = Math.abs(events.start(row) - time);
                    if (distance < least) {
                        least = distance;
                        best = new EventRef(table, row);
                    }
                }
            }
        }
        return best;
    }

    /** The rows of a lane lie in the order of their starts. */
    private static int firstAtOrAfter(EventTable events, LaneSlice slice, long time) {
        int low = slice.from();
        int high = slice.to();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.start(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
