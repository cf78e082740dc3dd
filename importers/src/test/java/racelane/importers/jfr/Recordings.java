package racelane.importers.jfr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;

/**
 * Small recordings of events of our own, made by the JVM that runs the tests.
 *
 * <p>A recording holds what the whole JVM does meanwhile, and starting another one cuts its chunk in two. So who counts what is in one is
 * {@link org.junit.jupiter.api.parallel.Isolated}.
 */
public final class Recordings {
    private Recordings() {}

    /** An operation on a cache, as a program under test might record it. */
    @Name("app.CacheOp")
    @Label("Cache operation")
    @StackTrace(false)
    static class CacheOp extends Event {
        @Label("Operation")
        String operation = "";

        @Label("Key")
        String key = "";

        @Label("Result")
        String result = "";

        @Label("Version")
        long version;
    }

    /** A step without an operation or a key. */
    @Name("racelane.importers.jfr.Recordings$Step")
    static class Step extends Event {
        @Label("Good")
        boolean good = true;
    }

    /** Records one chunk: {@code count} cache operations on each of two threads called {@code worker-1} and {@code worker-2}. */
    public static byte[] chunk(Path folder, int count) throws IOException {
        Path file = Files.createTempFile(folder, "recorded", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(CacheOp.class).withoutThreshold();
            recording.enable(Step.class).withoutThreshold().withStackTrace();
            recording.start();
            work("worker-1", count);
            work("worker-2", count);
            recording.stop();
            recording.dump(file);
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    /** Joins chunks into one recording. */
    static byte[] join(byte[]... chunks) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] chunk : chunks) {
            all.write(chunk);
        }
        return all.toByteArray();
    }

    /** Records {@code work} with the given JDK event type on and no threshold, as one chunk. */
    static byte[] record(Path folder, String type, Runnable work) throws IOException {
        Path file = Files.createTempFile(folder, "recorded", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(type).withoutThreshold();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    /** Lets {@code body} run on a thread of its own and waits for its end. */
    static void onThread(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has a thread called {@code name} wait to enter the monitor of {@code lock}, which the caller's thread holds meanwhile. */
    static void contend(Object lock, String name) {
        CountDownLatch started = new CountDownLatch(1);
        Thread waiter = new Thread(
                () -> {
                    started.countDown();
                    synchronized (lock) {
                        new Step().commit();
                    }
                },
                name);
        synchronized (lock) {
            waiter.start();
            try {
                started.await();
                while (waiter.getState() != Thread.State.BLOCKED) {
                    Thread.sleep(1);
                }
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        try {
            waiter.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void work(String thread, int count) {
        onThread(thread, () -> {
            for (int i = 0; i < count; i++) {
                CacheOp op = new CacheOp();
                op.begin();
                op.operation = i % 2 == 0 ? "cache.set" : "cache.read";
                op.key = "user:" + i % 7;
                op.result = i % 3 == 0 ? "OLD" : "NEW";
                op.version = i;
                op.commit();
            }
            new Step().commit();
        });
    }
}
