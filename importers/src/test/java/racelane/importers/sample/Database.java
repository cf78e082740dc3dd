package racelane.importers.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A database behind one connection: whoever talks to it holds its monitor, and the others wait. */
final class Database {
    private static final long ROUND_TRIP = 150_000; // ns

    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, Integer> visits = new HashMap<>();

    synchronized void write(String key, int version) {
        LockSupport.parkNanos(this, ROUND_TRIP);
        versions.put(key, version);
    }

    synchronized void countVisit(String key) {
        LockSupport.parkNanos(this, ROUND_TRIP);
        visits.merge(key, 1, Integer::sum);
    }
}
