package racelane.importers.races;

import static racelane.importers.races.Truths.byLane;
import static racelane.importers.races.Truths.inside;
import static racelane.importers.races.Truths.perKey;
import static racelane.importers.races.Truths.stretches;
import static racelane.importers.races.Truths.unless;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import racelane.importers.races.Race.Pair;

/** Programs that race while things begin and end, and while states change. */
final class LifeRaces {
    private static final long FAST = 1_000;

    /** Two seconds in a program whose clock runs a thousand times as fast, ns. */
    private static final long GRACE = 2_000_000;

    private static final long LONG = 600_000;
    private static final long SHORT = 200_000;

    private LifeRaces() {}

    static List<Race> all() {
        BiPredicate<Act, Act> any = (a, b) -> true;
        return List.of(
                new Race(
                        "double-init",
                        "A",
                        "B",
                        LifeRaces::singleton,
                        acts -> perKey(
                                acts,
                                own -> unless(
                                        own,
                                        act -> act.is("init.start"),
                                        act -> act.is("init.start"),
                                        (a, b) -> !a.lane.equals(b.lane),
                                        (act, first) -> act.is("reset")))),
                new Race(
                        "dirty-not-flushed",
                        "D",
                        "X",
                        LifeRaces::snapshots,
                        acts -> perKey(
                                acts,
                                own -> unless(
                                        own,
                                        act -> act.is("snapshot.dropped"),
                                        act -> act.is("proc.exit"),
                                        any,
                                        (act, first) -> act.is("snapshot.start")))),
                new Race("zombie", "Z.start", "C", FAST, LifeRaces::children, LifeRaces::outlived),
                new Race(
                        "kill-hits-successor",
                        "K.start",
                        "S",
                        LifeRaces::servers,
                        acts -> inside(
                                byLane(acts, "kill.term", "kill.kill"), acts, (window, act) -> act.is("server.start"))),
                new Race("state-coexistence", "B.start", "S", LifeRaces::states, LifeRaces::bothStates),
                new Race(
                        "blocked-but-ran",
                        "P.start",
                        "X",
                        LifeRaces::confirmations,
                        acts -> inside(
                                stretches(valued(acts), "set", "cleared", act -> ""),
                                acts,
                                (window, act) -> act.value("result").equals("ran"))),
                new Race("missed-cascade", "C", "X", LifeRaces::cascade, LifeRaces::unmarked));
    }

    /** Makes the one instance if it is not there, and now and then throws it away. */
    private static void singleton(Worker worker, Shared shared, boolean guarded) {
        shared.run(guarded, () -> {
            if (!shared.instance) {
                worker.linger(SHORT);
                worker.did("init.start", shared.key);
                shared.instance = true;
            } else if (worker.oneIn(12)) {
                worker.did("reset", shared.key);
                worker.linger(SHORT);
                shared.instance = false;
            }
        });
        worker.linger(SHORT);
    }

    /** Writes snapshots, drops updates while one is being written, and exits now and then: done well, after a last snapshot. */
    private static void snapshots(Worker worker, Shared shared, boolean guarded) {
        boolean[] writes = {false};
        shared.run(true, () -> {
            if (worker.oneIn(8)) {
                if (guarded && shared.dirty) {
                    worker.did("snapshot.start", shared.key);
                    worker.linger(SHORT);
                }
                shared.dirty = false;
                worker.did("proc.exit", shared.key);
            } else if (shared.busy) {
                shared.dirty = true;
                worker.did("snapshot.dropped", shared.key);
            } else {
                shared.busy = true;
                shared.dirty = false;
                writes[0] = true;
                worker.did("snapshot.start", shared.key);
            }
        });
        if (writes[0]) {
            worker.linger(LONG);
            shared.run(true, () -> {
                worker.did("snapshot.end", shared.key);
                shared.busy = false;
            });
        }
        worker.linger(SHORT);
    }

