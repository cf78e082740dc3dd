package racelane.app.journey;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import racelane.app.job.Job;
import racelane.app.job.JobListener;

/** Asks the JavaFX thread for an answer every 50 ms, and counts those that came while a file was imported. */
final class Heartbeat implements JobListener, AutoCloseable {
    private static final long EVERY_MILLIS = 50;

    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean importing;
    private volatile int beats;
    private volatile long longest;
    private long last;

    Heartbeat() {
        var unused =
                heart.scheduleAtFixedRate(() -> Platform.runLater(this::beat), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** JavaFX thread, which alone writes the fields. */
    private void beat() {
        long now = System.nanoTime();
        if (last != 0) {
            longest = Math.max(longest, now - last);
        }
        last = now;
        if (importing) {
            beats = beats + 1;
        }
    }

    /** Returns how many beats were answered while a file was being read. */
    int beatsWhileImporting() {
        return beats;
    }

    /** Returns the longest time between two answers. */
    long longestSilenceMillis() {
        return longest / 1_000_000;
    }

    @Override
    public void started(Job<?> job) {
        importing |= job.title().startsWith("Importing");
    }

    @Override
    public void changed(Job<?> job) {}

    @Override
    public void ended(Job<?> job) {
        importing &= !job.title().startsWith("Importing");
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
