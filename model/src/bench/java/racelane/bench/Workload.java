package racelane.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import racelane.model.event.EventKind;
import racelane.model.event.EventSink;
import racelane.model.event.EventTable;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.TraceBuilder;
import racelane.model.source.Interpretation;
import racelane.model.source.Account;
import racelane.model.source.ClockSetting;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;

/**
 * Seeded spans, ten million unless asked otherwise, over 64 lanes in the order of a log: starts half a microsecond apart, durations up to 20 µs with a
 * span of 3 s now and then, one start in a thousand a little late, 40 operations, 1000 keys on seven of ten events, attributes
 * on three of ten.
 */
final class Workload {
    static final int EVENTS = Integer.getInteger("racelane.bench.events", 10_000_000);
    static final int LANES = 64;
    static final int KEYS = 1000;
    static final long BASE = 1_795_177_923_455_123_000L;
    static final long STEP = 500;

    private static final String[] OPERATIONS = {
        "cache.set",
        "getCache",
        "getCache",
        "invalidateRelated",
        "lock.acquired",
        "lock.released",
        "http.request",
        "log"
    };

    private Workload() {}

    /**
     * What anybody would write first: one object an event.
     *
     * @param kind what it is
     * @param start ns since the epoch
     * @param end ns since the epoch
     * @param name the operation
     * @param key the contended thing, empty for none
     * @param attributes further fields
     * @param origin line number
     */
    record Flat(
            EventKind kind, long start, long end, String name, String key, Map<String, String> attributes, int origin) {}

    /** Takes the events one by one. */
    private interface Taker {
        void take(int lane, long start, long end, int name, int key, int attributes);
    }

    /** Builds and seals the store. */
    static EventTable store() {
        return store(EVENTS);
    }

    /** Builds and seals a store of the first {@code events} events. */
    static EventTable store(int events) {
        Names names = new Names();
        TraceBuilder builder = new TraceBuilder(names);
        int[] lanes = new int[LANES];
        for (int i = 0; i < LANES; i++) {
            lanes[i] = builder.lane(LaneName.thread("worker-" + i));
        }
        int[] words = words(builder, "operation-", 40);
        int[] keys = words(builder, "user:", KEYS);
        int[] tuples = new int[100];
        for (int i = 0; i < tuples.length; i++) {
            tuples[i] = builder.attributes(builder.word("result"), builder.word("value-" + i));
        }
        generate(events, (lane, start, end, name, key, attributes) -> {
            int event = builder.append(EventKind.SPAN, lanes[lane], start, end, words[name], builder.size() + 1);
            if (key >= 0) {
                builder.key(event, keys[key]);
            }
            if (attributes >= 0) {
                builder.addAttributes(event, tuples[attributes]);
            }
        });
        return builder.seal(source(builder));
    }

    /** Builds and seals instants that all have one of some keys and one of a few operations that patterns know. */
    static EventTable keyed(int events, int keys) {
        TraceBuilder builder = new TraceBuilder(new Names());
        SplittableRandom random = new SplittableRandom(1);
        long time = BASE;
        for (int i = 0; i < events; i++) {
            time += random.nextInt(2_000);
            int lane = builder.lane(LaneName.thread("worker-" + random.nextInt(LANES)));
            String name = OPERATIONS[random.nextInt(OPERATIONS.length)];
            int event = builder.append(EventKind.INSTANT, lane, time, time, builder.word(name), i + 1);
            builder.key(event, builder.word("user:" + random.nextInt(keys)));
        }
        return builder.seal(source(builder));
    }

    /** Builds and seals one key with as many sets, then twice as many reads, then as many invalidations: all windows nest. */
    static EventTable nested(int events) {
        TraceBuilder builder = new TraceBuilder(new Names());
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < events; i++) {
            int lane = builder.lane(LaneName.thread("worker-" + random.nextInt(LANES)));
            String name = i < events / 4 ? "cache.set" : i < events / 4 * 3 ? "getCache" : "invalidateRelated";
            int event = builder.append(
                    EventKind.INSTANT, lane, BASE + i * STEP, BASE + i * STEP, builder.word(name), i + 1);
            builder.key(event, builder.word("user:1"));
        }
        return builder.seal(source(builder));
    }

    /** Builds the list: the events of each lane by start. Strings and maps are shared, which flatters the list. */
    static List<List<Flat>> list() {
        List<List<Flat>> lanes = new ArrayList<>();
        for (int i = 0; i < LANES; i++) {
            lanes.add(new ArrayList<>());
        }
        List<String> words = numbered("operation-", 40);
        List<String> keys = numbered("user:", KEYS);
        List<Map<String, String>> maps = numbered("value-", 100).stream()
                .map(value -> Map.of("result", value))
                .toList();
        int[] line = {0};
        generate(EVENTS, (lane, start, end, name, key, attributes) -> lanes.get(lane)
                .add(new Flat(
                        EventKind.SPAN,
                        start,
                        end,
                        words.get(name),
                        key < 0 ? "" : keys.get(key),
                        attributes < 0 ? Map.of() : maps.get(attributes),
                        ++line[0])));
        lanes.forEach(lane -> lane.sort(Comparator.comparingLong(Flat::start)));
        return lanes;
    }

    private static void generate(int events, Taker taker) {
        SplittableRandom random = new SplittableRandom(20261120);
        for (int i = 0; i < events; i++) {
            long late = random.nextInt(1000) == 0 ? random.nextLong(100_000) : 0;
            long start = BASE + i * STEP - late;
            long duration = random.nextInt(100_000) == 0 ? 3_000_000_000L : random.nextLong(20_000);
            taker.take(
                    random.nextInt(LANES),
                    start,
                    start + duration,
                    random.nextInt(40),
                    random.nextInt(10) < 7 ? random.nextInt(KEYS) : -1,
                    random.nextInt(10) < 3 ? random.nextInt(100) : -1);
        }
    }

    private static int[] words(EventSink sink, String prefix, int count) {
        return numbered(prefix, count).stream().mapToInt(sink::word).toArray();
    }

    private static List<String> numbered(String prefix, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(prefix + i);
        }
        return words;
    }

    private static Source source(TraceBuilder builder) {
        return new Source(
                Path.of("bench.log"),
                "0".repeat(64),
                SourceKind.LOG,
                "generated",
                "wall clock",
                1,
                ClockSetting.NONE,
                new Account.Records(builder.size(), builder.size(), 0, 0),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                List.of(),
                List.of(),
                SourceText.none(), Interpretation.FIXED);
    }
}
