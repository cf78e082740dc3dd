package racelane.model.window;

import java.util.List;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;

/** Says of which lane rows are, fast where they are asked in the order of the store: it looks anew only when a lane is left. One thread. */
final class LaneCursor {
    private final Trace trace;
    private final EventTable[] tables;
    private final List<LaneSlice>[] slices;
    private int table = -1;
    private int from;
    private int to;
    private int lane;

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of a generic type cannot be made otherwise
    LaneCursor(Trace trace) {
        this.trace = trace;
        this.tables = trace.tables().toArray(EventTable[]::new);
        this.slices = new List[tables.length];
        for (int i = 0; i < tables.length; i++) {
            slices[i] = tables[i].slices();
        }
    }

    /** Returns the id of the lane that holds a row. */
    int lane(int ofTable, int row) {
        if (ofTable != table || row < from || row >= to) {
            LaneSlice slice = slices[ofTable].get(tables[ofTable].laneOf(row));
            table = ofTable;
            from = slice.from();
            to = slice.to();
            lane = trace.laneId(ofTable, slice.index());
        }
        return lane;
    }
}