    /** Starts a child and cleans up: done well, after the child has gone. */
    private static void children(Worker worker, Shared shared, boolean guarded) {
        String process = Integer.toString(worker.program().numbers.incrementAndGet());
        String key = shared.key + "/" + process;
        worker.did("proc.spawn", key, "pid", process);
        Worker child = new Worker(worker.lane + "-child", worker.random.split(), worker.program());
        Thread thread = new Thread(
                () -> {
                    child.linger(5 * GRACE);
                    child.did("proc.exit", key, "pid", process);
                },
                child.lane);
        thread.start();
        if (guarded) {
            join(thread);
        } else {
            worker.linger(GRACE);
        }
        worker.did("cleanup.end", key);
        join(thread);
        worker.linger(SHORT);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<Pair> outlived(List<Act> acts) {
        Map<String, Act> spawned = new HashMap<>();
        Map<String, Act> cleaned = new HashMap<>();
        Set<Pair> pairs = new HashSet<>();
        for (Act act : acts) {
            if (act.is("proc.spawn")) {
                spawned.put(act.key, act);
            } else if (act.is("cleanup.end")) {
                cleaned.put(act.key, act);
            } else {
                Act cleanup = cleaned.get(act.key);
                if (cleanup != null && act.effectNanos - cleanup.effectNanos > GRACE) {
                    pairs.add(Pair.of(Objects.requireNonNull(spawned.get(act.key)), cleanup));
                }
            }
        }
        return pairs;
    }

    /** Ends what serves a port, politely and then not, or starts a server there. */
    private static void servers(Worker worker, Shared shared, boolean guarded) {
        shared.run(guarded, () -> {
            if (worker.oneIn(3)) {
                worker.did("kill.term", shared.key);
                worker.linger(LONG);
                worker.did("kill.kill", shared.key);
            } else {
                worker.did("server.start", shared.key);
                worker.linger(SHORT);
                worker.doing("server.stop", shared.key);
            }
        });
        worker.linger(LONG);
    }

    /** One counts steps, the others decide: done well, both counts change at once. */
    private static void states(Worker worker, Shared shared, boolean guarded) {
        if (!shared.lock.tryLock()) {
            worker.linger(SHORT / 2);
            synchronized (shared) {
                worker.did("status", shared.key, "value", "unknown");
            }
            return;
        }
        try {
            counts(worker, shared, 1, 0);
            worker.linger(LONG);
            if (!guarded) {
                counts(worker, shared, 1, 1);
                worker.linger(LONG);
            }
            counts(worker, shared, 0, 1);
            worker.linger(SHORT);
            counts(worker, shared, 0, 0);
        } finally {
            shared.lock.unlock();
        }
        worker.linger(SHORT);
    }

    private static void counts(Worker worker, Shared shared, int blocked, int ready) {
        synchronized (shared) {
            worker.did("steps", shared.key, "blocked", "" + blocked, "ready", "" + ready);
        }
    }

    private static Set<Pair> bothStates(List<Act> acts) {
        return perKey(acts, own -> {
            Set<Pair> pairs = new HashSet<>();
            Act blocked = null;
            boolean ready = false;
            for (Act act : own) {
                if (act.is("steps")) {
                    boolean now = act.value("blocked").equals("1");
                    blocked = !now ? null : blocked == null ? act : blocked;
                    ready = act.value("ready").equals("1");
                } else if (blocked != null && ready) {
                    pairs.add(Pair.of(blocked, act));
                }
            }
            return pairs;
        });
    }

    /** One asks for a confirmation and gets it, the others run stages: done well, not in between. */
    private static void confirmations(Worker worker, Shared shared, boolean guarded) {
        if (worker.oneIn(3)) {
            shared.run(guarded, () -> asked(worker, shared));
            return;
        }
        boolean pending = shared.pending;
        worker.linger(SHORT / 2);
        shared.run(guarded, () -> {
            boolean blocked = guarded ? shared.pending : pending;
            worker.did("stage.execute", shared.key, "result", blocked ? "blocked" : "ran");
        });
        worker.linger(SHORT);
    }

    private static void asked(Worker worker, Shared shared) {
        synchronized (shared) {
            if (shared.pending) {
                return;
            }
            shared.pending = true;
            worker.did("confirm", shared.key, "value", "set");
        }
        worker.linger(LONG);
        synchronized (shared) {
            shared.pending = false;
            worker.did("confirm", shared.key, "value", "cleared");
        }
    }

    /** Names confirmations by their value. */
    private static List<Act> valued(List<Act> acts) {
        return acts.stream()
                .map(act -> {
                    if (!act.is("confirm")) {
                        return act;
                    }
                    Act named = new Act(act.number, act.lane, act.value("value"), act.key, act.attributes);
                    named.effect = act.effect;
                    return named;
                })
                .toList();
    }

    /** Changes an input and marks what depends on it, or runs what depends on it. */
    private static void cascade(Worker worker, Shared shared, boolean guarded) {
        String dependent = downstream(shared.key);
        shared.run(guarded, () -> {
            if (worker.oneIn(3)) {
                worker.did("context.changed", shared.key);
                worker.linger(LONG);
                worker.did("stage.outdated", dependent);
            } else {
                worker.did("stage.execute", dependent, "result", "ran");
            }
        });
        worker.linger(LONG);
    }

    /** Returns what depends on a key. */
    static String downstream(String key) {
        return key + "-slice";
    }

    private static Set<Pair> unmarked(List<Act> acts) {
        Set<Pair> pairs = new HashSet<>();
        Map<String, List<Act>> changes = new HashMap<>();
        for (Act act : acts) {
            if (act.is("context.changed")) {
                changes.computeIfAbsent(downstream(act.key), key -> new ArrayList<>())
                        .add(act);
            } else if (act.is("stage.outdated")) {
                changes.remove(act.key);
            } else {
                changes.getOrDefault(act.key, List.of()).forEach(change -> pairs.add(Pair.of(change, act)));
            }
        }
        return pairs;
    }
}
