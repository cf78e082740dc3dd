package racelane.model.event;

import java.util.List;

/**
 * One lane of a trace: the same thread in every source that saw it.
 *
 * @param id position in {@link Trace#lanes()}
 * @param name whose lane it is
 * @param slices its rows, one slice a source, in the order of the sources
 */
public record Lane(int id, LaneName name, List<LaneSlice> slices) {
    /** Copies the list. */
    public Lane {
        slices = List.copyOf(slices);
    }

    /** Returns the number of events over all sources. */
    public long size() {
        long size = 0;
        for (LaneSlice slice : slices) {
            size += slice.size();
        }
        return size;
    }
}
