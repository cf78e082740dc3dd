package racelane.model.scene;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventRef;

/** Goes from event to event along a lane as it is shown. Pure; any thread. */
public final class LaneSteps {
    private LaneSteps() {}

    /** An event's place in the order of its lane: by start, then table, then row. */
    private record Place(long start, EventRef ref) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return start != other.start ? Long.compare(start, other.start) : ref.compareTo(other.ref);
        }
    }

    /**
     * Returns the event before or after {@code from} on its lane; nothing at the lane's ends.
     *
     * @param rows the lanes
     * @param start when {@code from} starts, ns since the epoch
     * @param direction 1 for the next one, -1 for the previous one
     */
    public static Optional<EventRef> neighbour(RowIndex rows, EventRef from, long start, int direction) {
        Place here = new Place(start, from);
        Place best = null;
        for (RowIndex.Row row : rows.rows(rows.laneOf(from))) {
            int first = row.firstStartingFrom(start);
            Place found = direction > 0 ? after(row, first, here) : before(row, first, here);
            if (found != null && (best == null || found.compareTo(best) * direction < 0)) {
                best = found;
            }
        }
        return Optional.ofNullable(best).map(Place::ref);
    }

    private static @Nullable Place after(RowIndex.Row row, int first, Place here) {
        Place best = null;
        for (int at = first; at < row.to() && (best == null || row.start(at) == best.start()); at++) {
            Place place = place(row, at);
            if (place.compareTo(here) > 0 && (best == null || place.compareTo(best) < 0)) {
                best = place;
            }
        }
        return best;
    }

    private static @Nullable Place before(RowIndex.Row row, int first, Place here) {
        Place best = null;
        for (int at = first; at < row.to() && row.start(at) == here.start(); at++) {
            Place place = place(row, at);
            if (place.compareTo(here) < 0 && (best == null || place.compareTo(best) > 0)) {
                best = place;
            }
        }
        for (int at = first - 1; at >= row.from() && (best == null || row.start(at) == best.start()); at--) {
            Place place = place(row, at);
            if (best == null || place.compareTo(best) > 0) {
                best = place;
            }
        }
        return best;
    }

    private static Place place(RowIndex.Row row, int at) {
        return new Place(row.start(at), new EventRef(row.index(), row.event(at)));
    }

    /** Returns the event of a lane whose start is nearest to {@code time} (ns since the epoch); nothing when the lane has none. */
    public static Optional<EventRef> nearest(RowIndex rows, int laneId, long time) {
        Place best = null;
        for (RowIndex.Row row : rows.rows(laneId)) {
            int after = row.firstStartingFrom(time);
            for (int at = Math.max(row.from(), after - 1); at <= after && at < row.to(); at++) {
                Place place = place(row, at);
                if (best == null || Math.abs(place.start() - time) < Math.abs(best.start() - time)) {
                    best = place;
                }
            }
        }
        return Optional.ofNullable(best).map(Place::ref);
    }
}
