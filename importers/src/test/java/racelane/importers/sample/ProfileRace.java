package racelane.importers.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;

/** One run of the application: two readers and an updater for some 80 ms, over four users. */
final class ProfileRace {
    private static final List<String> KEYS = List.of("user:123", "user:124", "user:7", "user:42");
    private static final int UPDATES = 7;
    private static final int READS = 26;

    private final TextLog log = new TextLog();
    private final CallTrace trace = new CallTrace();
    private final RedisClient cache = new RedisClient(trace);
    private final ProfileService service;
    private final List<ProfileService.Read> reads = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch start = new CountDownLatch(1);
    private final long seed;

    private ProfileRace(KeyLocks locks, long seed) {
        this.service = new ProfileService(new Database(), cache, log, locks);
        this.seed = seed;
    }

    /**
     * What a run leaves behind.
     *
     * @param reads the truth
     * @param log the text log, a line each
     * @param trace the Chrome trace
     */
    record Outcome(List<ProfileService.Read> reads, List<String> log, String trace) {
        /** Returns the reads that got old data. */
        List<ProfileService.Read> stale() {
            return reads.stream().filter(ProfileService.Read::stale).toList();
        }

        void write(Path logFile, Path traceFile) throws IOException {
            Files.writeString(logFile, String.join("\n", log) + "\n");
            Files.writeString(traceFile, trace);
        }
    }

    /**
     * Runs the application once.
     *
     * @param seed decides the pauses and the keys; the rest is up to the scheduler
     */
    static Outcome run(KeyLocks locks, long seed) throws InterruptedException {
        return new ProfileRace(locks, seed).run();
    }

    /** Returns a recording of nothing but the threads' waits and the application's own calls: no word of the machine. */
    static Recording recording() {
        Recording recording = new Recording();
        for (String off :
                List.of("jdk.ActiveRecording", "jdk.ActiveSetting", "jdk.JVMInformation", "jdk.OSInformation")) {
            recording.disable(off);
        }
        recording
                .enable("jdk.JavaMonitorEnter")
                .withThreshold(Duration.ofNanos(30_000))
                .withStackTrace();
        recording
                .enable("jdk.ThreadPark")
                .withThreshold(Duration.ofNanos(150_000))
                .withStackTrace();
        recording.enable("jdk.ThreadStart").withoutStackTrace();
        recording.enable("jdk.ThreadEnd");
        recording.enable(ProfileCall.class);
        return recording;
    }

    private Outcome run() throws InterruptedException {
        for (String key : KEYS) {
            cache.prewarm(key, 1);
            cache.prewarm(ProfileService.related(key), 1);
        }
        List<Thread> threads = List.of(
                Thread.ofPlatform().name("http-1").unstarted(() -> read(new Random(seed))),
                Thread.ofPlatform().name("http-2").unstarted(() -> read(new Random(seed + 1))),
                Thread.ofPlatform().name("updater-1").unstarted(() -> update(new Random(seed + 2))));
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return new Outcome(List.copyOf(reads), log.lines(), trace.json());
    }

    private void read(Random random) {
        awaitStart();
        for (int i = 0; i < READS; i++) {
            pause(500_000, 3_500_000, random);
            reads.add(service.getUser(KEYS.get(random.nextInt(KEYS.size()))));
        }
    }

    private void update(Random random) {
        awaitStart();
        for (int i = 0; i < UPDATES; i++) {
            pause(5_000_000, 9_000_000, random);
            service.updateUser(KEYS.get(random.nextInt(KEYS.size())), i + 2);
        }
    }

    private void awaitStart() {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(long least, long most, Random random) {
        LockSupport.parkNanos(this, random.nextLong(least, most));
    }
}
