package racelane.model.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import racelane.model.event.Event;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.TestSources;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;
import racelane.model.time.TimeRange;

class TraceStateTest {
    private final Names names = new Names();
    private final TraceBuilder builder = new TraceBuilder(names);

    @Test
    void betweenStartAndEndALaneRunsAndItsResultIsNotKnownYet() {
        int reader = builder.lane(LaneName.thread("reader"));
        int writer = builder.lane(LaneName.thread("writer"));
        event(EventKind.INSTANT, writer, new TimeRange(455, 455), "cache.set", "user:123", "version", "2");
        event(EventKind.SPAN, reader, new TimeRange(456, 458), "getCache", "user:123", "result", "OLD");
        Trace trace = trace();

        TraceState during = TraceState.at(trace, 457, Progress.none());
        assertThat(during.lanes().get(reader).running()).hasSize(1);
        assertThat(during.lanes().get(reader).changed()).isTrue();
        assertThat(during.lanes().get(writer).running()).isEmpty();
        assertThat(during.lanes().get(writer).since()).isEqualTo(455);
        assertThat(during.lanes().get(writer).changed()).isFalse();
        assertThat(fields(during)).containsExactly("version=2 since 455");

        TraceState after = TraceState.at(trace, 458, Progress.none());
        assertThat(after.lanes().get(reader).running()).isEmpty();
        assertThat(fields(after)).containsExactly("result=OLD since 458", "version=2 since 455");
        assertThat(after.keys().getFirst().fields().getFirst().changed()).isTrue();
    }

    @Test
    void oneStepsFromMomentToMomentBothWays() {
        int lane = builder.lane(LaneName.thread("a"));
        event(EventKind.SPAN, lane, new TimeRange(10, 40), "outer", "k");
        event(EventKind.SPAN, lane, new TimeRange(20, 30), "inner", "k");
        Trace trace = trace();
        List<Long> forward = new ArrayList<>();
        long time = 0;
        for (OptionalLong next = after(trace, time); next.isPresent(); next = after(trace, time)) {
            time = next.getAsLong();
            forward.add(time);
        }
        List<Long> back = new ArrayList<>();
        for (OptionalLong last = OptionalLong.of(time); last.isPresent(); last = before(trace, last.getAsLong())) {
            back.addFirst(last.getAsLong());
        }
        assertThat(forward).containsExactly(10L, 20L, 30L, 40L);
        assertThat(back).isEqualTo(forward);
    }

    @Test
    void whatRunsIsToldOutermostFirstAndAnEventWithoutAnEndRunsOn() {
        int lane = builder.lane(LaneName.thread("a"));
        event(EventKind.OPEN, lane, new TimeRange(5, 6), "serve", "k", "user", "mk");
        event(EventKind.SPAN, lane, new TimeRange(10, 40), "outer", "k");
        event(EventKind.WAIT, lane, new TimeRange(20, 30), "inner", "k");
        TraceState state = TraceState.at(trace(), 25, Progress.none());
        assertThat(state.lanes().getFirst().running())
                .extracting(ref -> trace().at(ref).name())
                .containsExactly("serve", "outer", "inner");
        assertThat(fields(state)).containsExactly("user=mk since 5");
    }

    @Test
    void ofManyKeysTheNewestAreToldAndAllAreCounted() {
        int lane = builder.lane(LaneName.thread("a"));
        for (int i = 0; i < 1000; i++) {
            event(EventKind.INSTANT, lane, new TimeRange(i, i), "put", "key-" + i);
        }
        TraceState state = TraceState.at(trace(), 899, Progress.none());
        assertThat(state.keyCount()).isEqualTo(900);
        assertThat(state.keys()).hasSize(TraceState.MAX_KEYS);
        assertThat(state.keys().getFirst().key()).isEqualTo("key-899");
        assertThat(state.keys().getLast().key()).isEqualTo("key-700");
    }

    @Test
    void beforeTheFirstEventNothingIsKnown() {
        int lane = builder.lane(LaneName.thread("a"));
        event(EventKind.INSTANT, lane, new TimeRange(10, 10), "put", "k");
        TraceState state = TraceState.at(trace(), 9, Progress.none());
        assertThat(state.moment()).isEmpty();
        assertThat(state.after()).hasValue(10);
        assertThat(state.lanes().getFirst().last()).isEmpty();
        assertThat(state.keys()).isEmpty();
        assertThat(TraceState.at(trace(), Long.MAX_VALUE, Progress.none()).moment())
                .hasValue(10);
    }

    @Test
    void itCanBeCancelled() {
        event(EventKind.INSTANT, builder.lane(LaneName.thread("a")), new TimeRange(10, 10), "put", "k");
        Progress cancelled = new Progress() {
            @Override
            public void advance(long done, long total) {}

            @Override
            public void message(String text) {}

            @Override
            public void checkCancelled() {
                throw new CancelledException();
            }
        };
        assertThatThrownBy(() -> TraceState.at(trace(), 20, cancelled)).isInstanceOf(CancelledException.class);
    }

