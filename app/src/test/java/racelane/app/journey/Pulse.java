package racelane.app.journey;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Asks the JavaFX thread for an answer every 20 ms and keeps the longest time it took. A time in which this thread itself, which does
 * nothing else, was not woken either says something about the machine and nothing about the window, and is left out.
 */
final class Pulse implements AutoCloseable {
    private static final long EVERY_NANOS = 20_000_000;
    private static final long STARVED_NANOS = 30_000_000;

    private final Thread thread = Thread.ofPlatform().daemon().name("pulse").unstarted(this::beat);
    private volatile boolean closed;
    private volatile long longest;

    Pulse() {
        thread.start();
    }

    /** Returns the longest time since the last question of this kind, in ms. */
    long longestMillis() {
        long millis = longest / 1_000_000;
        longest = 0;
        return millis;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void beat() {
        try {
            while (!closed) {
                CountDownLatch answered = new CountDownLatch(1);
                long asked = System.nanoTime();
                Platform.runLater(answered::countDown);
                boolean starved = false;
                long looked = asked;
                while (!answered.await(EVERY_NANOS, TimeUnit.NANOSECONDS)) {
                    long now = System.nanoTime();
                    starved |= now - looked > EVERY_NANOS + STARVED_NANOS;
                    looked = now;
                }
                long took = System.nanoTime() - asked;
                if (!starved) {
                    longest = Math.max(longest, took);
                }
                TimeUnit.NANOSECONDS.sleep(EVERY_NANOS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
