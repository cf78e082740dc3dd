package racelane.importers.sample;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Who may work on a key while another does. */
interface KeyLocks {
    Lock reading(String key);

    Lock writing(String key);

    /** The defect: everybody holds a lock, and each one of his own. */
    static KeyLocks none() {
        return new KeyLocks() {
            @Override
            public Lock reading(String key) {
                return new ReentrantLock();
            }

            @Override
            public Lock writing(String key) {
                return new ReentrantLock();
            }
        };
    }

    /** The fix: an update excludes readers as well as updates. A lock that only the writer takes would change nothing. */
    static KeyLocks perKey() {
        ConcurrentHashMap<String, ReentrantReadWriteLock> locks = new ConcurrentHashMap<>();
        return new KeyLocks() {
            @Override
            public Lock reading(String key) {
                return locks.computeIfAbsent(key, one -> new ReentrantReadWriteLock())
                        .readLock();
            }

            @Override
            public Lock writing(String key) {
                return locks.computeIfAbsent(key, one -> new ReentrantReadWriteLock())
                        .writeLock();
            }
        };
    }
}
