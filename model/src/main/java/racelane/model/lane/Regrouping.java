package racelane.model.lane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.progress.Progress;
import racelane.model.window.RunSort;

/**
 * The events of a trace in other rows than the lanes they came on: one row for each key, operation, logger or request. As in a lane,
 * events that overlap get sub-rows of their own, and those of several sources lie below each other. Takes 9 B an event while it is shown;
 * the trace and everything that speaks of its lanes stay as they are. Immutable; any thread.
 */
public final class Regrouping {
    private static final int DEEPEST = 127;
    private static final int CHECKED_EVERY = 1 << 16;

    private final RowsBy by;
    private final List<Part> parts;
    private final List<String> names;
    private final int[][] base;
    private final long[] sizes;

    /**
     * What one source brings to the rows.
     *
     * @param table the source's events
     * @param lane by event, its row
     * @param depth by event, its sub-row within the source's part
     * @param order all events, row by row, in each by sub-row, in each by time
     * @param first by row, where in {@code firsts} its sub-rows begin
     * @param firsts by sub-row, where in {@code order} its events begin; one more at the end
     */
    private record Part(EventTable table, int[] lane, byte[] depth, int[] order, int[] first, int[] firsts) {
        int subRows(int row) {
            return row + 1 < first.length ? first[row + 1] - first[row] : 0;
        }
    }

    /**
     * The events of one sub-row in the order of time.
     *
     * @param table position of their table in the trace
     * @param order holds their rows in the table
     * @param from position in {@code order} of the first
     * @param to position after the last
     */
    public record SubRow(int table, int[] order, int from, int to) {}

    private Regrouping(RowsBy by, List<Part> parts, List<String> names) {
        this.by = by;
        this.parts = parts;
        this.names = names;
        this.base = new int[parts.size() + 1][names.size()];
        this.sizes = new long[names.size()];
        for (int table = 0; table < parts.size(); table++) {
            Part part = parts.get(table);
            for (int row = 0; row < names.size(); row++) {
                int subRows = part.subRows(row);
                base[table + 1][row] = base[table][row] + subRows;
                sizes[row] +=
                        subRows == 0 ? 0 : part.firsts()[part.first()[row + 1]] - part.firsts()[part.first()[row]];
            }
        }
    }

    /**
     * Puts the events of a trace into rows.
     *
     * @param by by what; not {@link RowsBy#THREAD}, whose rows are the trace's lanes
     * @throws racelane.model.progress.CancelledException when the progress is cancelled
     */
    public static Regrouping of(Trace trace, RowsBy by, Progress progress) {
        if (by == RowsBy.THREAD) {
            throw new IllegalArgumentException("rows by thread are the lanes of the trace");
        }
        RowNames names = new RowNames(trace.names(), by);
        List<Part> parts = new ArrayList<>();
        for (EventTable table : trace.tables()) {
            parts.add(part(table, names, progress));
        }
        return new Regrouping(by, List.copyOf(parts), List.copyOf(names.texts()));
    }

    private static Part part(EventTable table, RowNames names, Progress progress) {
        int[] lane = new int[table.size()];
        for (int event = 0; event < lane.length; event++) {
            if (event % CHECKED_EVERY == 0) {
                progress.checkCancelled();
            }
            lane[event] = names.of(table, event);
        }
        int rows = names.texts().size();
        int[] starts = new int[rows + 1];
        for (int row : lane) {
            starts[row + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            starts[row + 1] += starts[row];
        }
        int[] next = starts.clone();
        int[] order = new int[lane.length];
        for (int event = 0; event < lane.length; event++) {
            order[next[lane[event]]++] = event;
        }
        byte[] depth = new byte[lane.length];
        int[] first = new int[rows + 1];
        int[] firsts = new int[rows + 1];
        int used = 0;
        for (int row = 0; row < rows; row++) {
            first[row] = used;
            progress.checkCancelled();
            int[] ends = inSubRows(table, order, depth, starts[row], starts[row + 1]);
            if (used + ends.length + 1 > firsts.length) {
                firsts = Arrays.copyOf(firsts, Math.max(used + ends.length + 1, firsts.length * 2));
            }
            for (int end : ends) {
                firsts[used + 1] = end;
                used++;
            }
        }
        first[rows] = used;
        return new Part(table, lane, depth, order, first, Arrays.copyOf(firsts, used + 1));
    }

    /** Puts the events of one row into the order of sub-row and time; returns where each sub-row ends. */
    private static int[] inSubRows(EventTable table, int[] order, byte[] depth, int from, int to) {
        if (from == to) {
            return new int[0];
        }
        int[] events = Arrays.copyOfRange(order, from, to);
        int[] byTime = RunSort.indices(events.length, (a, b) -> table.start(events[a]) > table.start(events[b]));
        long[] freeAt = new long[DEEPEST + 1];
        Arrays.fill(freeAt, Long.MIN_VALUE);
        int[] count = new int[DEEPEST + 2];
        int rows = 1;
        for (int at : byTime) {
            long start = table.start(events[at]);
            int row = 0;
            while (row < DEEPEST && freeAt[row] > start) {
                row++;
            }
            depth[events[at]] = (byte) row;
            freeAt[row] = Math.max(freeAt[row], table.end(events[at]));
            count[row + 1]++;
            rows = Math.max(rows, row + 1);
        }
        int[] next = new int[rows + 1];
        next[0] = from;
        for (int row = 0; row < rows; row++) {
            next[row + 1] = next[row] + count[row + 1];
        }
        for (int at : byTime) {
            order[next[depth[events[at]]]++] = events[at];
        }
        return Arrays.copyOf(next, rows); // each stands now where its sub-row ends
    }

    /** Returns by what the rows are told apart. */
    public RowsBy by() {
        return by;
    }

    /** Returns how many rows there are, those without an event included. */
    public int size() {
        return names.size();
    }

    /** Returns the row of an event. */
    public int rowOf(EventRef event) {
        return parts.get(event.table()).lane()[event.row()];
    }

    /** Returns the sub-row of an event in its row, counted over all sources. */
    public int subRow(EventRef event) {
        Part part = parts.get(event.table());
        return base[event.table()][part.lane()[event.row()]] + part.depth()[event.row()];
    }

    /** Returns the sub-rows of a row from top to bottom. */
    public List<SubRow> subRows(int row) {
        List<SubRow> all = new ArrayList<>();
        for (int table = 0; table < parts.size(); table++) {
            Part part = parts.get(table);
            for (int i = 0; i < part.subRows(row); i++) {
                int at = part.first()[row] + i;
                all.add(new SubRow(table, part.order(), part.firsts()[at], part.firsts()[at + 1]));
            }
        }
        return all;
    }

    /** Returns the plan that shows every row with an event: those with the most events first, then by name; who says nothing comes last. */
    public LanePlan plan() {
        List<PlannedLane> lanes = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            if (sizes[row] > 0) {
                int subRows = base[parts.size()][row];
                String caption = String.format(Locale.ROOT, "%,d %s", sizes[row], sizes[row] == 1 ? "event" : "events");
                lanes.add(new PlannedLane(row, names.get(row), caption, "", Math.max(1, subRows), false, false));
            }
        }
        lanes.sort(Comparator.<PlannedLane>comparingInt(lane -> lane.laneId() == 0 ? 1 : 0)
                .thenComparing(lane -> -sizes[lane.laneId()])
                .thenComparing(PlannedLane::name));
        return new LanePlan(lanes, Set.of(), false);
    }
}
