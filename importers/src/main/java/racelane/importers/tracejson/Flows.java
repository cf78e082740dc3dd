package racelane.importers.tracejson;

import java.util.Arrays;
import racelane.model.event.EventSink;
import racelane.model.event.LinkEnd;

/**
 * Makes links of flows: from each start or step of a flow to the step or end after it. Flow records (s t f) bind to what runs on
 * their thread, or to what begins there next; flows of the newer kind ({@code bind_id}) to the very event. One thread; used once.
 */
final class Flows {
    private static final int OUT = 1;
    private static final int IN = 2;
    private static final int EVENT = 4;
    private static final int NEXT = 8;

    private final EventSink sink;
    private final IdGroups groups = new IdGroups();
    private final int kind;
    private long[] times = new long[64];
    private int[] group = new int[64];
    private int[] ids = new int[64];
    private byte[] flags = new byte[64];
    private int size;
    private int unlinked;

    Flows(EventSink sink) {
        this.sink = sink;
        this.kind = sink.word("flow");
    }

    /** Adds a flow record (s t f) on a lane. */
    void add(TraceRecord record, int lane) {
        int part = record.phase == 's' ? OUT : record.phase == 't' ? OUT | IN : IN | (record.bindsEnclosing ? 0 : NEXT);
        add(groups.of(record.name, record.category, record.id, record), record.time, lane, part);
    }

    /** Adds an event that is an end of a flow itself. */
    void bind(TraceRecord record, int event) {
        int part = (record.flowOut ? OUT : 0) | (record.flowIn ? IN : 0);
        if (part != 0) {
            add(groups.of(IdGroups.BOUND, 0, record.bindId, record), record.time, event, part | EVENT);
        }
    }

    /** Links all that was added; once, after the last. */
    void link() {
        GroupOrder order = new GroupOrder(group, times, size, groups.size());
        for (int one = 0; one < groups.size(); one++) {
            int last = -1;
            boolean open = false;
            for (int place = order.from(one); place < order.from(one + 1); place++) {
                int entry = order.entry(place);
                if ((flags[entry] & IN) != 0 && last >= 0) {
                    sink.link(end(last), end(entry), kind);
                    open = false;
                } else if ((flags[entry] & IN) != 0) {
                    unlinked++;
                }
                if ((flags[entry] & OUT) != 0) {
                    unlinked += open ? 1 : 0;
                    last = entry;
                    open = true;
                }
            }
            unlinked += open ? 1 : 0;
        }
    }

    /** Returns how many starts lead nowhere and ends come from nowhere; after {@link #link}. */
    int unlinked() {
        return unlinked;
    }

    private LinkEnd end(int entry) {
        int flag = flags[entry];
        if ((flag & EVENT) != 0) {
            return LinkEnd.event(ids[entry]);
        }
        return (flag & NEXT) != 0 ? LinkEnd.next(ids[entry], times[entry]) : LinkEnd.running(ids[entry], times[entry]);
    }

    private void add(int of, long time, int id, int flag) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            group = Arrays.copyOf(group, size * 2);
            ids = Arrays.copyOf(ids, size * 2);
            flags = Arrays.copyOf(flags, size * 2);
        }
        times[size] = time;
        group[size] = of;
        ids[size] = id;
        flags[size++] = (byte) flag;
    }
}
