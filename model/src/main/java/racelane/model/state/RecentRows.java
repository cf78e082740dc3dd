package racelane.model.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.state.KeyState.FieldState;

/** The newest rows of one key: the newest of all, and the newest of each of its newest sets of attributes. */
final class RecentRows {
    /** How many different sets of attributes are looked at; what a key was last told beyond them is left out. */
    private static final int SETS = 32;

    private final List<Row> told = new ArrayList<>();
    private @Nullable Row newest;

    /** A row, when it was last heard of, and what it says. */
    private record Row(EventRef event, long time, int attributes) {
        boolean newerThan(Row other) {
            return time > other.time;
        }
    }

    /**
     * Takes a row.
     *
     * @param time when it was last heard of
     * @param attributes the id of its attributes, 0 when it has none or does not say them yet
     */
    void offer(EventRef event, long time, int attributes) {
        Row row = new Row(event, time, attributes);
        if (newest == null || !newest.newerThan(row)) {
            newest = row;
        }
        if (attributes == 0) {
            return;
        }
        int oldest = 0;
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i).attributes() == attributes) {
                if (!told.get(i).newerThan(row)) {
                    told.set(i, row);
                }
                return;
            }
            if (told.get(oldest).newerThan(told.get(i))) {
                oldest = i;
            }
        }
        if (told.size() < SETS) {
            told.add(row);
        } else if (row.newerThan(told.get(oldest))) {
            told.set(oldest, row);
        }
    }

    /** Returns what is known of the key, or nothing when no row was taken. */
    @Nullable
    KeyState state(String key, Trace trace, Moments moments) {
        if (newest == null) {
            return null;
        }
        List<Row> inOrder = new ArrayList<>(told);
        inOrder.sort((a, b) -> Long.compare(b.time(), a.time()));
        Map<String, FieldState> fields = new LinkedHashMap<>();
        for (Row row : inOrder) {
            trace.names()
                    .attributes(row.attributes())
                    .forEach((name, value) -> fields.putIfAbsent(
                            name, new FieldState(name, value, row.event(), row.time(), moments.isLast(row.time()))));
        }
        return new KeyState(
                key, newest.event(), newest.time(), moments.isLast(newest.time()), List.copyOf(fields.values()));
    }
}
