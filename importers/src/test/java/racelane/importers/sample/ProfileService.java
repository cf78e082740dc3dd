package racelane.importers.sample;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;

/**
 * User profiles with a cache in front. An update sets the user's entry and drops what was computed from the old one
 * <em>in a second step</em>; whoever reads between the two gets the new user with the old related data.
 */
final class ProfileService {
    private static final long RENDER = 1_500_000; // ns between the set and the invalidation

    private final Database database;
    private final RedisClient cache;
    private final TextLog log;
    private final KeyLocks locks;

    ProfileService(Database database, RedisClient cache, TextLog log, KeyLocks locks) {
        this.database = database;
        this.cache = cache;
        this.log = log;
        this.locks = locks;
    }

    /**
     * What a reader got: the truth, taken from the data.
     *
     * @param thread who read
     * @param key what
     * @param version the user's version in the cache
     * @param related the version from which the related data were computed, 0 when there were none
     */
    record Read(String thread, String key, int version, int related) {
        /** Tells whether the answer mixes a new user with old related data. */
        boolean stale() {
            return related != 0 && related < version;
        }
    }

    void updateUser(String key, int version) {
        ProfileCall event = new ProfileCall("updateUser", key);
        event.begin();
        log.info("updateUser START: " + key);
        Lock lock = locks.writing(key);
        lock.lock();
        try {
            database.write(key, version);
            log.info("updateUser db.write COMPLETE: " + key);
            cache.set(key, version);
            log.info("updateUser cache.set COMPLETE: " + key);
            LockSupport.parkNanos(this, RENDER);
            invalidateRelated(key, version);
        } finally {
            lock.unlock();
        }
        log.info("updateUser invalidateRelated COMPLETE: " + key);
        event.commit();
    }

    Read getUser(String key) {
        ProfileCall event = new ProfileCall("getUser", key);
        event.begin();
        log.info("getUser START: " + key);
        Lock lock = locks.reading(key);
        lock.lock();
        Read read;
        try {
            read = new Read(Thread.currentThread().getName(), key, cache.get(key), cache.get(related(key)));
        } finally {
            lock.unlock();
        }
        event.result = read.stale() ? "OLD" : "NEW";
        log.info("getUser COMPLETE: " + key + " [" + event.result + "]");
        event.commit();
        database.countVisit(key);
        return read;
    }

    static String related(String key) {
        return key.replace("user:", "related:");
    }

    private void invalidateRelated(String key, int version) {
        cache.del(related(key));
        cache.set(related(key), version);
    }
}
