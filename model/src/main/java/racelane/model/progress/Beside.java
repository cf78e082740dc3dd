package racelane.model.progress;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Work done beside one's own thread, one task after the other in the order in which they were given. It makes no thread: it uses
 * the executor it is given, which may as well run each task at once.
 */
public final class Beside {
    private final Executor helper;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger given = new AtomicInteger();

    /** Creates a row of tasks for {@code helper}. */
    public Beside(Executor helper) {
        this.helper = helper;
    }

    /** Gives a task; returns what to wait for with {@link #join}. Any thread. */
    public FutureTask<?> give(Runnable work) {
        FutureTask<?> task = new FutureTask<>(work, null);
        waiting.add(task);
        if (given.getAndIncrement() == 0) {
            helper.execute(this::work);
        }
        return task;
    }

    /** Does what waits. Only the first task of a row calls the helper, so no two run at once. */
    private void work() {
        do {
            waiting.remove().run();
        } while (given.decrementAndGet() > 0);
    }

    /** Waits until a task is done, however it ended. Interruption is kept for later. */
    public static void settle(FutureTask<?> task) {
        boolean interrupted = false;
        while (!task.isDone()) {
            try {
                task.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                break; // it is done, and nobody wants its result
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for a task and returns its result; what went wrong in it goes wrong here.
     *
     * @throws CancelledException when this thread is interrupted, which nobody does who still wants the result
     */
    public static <T> T join(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
