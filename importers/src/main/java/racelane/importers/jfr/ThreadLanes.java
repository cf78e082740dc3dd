package racelane.importers.jfr;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventSink;
import racelane.model.event.LaneName;

/**
 * Gives every thread its lane. The first thread of a name gets the plain name, so that it meets the same thread in a log; later
 * threads of that name are told apart as {@code name #id}.
 */
final class ThreadLanes {
    /** Virtual threads are many and their objects are not shared, so the short cut is emptied now and then. */
    private static final int SHORT_CUTS = 1 << 14;

    private final EventSink sink;
    private final Map<RecordedThread, Integer> shortCuts = new IdentityHashMap<>();
    private final Map<Identity, LaneName> names = new HashMap<>();
    private final Map<String, Identity> plainNames = new HashMap<>();

    ThreadLanes(EventSink sink) {
        this.sink = sink;
    }

    private record Identity(String name, long javaId, long osId) {}

    /** Returns the lane id of a thread. */
    int lane(RecordedThread thread) {
        Integer known = shortCuts.get(thread);
        if (known != null) {
            return known;
        }
        if (shortCuts.size() >= SHORT_CUTS) {
            shortCuts.clear();
        }
        int lane = sink.lane(name(thread));
        shortCuts.put(thread, lane);
        return lane;
    }

    /** Returns the name of a thread's lane. */
    LaneName name(RecordedThread thread) {
        long javaId = thread.getJavaThreadId();
        Identity identity = new Identity(plainName(thread), javaId, javaId > 0 ? 0 : thread.getOSThreadId());
        return names.computeIfAbsent(identity, this::distinct);
    }

    /** Forgets the objects of the chunk before, which are not those of the next. */
    void newChunk() {
        shortCuts.clear();
    }

    private LaneName distinct(Identity identity) {
        Identity first = plainNames.putIfAbsent(identity.name(), identity);
        if (first == null) {
            return LaneName.thread(identity.name());
        }
        return LaneName.thread(identity.name() + " #" + (identity.javaId() > 0 ? identity.javaId() : identity.osId()));
    }

    static String plainName(RecordedThread thread) {
        @Nullable String java = thread.getJavaName();
        if (java != null && !java.isEmpty()) {
            return java;
        }
        @Nullable String os = thread.getOSName();
        if (os != null && !os.isEmpty()) {
            return os;
        }
        return thread.getJavaThreadId() > 0
                ? (thread.isVirtual() ? "virtual-" : "thread-") + thread.getJavaThreadId()
                : "os-thread-" + thread.getOSThreadId();
    }
}
