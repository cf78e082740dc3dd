package racelane.app.job;

import java.util.concurrent.ThreadFactory;

/**
 * Makes the threads that work beside the window. Those that step back run at the lowest priority: they take every processor that
 * is free and give it back as soon as the window has something to show. What they compute is right at any priority.
 */
final class DaemonThreads {
    private DaemonThreads() {}

    /** Makes threads for what the window waits for, named {@code prefix} and a number from 1. */
    static ThreadFactory prompt(String prefix) {
        return Thread.ofPlatform().name(prefix, 1).daemon().factory();
    }

    /** Makes threads for what takes long, named {@code prefix} and a number from 1, which leave processors to the window first. */
    @SuppressWarnings("ThreadPriorityCheck") // asks for a smooth window, relies on nothing
    static ThreadFactory steppingBack(String prefix) {
        return Thread.ofPlatform()
                .name(prefix, 1)
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .factory();
    }
}
