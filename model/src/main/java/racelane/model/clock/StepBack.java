package racelane.model.clock;

import java.util.HashSet;
import java.util.Set;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.event.IntPages;
import racelane.model.event.LongPages;
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
        LongPages byLine = LongPages.filled(lastLine(table) + 1, UNSEEN);
        for (int row = 0; row < table.size(); row++) {
            // A span on a single line was written at its end, and its start was computed: no stamp of a line.
            boolean stamped = table.kind(row) != EventKind.SPAN || table.endOrigin(row) != 0;
            if (stamped) {
                later(byLine, table.origin(row), table.start(row));
            }
            if (table.endOrigin(row) != 0) {
                later(byLine, table.endOrigin(row), table.end(row));
            }
        }
        long latest = UNSEEN;
        long step = 0;
        for (int line = 0; line < byLine.size(); line++) {
            long time = byLine.get(line);
            if (time != UNSEEN) {
                step = latest == UNSEEN ? 0 : Math.max(step, latest - time);
                latest = Math.max(latest, time);
            }
        }
        return step == 0 ? 0 : Math.min(step, threadByThread(table, byLine));
    }

    private static void later(LongPages byLine, int line, long time) {
        byLine.set(line, Math.max(byLine.get(line), time));
    }

    /** Returns the largest step back within a lane where each lane's lines stand in one piece, else the highest number there is. */
    private static long threadByThread(EventTable table, LongPages byLine) {
        IntPages lanes = IntPages.zeros(byLine.size()); // one more than the lane's number
        for (int row = 0; row < table.size(); row++) {
            lanes.set(table.origin(row), table.laneOf(row) + 1);
            lanes.set(Math.max(table.origin(row), table.endOrigin(row)), table.laneOf(row) + 1);
        }
        Set<Integer> met = new HashSet<>();
        int lane = 0;
        long latest = UNSEEN;
        long step = 0;
        for (int line = 0; line < lanes.size(); line++) {
            if (lanes.get(line) > 0 && byLine.get(line) != UNSEEN) {
                if (lanes.get(line) != lane) {
                    lane = lanes.get(line);
                    latest = byLine.get(line);
                    if (!met.add(lane)) {
                        return Long.MAX_VALUE;
                    }
                }
                step = Math.max(step, latest - byLine.get(line));
                latest = Math.max(latest, byLine.get(line));
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
