package racelane.model.event;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Writes the same seeded events into the store and into the reference. Equal times, late arrivals, spans of many seconds, ends
 * that come long after (or before) their starts and fields set later are all common.
 */
final class RandomEvents {
    static final long BASE = 1_795_177_923_455_123_000L; // 2026-11-20T12:32:03.455123Z

    private static final String[] NAMES = {"getUser", "updateUser", "cache.set", "invalidateRelated"};
    private static final String[] FIELDS = {"result", "level", "bytes"};

    final ReferenceStore reference = new ReferenceStore();
    final Names names;
    final TraceBuilder builder;
    private final RandomGenerator random;
    private final List<Integer> handles = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private final long step;

    RandomEvents(long seed, Names names) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.names = names;
        this.builder = new TraceBuilder(names);
        this.step = random.nextBoolean() ? 1 : 50_000_000;
        int lanes = 1 + random.nextInt(6);
        for (int i = 0; i < lanes; i++) {
            LaneName name = LaneName.thread("thread-" + i);
            reference.lanes.add(name);
            builder.lane(name);
        }
    }

    RandomEvents write(int count) {
        while (reference.arrived.size() < count) {
            switch (random.nextInt(8)) {
                case 0 -> closeOne();
                case 1 -> seeOne();
                case 2 -> decorate();
                default -> append();
            }
        }
        return this;
    }

    /** Returns the builder's handle of an event by its number in the order of arrival. */
    int handle(int arrived) {
        return handles.get(arrived);
    }

    private void append() {
        EventKind kind = EventKind.values()[random.nextInt(EventKind.values().length)];
        int line = reference.arrived.size() + 1;
        int lane = random.nextInt(reference.lanes.size());
        long late = random.nextInt(4) == 0 ? random.nextInt(40) : 0;
        long start = BASE + (line / 3 - late) * step;
        long end = kind.hasDuration() && kind != EventKind.OPEN ? start + duration() : start;
        String name = NAMES[random.nextInt(NAMES.length)];
        int event = handles.size();
        handles.add(builder.append(kind, lane, start, end, builder.word(name), line));
        reference.arrived.add(new ReferenceStore.Row(kind, lane, start, end, name, line));
        if (kind == EventKind.OPEN) {
            open.add(event);
        }
    }

    private long duration() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> Integer.MAX_VALUE + random.nextLong(-2, 3);
            case 2 -> random.nextLong(10_000_000_000_000L);
            default -> random.nextLong(20) * step;
        };
    }

    private void closeOne() {
        if (!open.isEmpty()) {
            int event = open.remove(random.nextInt(open.size()));
            ReferenceStore.Row row = reference.arrived.get(event);
            long end = row.start + random.nextLong(-3, 30) * step;
            int line = random.nextInt(3) == 0 ? 0 : reference.arrived.size();
            builder.close(handle(event), end, line);
            row.close(end, line);
        }
    }

    private void seeOne() {
        if (!open.isEmpty()) {
            int event = open.get(random.nextInt(open.size()));
            ReferenceStore.Row row = reference.arrived.get(event);
            long time = row.start + random.nextLong(-3, 30) * step;
            builder.seenUntil(handle(event), time);
            row.end = Math.max(row.end, time);
        }
    }

    private void decorate() {
        if (!reference.arrived.isEmpty()) {
            int event = random.nextInt(reference.arrived.size());
            ReferenceStore.Row row = reference.arrived.get(event);
            if (random.nextBoolean()) {
                row.key = "user:" + random.nextInt(5);
                builder.key(handle(event), builder.word(row.key));
            }
            String field = FIELDS[random.nextInt(FIELDS.length)];
            String value = "v" + random.nextInt(3);
            row.attributes.put(field, value);
            builder.addAttributes(handle(event), builder.attributes(builder.word(field), builder.word(value)));
        }
    }
}
