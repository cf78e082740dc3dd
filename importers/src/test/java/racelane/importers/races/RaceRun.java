package racelane.importers.races;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program with a race once: its threads go round after round, one in eleven on keys for which they race, the others on keys that
 * nobody else has or that are used as they should be. Afterwards it holds what they did and can be written as a log.
 */
final class RaceRun {
    private static final int BENIGN = 10;
    private static final int RACY_KEYS = 1;
    private static final Instant BASE = Instant.parse("2026-11-21T10:00:00Z");

    /** A clock of a log: how it is named and what its stamps are rounded down to, ns. */
    enum Clock {
        NS(1, "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS"),
        US(1_000, "uuuu-MM-dd'T'HH:mm:ss.SSSSSS"),
        MS(1_000_000, "uuuu-MM-dd'T'HH:mm:ss.SSS");

        private final long tick;
        private final DateTimeFormatter format;

        Clock(long tick, String format) {
            this.tick = tick;
            this.format = DateTimeFormatter.ofPattern(format, Locale.ROOT).withZone(ZoneOffset.UTC);
        }
    }

    /** What a program records into a JFR recording. */
    @Name("app.Step")
    @StackTrace(false)
    static final class Step extends Event {
        String operation = "";
        String key = "";

        @Nullable
        String n;

        @Nullable
        String result;

        @Nullable
        String base;

        @Nullable
        String seq;

        @Nullable
        String pos;

        @Nullable
        String offset;

        @Nullable
        String fetch;

        @Nullable
        String status;

        @Nullable
        String pid;

        @Nullable
        String value;

        @Nullable
        String blocked;

        @Nullable
        String ready;

        @Nullable
        String owner;

        @Nullable
        String holder;

        void fill(Act act) {
            operation = act.operation;
            key = act.key;
            Map<String, String> from = act.attributes;
            n = from.get("n");
            result = from.get("result");
            base = from.get("base");
            seq = from.get("seq");
            pos = from.get("pos");
            offset = from.get("offset");
            fetch = from.get("fetch");
            status = from.get("status");
            pid = from.get("pid");
            value = from.get("value");
            blocked = from.get("blocked");
            ready = from.get("ready");
            owner = from.get("owner");
            holder = from.get("holder");
        }
    }

    private static final class IntoJfr implements Worker.Recorder {
        @Override
        public Object begin() {
            Step step = new Step();
            step.begin();
            return step;
        }

        @Override
        public void end(@Nullable Object begun, Act act) {
            Step step = begun instanceof Step one ? one : new Step();
            step.fill(act);
            step.commit();
        }
    }

    private static final class Nowhere implements Worker.Recorder {
        @Override
        public Object begin() {
            return this;
        }

        @Override
        public void end(@Nullable Object begun, Act act) {}
    }

    private final Race race;
    private final List<Act> acts;
    private final long start;

    private RaceRun(Race race, List<Act> acts, long start) {
        this.race = race;
        this.acts = acts;
        this.start = start;
    }

    /** How a program is run. */
    record Setting(boolean guarded, int threads, long millis, long seed) {}

    /** Runs a program whose log is written afterwards. */
    static RaceRun logged(Race race, Setting setting) {
        return run(race, setting, new Nowhere());
    }

    /** Runs a program that records into a JFR recording, which is left in {@code file}. */
    static RaceRun recorded(Race race, Setting setting, Path file) throws IOException {
        try (Recording recording = new Recording()) {
            recording.enable(Step.class).withoutThreshold();
            recording.start();
            RaceRun run = run(race, setting, new IntoJfr());
            recording.stop();
            recording.dump(file);
            return run;
        }
    }

    private static RaceRun run(Race race, Setting setting, Worker.Recorder recorder) {
        Worker.Program program = new Worker.Program(recorder);
        long start = System.nanoTime();
        long until = start + setting.millis() * 1_000_000;
        List<Shared> racy = keys("hot", RACY_KEYS);
        List<Shared> proper = keys("kept", 2 * setting.threads());
        CountDownLatch ready = new CountDownLatch(setting.threads());
        SplittableRandom seeds = new SplittableRandom(setting.seed());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < setting.threads(); i++) {
            String lane = "worker-" + i;
            Worker worker = new Worker(lane, seeds.split(), program);
            List<Shared> own = keys("own-" + i, 2);
            threads.add(new Thread(
                    () -> {
                        ready.countDown();
                        await(ready);
                        do {
                            round(race, setting, worker, List.of(racy, proper, own));
                        } while (System.nanoTime() < until);
                    },
                    lane));
        }
        threads.forEach(Thread::start);
        threads.forEach(RaceRun::join);
        return new RaceRun(race, new ArrayList<>(program.acts), start);
    }

    private static void round(Race race, Setting setting, Worker worker, List<List<Shared>> keys) {
        boolean racing = worker.random.nextInt(BENIGN + 1) == 0;
        boolean own = worker.oneIn(2);
        List<Shared> from = racing ? keys.get(0) : own ? keys.get(2) : keys.get(1);
        Shared shared = from.get(worker.random.nextInt(from.size()));
        race.round().run(worker, shared, setting.guarded() || !racing);
    }

    private static List<Shared> keys(String name, int count) {
        List<Shared> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(new Shared(name + ":" + i));
        }
        return keys;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the acts in the order of their effects. */
    List<Act> effects() {
        List<Act> sorted = new ArrayList<>(acts);
        sorted.sort(Comparator.comparingLong(act -> act.effect));
        return sorted;
    }

    /** Returns the keys that something depends on. */
    List<String> inputs() {
        return acts.stream()
                .filter(act -> act.is("context.changed"))
                .map(act -> act.key)
                .distinct()
                .toList();
    }

    /** Writes the log, in logfmt, in the order of its times. */
    Path write(Path file, Clock clock) {
        record Line(long nanos, String text) {}
        List<Line> lines = new ArrayList<>();
        for (Act act : acts) {
            StringBuilder tail = new StringBuilder(" thread=" + act.lane + " op=" + act.operation);
            String key = " key=" + act.key;
            StringBuilder attributes = new StringBuilder();
            act.attributes.forEach((name, value) ->
                    attributes.append(' ').append(name).append('=').append(value));
            if (act.begun != 0) {
                lines.add(new Line(act.begun, tail + " phase=start" + key));
                tail.append(" phase=end");
            }
            lines.add(new Line(act.logged, tail + key + attributes));
        }
        lines.sort(Comparator.comparingLong(Line::nanos));
        try {
            return Files.write(
                    file,
                    lines.stream()
                            .map(line -> "ts=" + stamp(line.nanos(), clock) + "Z" + line.text())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String stamp(long nanos, Clock clock) {
        long since = (nanos - start) * race.stretch();
        return clock.format.format(BASE.plusNanos(since - since % clock.tick));
    }
}
