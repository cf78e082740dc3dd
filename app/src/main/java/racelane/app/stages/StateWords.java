package racelane.app.stages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Lane;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.time.TimeText;

/**
 * What every lane did at a time, and what was last done to each key before it, in lines of Markdown.
 *
 * @param text the lines
 * @param running the events that were running, or were the last of their lane
 */
record StateWords(String text, List<EventRef> running) {
    private static final int LANES = 20;
    private static final int KEYS = 20;
    /** So many events before the time are looked at in each lane: the ones around it, and not all of its past. */
    private static final int LOOK_BACK = 200;

    static StateWords at(Trace trace, long time) {
        StringBuilder text = new StringBuilder();
        List<EventRef> refs = new ArrayList<>();
        Map<String, Last> keys = new LinkedHashMap<>();
        int told = 0;
        for (Lane lane : trace.lanes()) {
            String words = lane(trace, lane, time, refs, keys);
            if (!words.isEmpty() && told++ < LANES) {
                text.append("- **")
                        .append(lane.name().name())
                        .append("** ")
                        .append(words)
                        .append('\n');
            }
        }
        if (told > LANES) {
            text.append("- and ").append(told - LANES).append(" lanes more\n");
        }
        List<Map.Entry<String, Last>> latest = keys.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue().time(), a.getValue().time()))
                .limit(KEYS)
                .toList();
        if (!latest.isEmpty()) {
            text.append("\nLast done to each key:\n\n");
            latest.forEach(entry -> text.append("- `")
                    .append(entry.getKey())
                    .append("` ")
                    .append(entry.getValue().words())
                    .append(", ")
                    .append(TimeText.duration(time - entry.getValue().time()))
                    .append(" before\n"));
        }
        return new StateWords(text.toString(), List.copyOf(refs.subList(0, Math.min(LANES, refs.size()))));
    }

    /** The latest thing done to a key. */
    private record Last(long time, String words) {}

    private static String lane(Trace trace, Lane lane, long time, List<EventRef> refs, Map<String, Last> keys) {
        List<String> running = new ArrayList<>();
        String last = "";
        for (LaneSlice slice : lane.slices()) {
            EventTable events = slice.table();
            int table = trace.tables().indexOf(events);
            int end = slice.firstAtOrAfter(time == Long.MAX_VALUE ? time : time + 1);
            for (int row = end - 1; row >= slice.from() && row > end - LOOK_BACK; row--) {
                String words = words(events, row);
                boolean still = events.kind(row) == EventKind.OPEN
                        || (events.kind(row).hasDuration() && events.end(row) > time);
                if (still) {
                    running.add(words + " for " + TimeText.duration(time - events.start(row)));
                    refs.add(new EventRef(table, row));
                } else if (last.isEmpty()) {
                    last = words + ", " + TimeText.duration(time - events.end(row)) + " before";
                    refs.add(new EventRef(table, row));
                }
                note(events, row, lane, keys);
            }
        }
        return running.isEmpty() ? (last.isEmpty() ? "" : "last " + last) : "in " + String.join(", ", running);
    }

    private static void note(EventTable events, int row, Lane lane, Map<String, Last> keys) {
        if (events.key(row) != 0) {
            Last here = new Last(
                    events.start(row),
                    events.names().text(events.name(row)) + " by " + lane.name().name());
            keys.merge(events.names().text(events.key(row)), here, (a, b) -> a.time() >= b.time() ? a : b);
        }
    }

    private static String words(EventTable events, int row) {
        String name = events.names().text(events.name(row));
        return events.key(row) == 0 ? name : name + " " + events.names().text(events.key(row));
    }
}
