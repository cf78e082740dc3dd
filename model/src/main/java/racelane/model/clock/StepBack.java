package racelane.model.clock;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.source.SourceKind;

/** Finds how far the times of a log run backwards from one line to a later one. */
final class StepBack {
    private static final long UNSEEN = Long.MIN_VALUE;

    private StepBack() {}

    /**
     * Returns the largest step back in ns; 0 for sources whose records stand in no order of time anyway. In a file that was written
     * thread by thread, each in one piece, only what steps back within a thread counts: its clock did not run backwards.
     */
    static long of(EventTable table) {
        if (table.source().kind() != SourceKind.LOG || table.size() == 0) {
            return 0;
        }
        long[] byLine = new long[lastLine(table) + 1];
        Arrays.fill(byLine, UNSEEN);
        for (int row = 0; row < table.size(); row++) {
            // A span on a single line was written at its end, and its start was computed: no stamp of a line.
            boolean stamped = table.kind(row) != EventKind.SPAN || table.endOrigin(row) != 0;
            if (stamped) {
                byLine[table.origin(row)] = Math.max(byLine[table.origin(row)], table.start(row));
            }
            if (table.endOrigin(row) != 0) {
                byLine[table.endOrigin(row)] = Math.max(byLine[table.endOrigin(row)], table.end(row));
            }
        }
        long latest = UNSEEN;
        long step = 0;
        for (long time : byLine) {
            if (time != UNSEEN) {
                step = latest == UNSEEN ? 0 : Math.max(step, latest - time);
                latest = Math.max(latest, time);
            }
        }
        return step == 0 ? 0 : Math.min(step, threadByThread(table, byLine));
    }

    /** Returns the largest step back within a lane where each lane's lines stand in one piece, else the highest number there is. */
    private static long threadByThread(EventTable table, long[] byLine) {
        int[] lanes = new int[byLine.length];
        Arrays.fill(lanes, -1);
        for (int row = 0; row < table.size(); row++) {
            lanes[table.origin(row)] = table.laneOf(row);
            lanes[Math.max(table.origin(row), table.endOrigin(row))] = table.laneOf(row);
        }
        Set<Integer> met = new HashSet<>();
        int lane = -1;
        long latest = UNSEEN;
        long step = 0;
        for (int line = 0; line < lanes.length; line++) {
            if (lanes[line] >= 0 && byLine[line] != UNSEEN) {
                if (lanes[line] != lane) {
                    lane = lanes[line];
                    latest = byLine[line];
                    if (!met.add(lane)) {
                        return Long.MAX_VALUE;
                    }
                }
                step = Math.max(step, latest - byLine[line]);
                latest = Math.max(latest, byLine[line]);
            }
        }
        return step;
    }

    private static int lastLine(EventTable table) {
        int last = 0;
        for (int row = 0; row < table.size(); row++) {
            last = Math.max(last, Math.max(table.origin(row), table.endOrigin(row)));
        }
        return last;
    }
}
