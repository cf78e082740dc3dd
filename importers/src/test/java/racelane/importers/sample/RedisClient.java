package racelane.importers.sample;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A cache on the other side of a network: each call waits for the way there and the way back. Values are versions, 0 is none. */
final class RedisClient {
    private static final String LAYER = "redis client";
    private static final long ONE_WAY = 40_000; // ns; the scheduler makes about 100 µs of it

    private final ConcurrentHashMap<String, Integer> entries = new ConcurrentHashMap<>();
    private final CallTrace trace;

    RedisClient(CallTrace trace) {
        this.trace = trace;
    }

    /** Puts an entry there before the run begins. */
    void prewarm(String key, int version) {
        entries.put(key, version);
    }

    int get(String key) {
        return call("GET", key, () -> entries.getOrDefault(key, 0));
    }

    void set(String key, int version) {
        call("SET", key, () -> {
            entries.put(key, version);
            return version;
        });
    }

    void del(String key) {
        call("DEL", key, () -> {
            entries.remove(key);
            return 0;
        });
    }

    private int call(String command, String key, Supplier<Integer> effect) {
        Instant begin = Instant.now();
        LockSupport.parkNanos(this, ONE_WAY);
        int result = effect.get();
        LockSupport.parkNanos(this, ONE_WAY);
        trace.call(LAYER, command, key, begin);
        return result;
    }
}
