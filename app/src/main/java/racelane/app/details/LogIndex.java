package racelane.app.details;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.IntPages;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.scene.SourceLine;

/**
 * The lines behind all events of all sources in order of time; lines of one instant in the order of their file. A span whose end
 * stands on a line of its own has two. Costs 4 B a line. Immutable; any thread.
 */
public final class LogIndex extends AbstractList<LogLine> implements RandomAccess {
    /** How many events can be listed. */
    public static final int MAX_EVENTS = 1 << 30;

    private static final int CHECKED = 1 << 14;

    private final List<EventTable> tables;
    private final int[] first;
    private final IntPages order;

    private LogIndex(List<EventTable> tables, int[] first, IntPages order) {
        this.tables = tables;
        this.first = first;
        this.order = order;
    }

    /** Returns an index without lines. */
    public static LogIndex empty() {
        return new LogIndex(List.of(), new int[] {0}, IntPages.zeros(0));
    }

    /** Builds the index of a trace. Long: two sorts of all lines. Leaves out what lies beyond {@link #MAX_EVENTS}. */
    public static LogIndex of(Trace trace, Progress progress) {
        List<EventTable> tables = trace.tables();
        int[] first = new int[tables.size() + 1];
        int lines = 0;
        for (int i = 0; i < tables.size(); i++) {
            EventTable table = tables.get(i);
            int size = Math.min(table.size(), MAX_EVENTS - first[i]);
            first[i + 1] = first[i] + size;
            for (int row = 0; row < size; row++) {
                lines += table.endOrigin(row) > 0 ? 2 : 1;
            }
        }
        LogIndex unsorted = new LogIndex(tables, first, IntPages.zeros(lines));
        unsorted.fill();
        IntPages byPlace = RadixSort.sorted(unsorted.order, unsorted::placeOf, progress);
        IntPages byTime = RadixSort.sorted(byPlace, unsorted::timeOf, progress);
        return new LogIndex(tables, first, byTime).withoutRepeats();
    }

    /** Returns the lines of this index that a filter shows, in the same order. Any thread; as long as it has lines. */
    LogIndex where(LogFilter.Judge judge, Progress progress) {
        IntPages kept = IntPages.zeros(order.size());
        int size = 0;
        for (int i = 0; i < order.size(); i++) {
            if ((i & (CHECKED - 1)) == 0) {
                progress.checkCancelled();
            }
            int event = order.get(i) >>> 1;
            int table = tableOf(event);
            if (judge.shows(table, event - first[table])) {
                kept.set(size++, order.get(i));
            }
        }
        return new LogIndex(tables, first, kept.head(size));
    }

    @Override
    public LogLine get(int index) {
        int id = order.get(index);
        int table = tableOf(id >>> 1);
        int row = (id >>> 1) - first[table];
        EventTable events = tables.get(table);
        boolean atEnd = (id & 1) == 1;
        int origin = atEnd ? events.endOrigin(row) : events.origin(row);
        return new LogLine(new EventRef(table, row), atEnd, timeOf(id), new SourceLine(table, origin));
    }

    @Override
    public int size() {
        return order.size();
    }

    /** Returns the index of the line that tells an event's start; -1 when the event is not listed. */
    public int indexOf(EventRef event) {
        EventTable table = tables.get(event.table());
        long time = table.start(event.row());
        int origin = table.origin(event.row());
        for (int i = firstFrom(time); i < order.size() && timeOf(order.get(i)) == time; i++) {
            SourceLine line = get(i).line();
            if (line.table() == event.table() && line.origin() == origin) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the first line at or after {@code time} (ns since the epoch). */
    public int firstFrom(long time) {
        int low = 0;
        int high = order.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeOf(order.get(middle)) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void fill() {
        int at = 0;
        for (int table = 0; table < tables.size(); table++) {
            for (int event = first[table]; event < first[table + 1]; event++) {
                order.set(at++, event << 1);
                if (tables.get(table).endOrigin(event - first[table]) > 0) {
                    order.set(at++, (event << 1) | 1);
                }
            }
        }
    }

    private LogIndex withoutRepeats() {
        int kept = 0;
        SourceLine last = new SourceLine(-1, -1);
        for (int i = 0; i < order.size(); i++) {
            SourceLine line = get(i).line();
            if (!line.equals(last)) {
                order.set(kept++, order.get(i));
                last = line;
            }
        }
        return kept == order.size() ? this : new LogIndex(tables, first, order.head(kept));
    }

    private long timeOf(int id) {
        int table = tableOf(id >>> 1);
        int row = (id >>> 1) - first[table];
        return (id & 1) == 1 ? tables.get(table).end(row) : tables.get(table).start(row);
    }

    private long placeOf(int id) {
        int table = tableOf(id >>> 1);
        int row = (id >>> 1) - first[table];
        EventTable events = tables.get(table);
        return ((long) table << 32) | ((id & 1) == 1 ? events.endOrigin(row) : events.origin(row));
    }

    private int tableOf(int event) {
        int table = 0;
        while (event >= first[table + 1]) {
            table++;
        }
        return table;
    }
}
