package racelane.app.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import racelane.app.fx.VisibleText;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.state.KeyState;
import racelane.model.state.LaneState;
import racelane.model.state.TraceState;
import racelane.model.time.TimeText;

/**
 * A state as it is kept with the case: what every lane did, and what was last known of each key, in lines of Markdown.
 *
 * @param text the lines
 * @param events the events that were running, or were the last of their lane
 */
record StatePin(String text, List<EventRef> events) {
    private static final int LANES = 20;
    private static final int KEYS = 12;
    private static final int FIELDS = 4;

    static StatePin of(Trace trace, TraceState state) {
        List<EventRef> events = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<LaneState> acting =
                state.lanes().stream().filter(lane -> lane.last().isPresent()).toList();
        acting.stream().limit(LANES).forEach(lane -> {
            text.append("- **")
                    .append(VisibleText.line(lane.lane().name().name()))
                    .append("** ")
                    .append(doing(trace, lane, state.time()))
                    .append('\n');
            events.addAll(lane.running().isEmpty() ? lane.last().stream().toList() : lane.running());
        });
        if (acting.size() > LANES) {
            text.append("- and ").append(acting.size() - LANES).append(" lanes more\n");
        }
        state.keys().stream()
                .limit(KEYS)
                .forEach(key -> text.append(key(trace, key, state.time())).append('\n'));
        return new StatePin(text.toString(), List.copyOf(events.subList(0, Math.min(LANES, events.size()))));
    }

    private static String doing(Trace trace, LaneState lane, long time) {
        if (lane.running().isEmpty()) {
            return lane.last()
                    .map(last -> "idle after " + words(trace, last) + ", " + TimeText.duration(time - lane.since()))
                    .orElse("");
        }
        return lane.running().stream()
                .map(event -> words(trace, event) + " for "
                        + TimeText.duration(
                                time - trace.tables().get(event.table()).start(event.row())))
                .collect(Collectors.joining(" › "));
    }

    private static String key(Trace trace, KeyState key, long time) {
        String fields = key.fields().stream()
                .limit(FIELDS)
                .map(field -> ", " + VisibleText.line(field.name()) + "=" + VisibleText.line(field.value()))
                .collect(Collectors.joining());
        EventTable table = trace.tables().get(key.last().table());
        return "- `" + VisibleText.line(key.key()) + "` "
                + VisibleText.line(trace.names().text(table.name(key.last().row()))) + ", "
                + TimeText.duration(time - key.since()) + " before" + fields;
    }

    private static String words(Trace trace, EventRef event) {
        EventTable table = trace.tables().get(event.table());
        String name = VisibleText.line(trace.names().text(table.name(event.row())));
        int key = table.key(event.row());
        return key == 0 ? name : name + " " + VisibleText.line(trace.names().text(key));
    }
}
