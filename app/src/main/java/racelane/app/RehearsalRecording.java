package racelane.app;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Configuration;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import racelane.app.job.HelperThreads;
import racelane.model.progress.Beside;

/**
 * Makes a recording as programs make them that log their operations as events, for {@link RecordingRehearsal} to read: several threads, some
 * of whose events wait or have stack traces, and what the JVM records of itself. Run by the launcher in a JVM of its own, with the module
 * {@code jdk.jfr}, which the program itself does without.
 */
final class RehearsalRecording {
    private static final int THREADS = 6;
    private static final int EVENTS = 120_000;
    private static final int KEYS = 400;
    private static final String[] OPERATIONS = {"getCache", "updateCache", "invalidate", "loadFromRepository"};

    private RehearsalRecording() {}

    /** An operation on a key, as short as most events are. */
    @Name("rehearsal.Operation")
    @StackTrace(false)
    static final class Operation extends Event {
        String operation = "";
        String key = "";
        long version;
        int worker;
    }

    /** A request with values of other kinds. */
    @Name("rehearsal.Request")
    static final class Request extends Event {
        String key = "";
        String path = "";
        double load;
        boolean cached;

        @Timespan(Timespan.NANOSECONDS)
        long queued;
    }

    /**
     * Records.
     *
     * @param args the file to write
     * @throws IOException when it cannot be written
     * @throws ParseException when the JDK's own settings cannot be read
     */
    public static void main(String[] args) throws IOException, ParseException {
        try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
            recording.start();
            Executor threads = new HelperThreads();
            List<FutureTask<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < THREADS; worker++) {
                int number = worker;
                FutureTask<?> task = new FutureTask<>(() -> work(number), null);
                threads.execute(task);
                workers.add(task);
            }
            workers.forEach(Beside::settle);
            recording.stop();
            recording.dump(Path.of(args[0]));
        }
    }

    private static void work(int worker) {
        Random random = new Random(worker);
        for (int i = 0; i < EVENTS; i++) {
            Operation event = new Operation();
            event.begin();
            event.operation = OPERATIONS[random.nextInt(OPERATIONS.length)];
            event.key = "user:" + random.nextInt(KEYS);
            event.version = i;
            event.worker = worker;
            event.commit();
            if (i % 50 == 0) {
                request(random, 1 + random.nextInt(10));
            }
            if (i % 2_000 == 0) {
                LockSupport.parkNanos(100_000);
            }
        }
    }

    /** Adds a request that comes from some calls deep. */
    private static void request(Random random, int depth) {
        if (depth > 0) {
            request(random, depth - 1);
            return;
        }
        Request event = new Request();
        event.key = "session-" + random.nextInt(1_000_000);
        event.path = "/api/users/" + random.nextInt(KEYS);
        event.load = random.nextDouble();
        event.cached = random.nextBoolean();
        event.queued = random.nextInt(1_000_000);
        event.commit();
    }
}
