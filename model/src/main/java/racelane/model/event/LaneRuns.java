package racelane.model.event;

import java.util.Arrays;

/**
 * Where the events of a table lie while it is built: each lane has runs of handles of its own, so that its events lie one behind the
 * other as they will when the table is sealed, and sealing is copying runs. A lane's first runs are short and grow with it, so that
 * many small lanes waste little: at most a quarter of the handles, and four a lane. Single writer.
 *
 * <pre>
 *   handles   │ lane 0 ▮▮▮▮ │ lane 1 ▮▮▮▮ │ lane 0 ▮▮▮▮▮▯ │ lane 2 ▮▯▯▯ │ …
 *   sealed    │ lane 0 ▮▮▮▮▮▮▮▮▮ │ lane 1 ▮▮▮▮ │ lane 2 ▮ │
 * </pre>
 */
final class LaneRuns {
    private static final int SHORTEST = 4;

    /** How many events a run has at most. */
    static final int LONGEST = 1 << 13;

    private static final int NONE = -1;

    /** One more than the largest handle, for arrays cannot be longer. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private int[] next = new int[16];
    private int[] limit = new int[16];
    private int[] sizes = new int[16];
    private int[] firstRun = new int[16];
    private int[] lastRun = new int[16];
    private int[] begin = new int[64];
    private int[] length = new int[64];
    private int[] following = new int[64];
    private int runs;
    private int used;
    private int size;

    /**
     * Returns the handle of a lane's next event.
     *
     * @throws IllegalStateException when there are more events than handles
     */
    int add(int lane) {
        if (lane < next.length) {
            int handle = next[lane];
            if (handle != limit[lane]) {
                next[lane] = handle + 1;
                size++;
                return handle;
            }
        }
        return addToNewRun(lane);
    }

    /** Returns how many events of a lane, of the {@code wanted} that come, {@link #add(int, int)} can take at once: 1 or more. */
    int room(int lane, int wanted) {
        if (lane >= next.length || next[lane] == limit[lane]) {
            addToNewRun(lane);
            next[lane]--;
            size--;
        }
        return Math.min(wanted, limit[lane] - next[lane]);
    }

    /** Returns the first of the handles of a lane's next {@code count} events, no more than there is {@link #room}. */
    int add(int lane, int count) {
        int handle = next[lane];
        next[lane] = handle + count;
        size += count;
        return handle;
    }

    private int addToNewRun(int lane) {
        if (lane >= next.length) {
            growLanes(lane);
        }
        if (runs == begin.length) {
            growRuns();
        }
        int handle = used;
        int wanted = Math.clamp(sizes[lane] / 4, SHORTEST, LONGEST);
        int count = Math.min(wanted, EventRows.PAGE - (handle & EventRows.MASK)); // a run lies in one page
        if (handle > MOST - count) {
            throw new IllegalStateException("a source can hold at most " + MOST + " events; split the file");
        }
        begin[runs] = handle;
        length[runs] = count;
        following[runs] = NONE;
        if (sizes[lane] == 0) {
            firstRun[lane] = runs;
        } else {
            following[lastRun[lane]] = runs;
        }
        lastRun[lane] = runs++;
        sizes[lane] += count;
        used = handle + count;
        limit[lane] = used;
        next[lane] = handle + 1;
        size++;
        return handle;
    }

    private void growLanes(int lane) {
        int count = Math.max(lane + 1, next.length * 2);
        next = Arrays.copyOf(next, count);
        limit = Arrays.copyOf(limit, count);
        sizes = Arrays.copyOf(sizes, count);
        firstRun = Arrays.copyOf(firstRun, count);
        lastRun = Arrays.copyOf(lastRun, count);
    }

    private void growRuns() {
        int count = runs * 2;
        begin = Arrays.copyOf(begin, count);
        length = Arrays.copyOf(length, count);
        following = Arrays.copyOf(following, count);
    }

    /** Returns how many events there are. */
    int size() {
        return size;
    }

    /**
     * Returns the runs of all lanes. To be called when all events are there.
     *
     * @param order the lanes in the order in which they will stand
     */
    Plan plan(int[] order) {
        int lanes = order.length;
        int[] from = new int[lanes + 1];
        int[] handles = new int[runs];
        int[] rows = new int[runs + 1];
        int[] rowOfBegin = new int[runs];
        int at = 0;
        int row = 0;
        for (int place = 0; place < lanes; place++) {
            int lane = order[place];
            from[place] = row;
            if (lane >= next.length || sizes[lane] == 0) {
                continue;
            }
            for (int run = firstRun[lane]; run != NONE; run = following[run]) {
                handles[at] = begin[run];
                rowOfBegin[run] = row;
                rows[at++] = row;
                row += length[run];
            }
            row -= limit[lane] - next[lane]; // the last run may have places left
        }
        if (at != runs) {
            throw new IllegalStateException("there are events on lanes that nobody asked for");
        }
        from[lanes] = row;
        rows[at] = row;
        return new Plan(from, handles, rows, Arrays.copyOf(begin, runs), rowOfBegin);
    }

    /**
     * The runs in the order in which they will lie.
     *
     * @param from first row of each lane, and the row after the last
     * @param handles the first handle of each run
     * @param rows the row of each run's first event, and the row after the last
     * @param begins the first handle of each run, the smallest first
     * @param rowOfBegin the row of each of these
     */
    record Plan(int[] from, int[] handles, int[] rows, int[] begins, int[] rowOfBegin) {
        /** Returns how many runs there are. */
        int runs() {
            return handles.length;
        }

        /** Returns how many events there are. */
        int size() {
            return rows[rows.length - 1];
        }

        /** Returns how many events a run has. */
        int length(int run) {
            return rows[run + 1] - rows[run];
        }

        /** Returns the row of an event by its handle, as it came. */
        int rowOf(int handle) {
            int found = Arrays.binarySearch(begins, handle);
            int run = found < 0 ? -found - 2 : found;
            return rowOfBegin[run] + handle - begins[run];
        }
    }
}
