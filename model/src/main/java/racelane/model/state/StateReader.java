package racelane.model.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Lane;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;

/** Reads the state of a trace at an instant: first the lanes and when each key was touched, then what the newest keys say. */
final class StateReader {
    private static final int CHECK_EVERY = 1 << 16;
    private static final long NEVER = Long.MIN_VALUE;

    private final Trace trace;
    private final long time;
    private final Progress progress;
    private final Moments moments;
    private final long[] touched;

    StateReader(Trace trace, long time, Progress progress) {
        this.trace = trace;
        this.time = time;
        this.progress = progress;
        this.moments = new Moments(time);
        this.touched = new long[trace.names().size()];
        Arrays.fill(touched, NEVER);
    }

    TraceState read() {
        List<LaneNow> lanes = trace.lanes().stream().map(this::lane).toList();
        int[] newest = newestKeys();
        int count = (int) Arrays.stream(touched).filter(at -> at != NEVER).count();
        return new TraceState(
                time,
                moments.last(),
                moments.before(),
                moments.after(),
                lanes.stream().map(this::state).toList(),
                keys(newest),
                count);
    }

    /** A lane while it is read. */
    private static final class LaneNow {
        private final Lane lane;
        private final List<EventRef> running = new ArrayList<>();
        private @Nullable EventRef last;
        private long since = NEVER;

        LaneNow(Lane lane) {
            this.lane = lane;
        }
    }

    private LaneState state(LaneNow now) {
        now.running.sort(Comparator.comparingLong(this::start));
        boolean changed = now.last != null && moments.isLast(now.since);
        return new LaneState(
                now.lane, now.running, Optional.ofNullable(now.last), now.last == null ? time : now.since, changed);
    }

    private long start(EventRef event) {
        return trace.tables().get(event.table()).start(event.row());
    }

    private LaneNow lane(Lane lane) {
        LaneNow now = new LaneNow(lane);
        for (LaneSlice slice : lane.slices()) {
            EventTable table = slice.table();
            int tableIndex = trace.tables().indexOf(table);
            int end = begun(slice);
            if (end < slice.to()) {
                moments.add(table.start(end));
            }
            for (int row = slice.from(); row < end; row++) {
                if (row % CHECK_EVERY == 0) {
                    progress.checkCancelled();
                }
                row(now, table, tableIndex, row);
            }
        }
        return now;
    }

    private void row(LaneNow now, EventTable table, int tableIndex, int row) {
        moments.add(table.start(row));
        boolean runs = runs(table, row);
        if (runs) {
            now.running.add(new EventRef(tableIndex, row));
        }
        if (table.kind(row) != EventKind.OPEN) {
            moments.add(table.end(row));
        }
        long heard = heard(table, row, runs);
        if (heard >= now.since) {
            now.since = heard;
            now.last = new EventRef(tableIndex, row);
        }
        int key = table.key(row);
        if (key != 0 && heard > touched[key]) {
            touched[key] = heard;
        }
    }

    private boolean runs(EventTable table, int row) {
        return table.kind(row) == EventKind.OPEN || table.end(row) > time;
    }

    /** Returns when a row was last heard of: at its end when that has come, else at its start. */
    private static long heard(EventTable table, int row, boolean runs) {
        return runs ? table.start(row) : table.end(row);
    }

    /** Returns the first row that begins after the instant. */
    private int begun(LaneSlice slice) {
        return time == Long.MAX_VALUE ? slice.to() : slice.firstAtOrAfter(time + 1);
    }

    /** Returns the keys touched last, the newest first; those of one moment by their words. */
    private int[] newestKeys() {
        Comparator<Integer> newer = Comparator.<Integer>comparingLong(key -> touched[key])
                .thenComparing(key -> trace.names().text(key), Comparator.reverseOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(newer);
        for (int key = 0; key < touched.length; key++) {
            boolean room = best.size() < TraceState.MAX_KEYS;
            if (touched[key] != NEVER && (room || newer.compare(key, best.peek()) > 0)) {
                if (!room) {
                    best.poll();
                }
                best.add(key);
            }
        }
        return best.stream()
                .sorted(newer.reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private List<KeyState> keys(int[] keys) {
        int[] place = new int[touched.length];
        RecentRows[] rows = new RecentRows[keys.length];
        for (int i = 0; i < keys.length; i++) {
            place[keys[i]] = i + 1;
            rows[i] = new RecentRows();
        }
        for (Lane lane : trace.lanes()) {
            lane.slices().forEach(slice -> offer(slice, place, rows));
        }
        List<KeyState> states = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            KeyState state = rows[i].state(trace.names().text(keys[i]), trace, moments);
            if (state != null) {
                states.add(state);
            }
        }
        return states;
    }

    private void offer(LaneSlice slice, int[] place, RecentRows[] rows) {
        EventTable table = slice.table();
        int tableIndex = trace.tables().indexOf(table);
        int end = begun(slice);
        for (int row = slice.from(); row < end; row++) {
            if (row % CHECK_EVERY == 0) {
                progress.checkCancelled();
            }
            int at = place[table.key(row)];
            if (at > 0) {
                boolean runs = runs(table, row);
                boolean silent = runs && table.kind(row) != EventKind.OPEN;
                rows[at - 1].offer(
                        new EventRef(tableIndex, row), heard(table, row, runs), silent ? 0 : table.attributes(row));
            }
        }
    }
}
