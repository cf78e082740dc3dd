package racelane.app.journey;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Asks the JavaFX thread for an answer every 20 ms and keeps the longest time it took, and the longest time the thread itself computed
 * before it answered. The second hardly grows when other programs have the processors, so it is what can be held against a limit on a
 * shared machine; what it waited for is in the first only. Beside it a metronome, a thread that does nothing but wake every 5 ms, tells
 * how long the machine, or a collection of garbage, held up a thread that wants nothing.
 */
final class Pulse implements AutoCloseable {
    private static final long EVERY_NANOS = 20_000_000;
    private static final long TICK_NANOS = 5_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long fxThread = WaitForAsyncUtils.waitForAsyncFx(
            30_000, () -> Thread.currentThread().threadId());
    private final Thread thread = Thread.ofPlatform().daemon().name("pulse").unstarted(this::beat);
    private final Thread metronome =
            Thread.ofPlatform().daemon().name("metronome").unstarted(this::tick);
    private volatile boolean closed;
    private volatile long longest;
    private volatile long busiest;
    private volatile long heldUp;

    Pulse() {
        thread.start();
        metronome.start();
    }

    /** Returns the longest time until an answer since this was asked last, in ms. */
    long longestMillis() {
        long millis = longest / 1_000_000;
        longest = 0;
        return millis;
    }

    /** Returns the longest time the JavaFX thread computed before an answer since this was asked last, in ms. */
    long busiestMillis() {
        long millis = busiest / 1_000_000;
        busiest = 0;
        return millis;
    }

    /** Returns the longest time that a thread which wants nothing was held up since this was asked last, in ms. */
    long heldUpMillis() {
        long millis = heldUp / 1_000_000;
        heldUp = 0;
        return millis;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        metronome.interrupt();
    }

    private void tick() {
        try {
            while (!closed) {
                long asleep = System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(TICK_NANOS);
                heldUp = Math.max(heldUp, System.nanoTime() - asleep - TICK_NANOS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            while (!closed) {
                CountDownLatch answered = new CountDownLatch(1);
                long before = THREADS.getThreadCpuTime(fxThread);
                long asked = System.nanoTime();
                Platform.runLater(answered::countDown);
                answered.await();
                long took = System.nanoTime() - asked;
                longest = Math.max(longest, took);
                busiest = Math.max(busiest, Math.min(took, THREADS.getThreadCpuTime(fxThread) - before));
                TimeUnit.NANOSECONDS.sleep(EVERY_NANOS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
