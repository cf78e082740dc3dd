package racelane.model.lane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventTable;
import racelane.model.event.Names;

/** Tells in which row of a regrouped timeline an event lies, and names the rows as they come. One thread. */
final class RowNames {
    /** How many rows are told apart; what comes later shares one. */
    static final int MOST = 100_000;

    private static final int LONGEST_NAME = 24;
    private static final Set<String> REQUESTS = Set.of(
            "req",
            "reqid",
            "rid",
            "request",
            "requestid",
            "xrequestid",
            "trace",
            "traceid",
            "correlationid",
            "xcorrelationid",
            "session",
            "sessionid");
    private static final Set<String> LOGGERS = Set.of("logger", "loggername", "category");

    private final Names names;
    private final RowsBy by;
    private final int[] attributes;
    private final Map<String, Integer> byText = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int[] byWord = new int[1024];
    private int[] byTuple = new int[1024];
    private boolean full;

    RowNames(Names names, RowsBy by) {
        this.names = names;
        this.by = by;
        this.attributes = attributesOf(names, by);
        texts.add(by.none());
    }

    /** Returns what the rows are called; 0 is that of the events which do not say it. */
    List<String> texts() {
        return texts;
    }

    /** Returns the row of an event. */
    int of(EventTable table, int event) {
        return switch (by) {
            case KEY -> word(table.key(event));
            case OPERATION -> word(table.name(event));
            case LOGGER, REQUEST -> tuple(table.attributes(event));
            case THREAD -> table.laneOf(event);
        };
    }

    private int word(int id) {
        if (id == 0) {
            return 0;
        }
        if (id >= byWord.length) {
            byWord = Arrays.copyOf(byWord, Math.max(id + 1, byWord.length * 2));
        }
        if (byWord[id] == 0) {
            byWord[id] = named(names.text(id));
        }
        return byWord[id];
    }

    private int tuple(int id) {
        if (id <= 0) { // 0: no attributes; less: a row of attributes of its own, of which nothing is to be remembered
            return id == 0 ? 0 : named(valueOf(id));
        }
        if (id >= byTuple.length) {
            byTuple = Arrays.copyOf(byTuple, Math.max(id + 1, byTuple.length * 2));
        }
        if (byTuple[id] == 0) {
            byTuple[id] = 1 + named(valueOf(id));
        }
        return byTuple[id] - 1;
    }

    private @Nullable String valueOf(int tuple) {
        for (int attribute : attributes) {
            String value = names.valueText(tuple, attribute);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    private int named(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        Integer known = byText.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() > MOST) {
            if (!full) {
                full = true;
                texts.add("all others");
            }
            return texts.size() - 1;
        }
        texts.add(text);
        byText.put(text, texts.size() - 1);
        return texts.size() - 1;
    }

    private static int[] attributesOf(Names names, RowsBy by) {
        Set<String> wanted = by == RowsBy.REQUEST ? REQUESTS : by == RowsBy.LOGGER ? LOGGERS : Set.of();
        int[] found = new int[0];
        for (int id = 1; id < names.size() && !wanted.isEmpty(); id++) {
            String text = names.text(id);
            if (text.length() <= LONGEST_NAME && wanted.contains(plain(text))) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = id;
            }
        }
        return found;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(".", "");
    }
}
