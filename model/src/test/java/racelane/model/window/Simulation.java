package racelane.model.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A simulated system: hosts with clocks of their own, processes on them that race for shared data, and logs that lose lines, cut
 * times to ms and do not always say which thread wrote. Events happen one after another on one true time, so that the same seed gives
 * the same run, and what raced is known. One thread.
 */
final class Simulation {
    private static final int THREADS = 4;
    private static final int KEYS = 3;
    private static final long LINE_DELAY = 100_000;

    private final Setting setting;
    private final SplittableRandom random;
    private final PriorityQueue<Step> queue =
            new PriorityQueue<>(Comparator.comparingLong(Step::time).thenComparingLong(Step::order));
    private final List<Line> lines = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final long[] offsets;
    private final double[] drifts;
    private long now;
    private int numbers;
    private long orders;

    /**
     * How a run goes.
     *
     * @param hosts how many machines there are
     * @param skew how far, in ns, the clocks of two hosts are apart at most, drift included
     * @param loss which share of lines is lost
     * @param late which share of lines stands further down in its file than it should
     * @param nameless which share of operations is logged without a thread
     * @param millis how long it goes
     */
    record Setting(int hosts, long skew, double loss, double late, double nameless, long millis, long seed) {
        Setting withSeed(long other) {
            return new Setting(hosts, skew, loss, late, nameless, millis, other);
        }
    }

    /** Something that happened to the data, at its true time. */
    record Effect(int number, long time, String actor, String operation, String key, String value) {}

    /** A line of a log as it was written; {@code number} tells whose effect it speaks of and {@code phase} whether it is a start. */
    record Line(
            int host,
            long stamp,
            long written,
            String thread,
            String operation,
            String key,
            String phase,
            int number) {}

    private record Step(long time, long order, Runnable work) {}

    /** A process: one thread of a host. */
    private record Actor(int host, String thread) {
        String name() {
            return host + "/" + thread;
        }
    }

    Simulation(Setting setting) {
        this.setting = setting;
        this.random = new SplittableRandom(setting.seed());
        this.offsets = new long[setting.hosts()];
        this.drifts = new double[setting.hosts()];
        for (int host = 1; host < offsets.length; host++) {
            // Half of what is allowed is offset, and the drift adds up to a tenth of it until the end.
            offsets[host] = Math.round((random.nextDouble() * 2 - 1) * setting.skew() * 0.45);
            drifts[host] = (random.nextDouble() * 2 - 1) * setting.skew() * 0.05 / (setting.millis() * 1e6);
        }
    }

    /** Runs to the end. */
    Simulation run() {
        for (int host = 0; host < setting.hosts(); host++) {
            for (int thread = 0; thread < THREADS; thread++) {
                Actor actor = new Actor(host, "t" + thread);
                later(0, 2_000_000, () -> act(actor));
            }
        }
        long end = setting.millis() * 1_000_000;
        while (!queue.isEmpty() && queue.peek().time() < end) {
            Step step = queue.poll();
            now = step.time();
            step.work().run();
        }
        return this;
    }

    private void later(long least, long most, Runnable work) {
        queue.add(new Step(now + least + random.nextLong(most - least + 1), orders++, work));
    }

    private void act(Actor actor) {
        String key = "item:" + random.nextInt(KEYS);
        Runnable next = () -> later(3_000_000, 25_000_000, () -> act(actor));
        switch (random.nextInt(6)) {
            case 0 -> update(actor, key, next);
            case 1, 2 -> read(actor, key, next);
            case 3 -> hold(actor, "pool:" + random.nextInt(KEYS), next);
            case 4 -> checkAndAct(actor, "run:" + random.nextInt(KEYS), next);
            default -> commit(actor, "state:" + random.nextInt(KEYS), next);
        }
    }

    private void update(Actor actor, String key, Runnable next) {
        String thread = thread(actor, "updateCache");
        did(actor, thread, "cache.set", key, "");
        later(1_000_000, 15_000_000, () -> {
            did(actor, thread, "cache.invalidate", key, "");
            next.run();
        });
    }

    private void read(Actor actor, String key, Runnable next) {
        int number = ++numbers;
        String thread = thread(actor, "getCache");
        log(actor, thread, "getCache", key, "start", number);
        later(50_000, 2_000_000, () -> {
            effects.add(new Effect(number, now, actor.name(), "getCache", key, ""));
            later(50_000, 2_000_000, () -> {
                log(actor, thread, "getCache", key, "end", number);
                next.run();
            });
        });
    }

    private void hold(Actor actor, String key, Runnable next) {
        String thread = thread(actor, "pool");
        did(actor, thread, "alloc", key, "");
        later(2_000_000, 20_000_000, () -> {
            did(actor, thread, "free", key, "");
            next.run();
        });
    }

    private void checkAndAct(Actor actor, String key, Runnable next) {
        String thread = thread(actor, "runner");
        did(actor, thread, "lock.check", key, "ok");
        later(1_000_000, 12_000_000, () -> {
            did(actor, thread, "lock.act", key, "");
            next.run();
        });
    }

    private void commit(Actor actor, String key, Runnable next) {
        int base = versions.getOrDefault(key, 0);
        String thread = thread(actor, "commit");
        later(1_000_000, 12_000_000, () -> {
            versions.put(key, numbers + 1);
            did(actor, thread, "state.commit", key, Integer.toString(base));
            next.run();
        });
    }

    /** The data changes, and a moment later that is logged. */
    private void did(Actor actor, String thread, String operation, String key, String value) {
        int number = ++numbers;
        effects.add(new Effect(number, now, actor.name(), operation, key, value));
        log(actor, thread, operation, key, value, number);
    }

    /** Returns what the log says of who it was: where it names no thread, the function stands for it. */
    private String thread(Actor actor, String function) {
        return random.nextDouble() < setting.nameless() ? function : actor.thread();
    }

    private void log(Actor actor, String thread, String operation, String key, String value, int number) {
        if (random.nextDouble() < setting.loss()) {
            return;
        }
        long delay = random.nextLong(LINE_DELAY);
        long time = now + delay;
        long stamp = Histories.MS * 1_000 + time + offsets[actor.host()] + Math.round(drifts[actor.host()] * time);
        long written = random.nextDouble() < setting.late() ? time + random.nextLong(4_000_000) : time;
        lines.add(new Line(
                actor.host(),
                stamp - Math.floorMod(stamp, Histories.MS),
                written,
                thread,
                operation,
                key,
                value,
                number));
    }

    /** Returns what happened to the data, in its true order. */
    List<Effect> effects() {
        return effects;
    }

    /** Returns the lines of a host in the order in which they stand in its file. */
    List<Line> lines(int host) {
        return lines.stream()
                .filter(line -> line.host() == host)
                .sorted(Comparator.comparingLong(Line::written))
                .toList();
    }

    /** Returns of each number how many of its lines there are. */
    Map<Integer, Integer> kept() {
        Map<Integer, Integer> kept = new TreeMap<>();
        lines.forEach(line -> kept.merge(line.number(), 1, Integer::sum));
        return kept;
    }
}
