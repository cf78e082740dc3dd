package racelane.app.state;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.source.Source;
import racelane.model.state.KeyState;
import racelane.model.state.LaneState;
import racelane.model.state.TraceState;
import racelane.model.time.TimeText;

/** Says a state in words. Pure; belongs where the state is found, off the JavaFX thread. */
final class StateWords {
    private static final Texts TEXTS = Texts.of(StateWords.class);

    /** Levels of nesting that are named; the innermost ones are what a lane is busy with. */
    private static final int LEVELS = 4;

    /** What an entry says about itself and not about the key. */
    private static final Set<String> FRAME = Set.of("level", "logger", "phase", "within", "cat");

    /** One line of source is one µs of such a source's clock. */
    private static final long LINE = 1_000;

    private final Trace trace;
    private final TraceState state;

    private StateWords(Trace trace, TraceState state) {
        this.trace = trace;
        this.state = state;
    }

    /** Says {@code state} of {@code trace}. */
    static StateShown of(Trace trace, TraceState state, ZoneId zone) {
        StateWords words = new StateWords(trace, state);
        List<KeyRow> keys = new ArrayList<>();
        state.keys().forEach(key -> words.add(key, keys));
        List<LaneRow> lanes = state.lanes().stream().map(words::lane).toList();
        return new StateShown(trace, state, words.title(zone), words.news(), lanes, keys, words.more());
    }

    private String title(ZoneId zone) {
        boolean byOrder = trace.sources().stream().allMatch(Source::byOrder);
        return byOrder ? TEXTS.get("line", state.time() / LINE) : TimeText.grouped(state.time(), zone, trace.digits());
    }

    private String news() {
        long running =
                state.lanes().stream().filter(lane -> !lane.running().isEmpty()).count();
        String busy = TEXTS.count("busy", state.lanes().size(), running);
        String changes = state.lanes().stream()
                .filter(LaneState::changed)
                .limit(3)
                .map(this::change)
                .collect(Collectors.joining("; "));
        long more = state.lanes().stream().filter(LaneState::changed).count() - 3;
        return changes.isEmpty()
                ? busy + " · " + TEXTS.get("nothing")
                : busy + " · " + (more > 0 ? TEXTS.get("changes.more", changes, more) : TEXTS.get("changes", changes));
    }

    private String change(LaneState lane) {
        return lane.lane().name().name() + " "
                + lane.last().map(event -> done(event, name(event))).orElse("");
    }

    /** Says that something ended or began; what has no length is only named. */
    private String done(EventRef event, String name) {
        if (ended(event)) {
            return TEXTS.get("ended", name);
        }
        return table(event).kind(event.row()).hasDuration() ? TEXTS.get("began", name) : name;
    }

    private boolean ended(EventRef event) {
        EventKind kind = table(event).kind(event.row());
        return kind.hasDuration() && kind != EventKind.OPEN && table(event).end(event.row()) <= state.time();
    }

    private LaneRow lane(LaneState lane) {
        List<EventRef> running = lane.running();
        String name = VisibleText.line(lane.lane().name().name());
        if (!running.isEmpty()) {
            EventRef inner = running.getLast();
            int skipped = Math.max(0, running.size() - LEVELS);
            String path = running.stream().skip(skipped).map(this::name).collect(Collectors.joining(" › "));
            String since = length(state.time() - table(inner).start(inner.row()), inner);
            return new LaneRow(name, (skipped > 0 ? "… › " : "") + path, since, true, lane.changed(), lane.last());
        }
        return lane.last()
                .map(last -> new LaneRow(
                        name,
                        TEXTS.get("idle", name(last)),
                        length(state.time() - lane.since(), last),
                        false,
                        lane.changed(),
                        lane.last()))
                .orElse(new LaneRow(name, TEXTS.get("lane.nothing"), "", false, false, lane.last()));
    }

    private void add(KeyState key, List<KeyRow> rows) {
        rows.add(new KeyRow(
                VisibleText.line(key.key()),
                TEXTS.get("key.operation"),
                done(key.last(), operation(key.last())),
                length(state.time() - key.since(), key.last()),
                laneOf(key.last()),
                key.changed(),
                key.last()));
        key.fields().stream()
                .filter(field -> !FRAME.contains(field.name()))
                .forEach(field -> rows.add(new KeyRow(
                        "",
                        VisibleText.line(field.name()),
                        VisibleText.line(field.value()),
                        length(state.time() - field.since(), field.by()),
                        laneOf(field.by()),
                        field.changed(),
                        field.by())));
    }

    private String more() {
        int left = state.keyCount() - state.keys().size();
        return left > 0 ? TEXTS.count("keys.left", left) : "";
    }

    private String length(long nanos, EventRef event) {
        if (nanos == 0) {
            return TEXTS.get("now");
        }
        if (!table(event).source().byOrder()) {
            return TimeText.duration(nanos);
        }
        return TEXTS.count("lines", nanos / LINE);
    }

    private String laneOf(EventRef event) {
        return VisibleText.line(trace.lanes().get(trace.laneId(event)).name().name());
    }

    private String name(EventRef event) {
        int key = table(event).key(event.row());
        return key == 0
                ? operation(event)
                : operation(event) + " " + VisibleText.line(trace.names().text(key));
    }

    private String operation(EventRef event) {
        return VisibleText.line(trace.names().text(table(event).name(event.row())));
    }

    private EventTable table(EventRef event) {
        return trace.tables().get(event.table());
    }
}
