package racelane.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands for the UI thread where there is no toolkit: what is given to it runs when the test's thread waits for something. */
public final class UiQueue implements Executor {
    private static final long MOST_SECONDS = 10;

    private final BlockingQueue<Runnable> given = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable body) {
        given.add(body);
    }

    /** Runs the next thing that is given, within ten seconds. */
    public void runNext() throws InterruptedException {
        Runnable next = given.poll(MOST_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("something given within ten seconds").isNotNull();
        next.run();
    }

    /** Runs what is given until {@code condition} holds, within ten seconds. */
    public void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("ten seconds").isLessThan(end);
            Runnable next = given.poll(10, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
        }
    }
}
