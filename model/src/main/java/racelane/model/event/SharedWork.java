package racelane.model.event;

import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import racelane.model.progress.Beside;

/**
 * Parts of one piece of work that do not touch each other, done by two threads: each takes the next part that nobody has begun, so that
 * neither waits for the other while there is something to do.
 */
final class SharedWork {
    private final Runnable[] parts;
    private final AtomicInteger begun = new AtomicInteger();

    private SharedWork(Runnable... parts) {
        this.parts = parts;
    }

    /**
     * Does {@code own} and all parts; returns when everything is done.
     *
     * @param helper runs parts meanwhile; it may as well run them at once
     * @param own what this thread does first
     * @param parts the largest first
     */
    static void run(Executor helper, Runnable own, Runnable... parts) {
        SharedWork work = new SharedWork(parts);
        FutureTask<?> beside = new FutureTask<>(work::takeParts, null);
        helper.execute(beside);
        try {
            own.run();
            work.takeParts();
        } finally {
            Beside.settle(beside);
        }
        Beside.join(beside);
    }

    private void takeParts() {
        for (int part = begun.getAndIncrement(); part < parts.length; part = begun.getAndIncrement()) {
            parts[part].run();
        }
    }
}
