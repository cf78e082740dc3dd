package racelane.importers.jfr;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventSink;
import racelane.model.event.LaneName;

/**
 * Gives every thread its lane. The first thread of a name gets the plain name, so that it meets the same thread in a log; later
 * threads of that name are told apart as {@code name #id}.
 */
final class ThreadLanes {
    private static final int NO_LANE = -1;

    private final EventSink sink;
    private final Map<Identity, LaneName> names = new HashMap<>();
    private final Map<String, Identity> plainNames = new HashMap<>();
    private LongTable lanes = new LongTable();
    private long lastKey;
    private int lastLane = NO_LANE;

    ThreadLanes(EventSink sink) {
        this.sink = sink;
    }

    /** What tells threads apart. Compares by hand: what makes a record's methods at run time costs every start 30 ms. */
    private record Identity(String name, long javaId, long osId) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Identity one && javaId == one.javaId && osId == one.osId && name.equals(one.name);
        }

        @Override
        public int hashCode() {
            return (name.hashCode() * 31 + Long.hashCode(javaId)) * 31 + Long.hashCode(osId);
        }
    }

    /** Returns the lane id of the thread that a constant of this type is, or -1 when there is no such constant. */
    int lane(TypeDef type, long key, Constants constants) {
        if (key == lastKey && lastLane != NO_LANE) {
            return lastLane;
        }
        long known = lanes.get(key);
        if (known == LongTable.ABSENT) {
            Object thread = key == 0 ? null : constants.get(new Struct.Constant(type, key));
            known = thread instanceof Struct struct ? sink.lane(name(struct, constants)) : NO_LANE;
            lanes.put(key, known);
        }
        lastKey = key;
        lastLane = (int) known;
        return lastLane;
    }

    /** Returns the name of a thread's lane. */
    LaneName name(Struct thread, Constants constants) {
        long javaId = number(thread, "javaThreadId");
        String plain = plainName(thread, constants);
        Identity identity = new Identity(plain, javaId, javaId > 0 ? 0 : number(thread, "osThreadId"));
        return names.computeIfAbsent(identity, this::distinct);
    }

    /** Forgets the keys of the chunk before, which are not those of the next. */
    void newChunk() {
        lanes = new LongTable();
        lastLane = NO_LANE;
    }

    private LaneName distinct(Identity identity) {
        Identity first = plainNames.putIfAbsent(identity.name(), identity);
        if (first == null) {
            return LaneName.thread(identity.name());
        }
        return LaneName.thread(identity.name() + " #" + (identity.javaId() > 0 ? identity.javaId() : identity.osId()));
    }

    /** Returns what a thread is called: by Java, else by the system, else by its number. */
    static String plainName(Struct thread, Constants constants) {
        String java = text(thread, "javaName", constants);
        if (java != null && !java.isEmpty()) {
            return java;
        }
        String os = text(thread, "osName", constants);
        if (os != null && !os.isEmpty()) {
            return os;
        }
        long javaId = number(thread, "javaThreadId");
        return javaId > 0
                ? (Boolean.TRUE.equals(thread.get("virtual")) ? "virtual-" : "thread-") + javaId
                : "os-thread-" + number(thread, "osThreadId");
    }

    /** Returns the number that Java knows a thread by; 0 or less when it does not know it. */
    static long javaId(Struct thread) {
        return number(thread, "javaThreadId");
    }

    private static @Nullable String text(Struct thread, String field, Constants constants) {
        return constants.resolve(thread.get(field)) instanceof String text ? text : null;
    }

    private static long number(Struct thread, String field) {
        return thread.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
