package racelane.importers.races;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Data that threads share under one key: what they race for. Every field is written by whoever comes, as in a program with a fault. */
final class Shared {
    final String key;
    final ReentrantLock lock = new ReentrantLock();
    volatile long version;
    volatile boolean instance;
    volatile boolean busy;
    volatile boolean dirty;
    volatile boolean pending;
    volatile String holder = "";

    private final @Nullable Shared partner;

    Shared(String key) {
        this(key, new Shared(key + "/b", null));
    }

    private Shared(String key, @Nullable Shared partner) {
        this.key = key;
        this.partner = partner;
    }

    /** Returns the other one of two that are taken together; null for that one itself. */
    @Nullable
    Shared partner() {
        return partner;
    }

    /** Runs something alone when {@code alone}, else as it comes. */
    void run(boolean alone, Runnable work) {
        if (!alone) {
            work.run();
            return;
        }
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
