package racelane.importers.sample;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call as the log tells it, read by a few lines that share nothing with the importers.
 *
 * @param thread whose it is
 * @param operation {@code getUser} or {@code updateUser}
 * @param key what it works on
 * @param start time of its first line
 * @param set time of its {@code cache.set COMPLETE}; the start when it has none
 * @param end time of its last line
 * @param result {@code OLD}, {@code NEW} or empty
 */
record LoggedCall(
        String thread,
        String operation,
        String key,
        LocalDateTime start,
        LocalDateTime set,
        LocalDateTime end,
        String result) {
    private static final Pattern LINE = Pattern.compile(
            "(\\S+ \\S+) \\[(\\S+)\\] INFO {2}c\\.e\\.ProfileService - (\\w+) (.*): (user:\\d+)(?: \\[(\\w+)\\])?");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    /** Tells whether the two calls share a moment. */
    boolean overlaps(LoggedCall other) {
        return !end.isBefore(other.start) && !other.end.isBefore(start);
    }

    /** Tells whether this call ran wholly between the set and the invalidation of an update. */
    boolean liesInTheWindowOf(LoggedCall update) {
        return start.isAfter(update.set) && end.isBefore(update.end);
    }

    static List<LoggedCall> readAll(List<String> lines) {
        List<LoggedCall> calls = new ArrayList<>();
        Map<String, LoggedCall> open = new HashMap<>();
        for (String line : lines) {
            Matcher match = LINE.matcher(line);
            if (!match.matches()) {
                throw new AssertionError("not a line of the log: " + line);
            }
            LocalDateTime time = LocalDateTime.parse(match.group(1), TIME);
            String thread = match.group(2);
            String operation = match.group(3);
            String step = match.group(4);
            LoggedCall before = open.get(thread);
            if (step.equals("START") || before == null) {
                open.put(thread, new LoggedCall(thread, operation, match.group(5), time, time, time, ""));
            } else {
                LocalDateTime set = step.startsWith("cache.set") ? time : before.set;
                String result = match.group(6) == null ? "" : match.group(6);
                LoggedCall now = new LoggedCall(thread, operation, before.key, before.start, set, time, result);
                open.put(thread, now);
                if (step.equals("COMPLETE") || step.startsWith("invalidateRelated")) {
                    calls.add(now);
                }
            }
        }
        return calls;
    }
}
