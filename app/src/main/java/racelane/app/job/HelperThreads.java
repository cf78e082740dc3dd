package racelane.app.job;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for what a job can do beside its own thread. They are daemons, leave the processors to the window first, end when there has
 * been nothing to do for a while, and take orders from any thread. On a machine with one processor the thread that orders does the work itself.
 */
public final class HelperThreads implements Executor {
    private static final long IDLE_SECONDS = 10;

    private final Executor threads;

    /** Creates helpers for this machine; no thread starts before there is work. */
    public HelperThreads() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** Creates helpers for a machine with so many processors. */
    HelperThreads(int processors) {
        threads = processors < 2
                ? Runnable::run
                : new ThreadPoolExecutor(
                        0,
                        Integer.MAX_VALUE,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        DaemonThreads.steppingBack("racelane-helper-"));
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }
}