    @Test
    void twoThousandRandomStatesAreWhatAPlainLoopFinds() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261121);
        for (int round = 0; round < 200; round++) {
            Trace trace = random(random);
            for (int i = 0; i < 10; i++) {
                long time = random.nextLong(-2, 130);
                TraceState state = TraceState.at(trace, time, Progress.none());
                assertThat(plain(state, trace))
                        .as("round %d at %d", round, time)
                        .isEqualTo(expected(trace, time));
            }
        }
    }

    private void event(EventKind kind, int lane, TimeRange when, String name, String key, String... attributes) {
        int event = builder.append(kind, lane, when.start(), when.end(), builder.word(name), builder.size() + 1);
        builder.key(event, builder.word(key));
        for (int i = 0; i < attributes.length; i += 2) {
            builder.addAttributes(
                    event, builder.attributes(builder.word(attributes[i]), builder.word(attributes[i + 1])));
        }
    }

    private @Nullable Trace sealed;

    private Trace trace() {
        Trace known = sealed == null ? Trace.empty(names).with(TestSources.seal("a.log", builder)) : sealed;
        sealed = known;
        return known;
    }

    private static Trace random(RandomGenerator random) {
        Names words = new Names();
        Trace trace = Trace.empty(words);
        for (int table = 0; table < 1 + random.nextInt(2); table++) {
            TraceBuilder rows = new TraceBuilder(words);
            int lanes = 1 + random.nextInt(4);
            for (int i = 0; i < lanes; i++) {
                rows.lane(LaneName.thread("t" + table + i));
            }
            for (int i = 0; i < random.nextInt(40); i++) {
                EventKind kind = EventKind.values()[random.nextInt(4)];
                long start = random.nextInt(100);
                long end = kind.hasDuration() ? start + random.nextInt(25) : start;
                int event = rows.append(kind, random.nextInt(lanes), start, end, rows.word("op"), i + 1);
                if (random.nextInt(4) > 0) {
                    rows.key(event, rows.word("k" + random.nextInt(6)));
                }
                if (random.nextBoolean()) {
                    rows.addAttributes(
                            event,
                            rows.attributes(rows.word("f" + random.nextInt(3)), rows.word("v" + random.nextInt(50))));
                }
            }
            trace = trace.with(TestSources.seal("t" + table + ".log", rows));
        }
        return trace;
    }

    /** What the state says, in words that do not depend on the order of equals. */
    private static Map<String, Object> plain(TraceState state, Trace trace) {
        Map<String, Object> said = new HashMap<>();
        said.put("before", state.before());
        said.put("moment", state.moment());
        said.put("after", state.after());
        said.put("keys", state.keyCount());
        for (LaneState lane : state.lanes()) {
            String name = lane.lane().name().name();
            said.put(
                    "runs " + name,
                    new TreeSet<>(lane.running().stream().map(EventRef::row).toList()));
            said.put("since " + name, lane.last().isEmpty() ? "never" : lane.since() + " " + lane.changed());
        }
        for (KeyState key : state.keys()) {
            said.put("key " + key.key(), key.since() + " " + key.changed());
            assertThat(trace.at(key.last()).key()).isEqualTo(key.key());
            key.fields()
                    .forEach(field ->
                            said.put("field " + key.key() + " " + field.name(), field.since() + " " + field.changed()));
        }
        return said;
    }

    private static Map<String, Object> expected(Trace trace, long time) {
        Map<String, Object> said = new HashMap<>();
        TreeSet<Long> past = new TreeSet<>();
        TreeSet<Long> future = new TreeSet<>();
        Map<String, Long> lanes = new HashMap<>();
        Map<String, Long> keys = new HashMap<>();
        Map<String, Long> fields = new HashMap<>();
        Map<String, TreeSet<Integer>> running = new HashMap<>();
        trace.lanes().forEach(lane -> running.put(lane.name().name(), new TreeSet<>()));
        for (int table = 0; table < trace.tables().size(); table++) {
            EventTable rows = trace.tables().get(table);
            for (int row = 0; row < rows.size(); row++) {
                Event event = trace.at(new EventRef(table, row));
                boolean open = event.kind() == EventKind.OPEN;
                (event.start() <= time ? past : future).add(event.start());
                if (!open) {
                    (event.end() <= time ? past : future).add(event.end());
                }
                boolean runs = open || event.end() > time;
                if (event.start() <= time && runs) {
                    running.computeIfAbsent(event.lane().name().name(), name -> new TreeSet<>())
                            .add(row);
                }
                if (event.start() <= time) {
                    long heard = runs ? event.start() : event.end();
                    lanes.merge(event.lane().name().name(), heard, Math::max);
                    heard(event, heard, !runs || open, keys, fields);
                }
            }
        }
        long moment = past.isEmpty() ? Long.MIN_VALUE : past.last();
        Long before = past.isEmpty() ? null : past.lower(moment);
        said.put("moment", past.isEmpty() ? OptionalLong.empty() : OptionalLong.of(moment));
        said.put("before", before == null ? OptionalLong.empty() : OptionalLong.of(before));
        said.put("after", future.isEmpty() ? OptionalLong.empty() : OptionalLong.of(future.first()));
        said.put("keys", keys.size());
        running.forEach((lane, rows) -> said.put("runs " + lane, rows));
        running.keySet()
                .forEach(lane -> said.put(
                        "since " + lane,
                        lanes.containsKey(lane) ? lanes.get(lane) + " " + (lanes.get(lane) == moment) : "never"));
        keys.forEach((key, at) -> said.put("key " + key, at + " " + (at == moment)));
        fields.forEach((field, at) -> said.put("field " + field, at + " " + (at == moment)));
        return said;
    }

    private static void heard(Event event, long time, boolean told, Map<String, Long> keys, Map<String, Long> fields) {
        String key = event.key();
        if (key == null) {
            return;
        }
        keys.merge(key, time, Math::max);
        if (told) {
            event.attributes().forEach((name, value) -> fields.merge(key + " " + name, time, Math::max));
        }
    }

    private static OptionalLong after(Trace trace, long time) {
        return TraceState.at(trace, time, Progress.none()).after();
    }

    private static OptionalLong before(Trace trace, long time) {
        return TraceState.at(trace, time, Progress.none()).before();
    }

    private static List<String> fields(TraceState state) {
        return state.keys().stream()
                .flatMap(key -> key.fields().stream())
                .map(field -> field.name() + "=" + field.value() + " since " + field.since())
                .toList();
    }
}
