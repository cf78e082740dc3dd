package racelane.importers.races;

import static racelane.importers.races.Truths.byLane;
import static racelane.importers.races.Truths.inside;
import static racelane.importers.races.Truths.otherLane;
import static racelane.importers.races.Truths.overlapping;
import static racelane.importers.races.Truths.stretches;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import racelane.importers.races.Race.Pair;

/** Programs that race for locks, pools and permits. */
final class LockRaces {
    /** A minute in a program whose clock runs a thousand times as fast, ns. */
    private static final long MINUTE = 60_000_000;

    private static final int MOST_TRIES = 6;
    private static final long FAST = 1_000;
    private static final long HELD = 500_000;
    private static final long SHORT = 200_000;

    private LockRaces() {}

    static List<Race> all() {
        return List.of(
                doubleHoldRace(),
                checkThenActRace(),
                foreignReleaseRace(),
                releaseNotOwnerRace(),
                lockHeldLongRace(),
                contentionRace(),
                deadlockRace());
    }

    private static Race doubleHoldRace() {
        return new Race(
                "double-hold",
                "A.start",
                "B.start",
                LockRaces::pool,
                acts -> overlapping(stretches(acts, "alloc", "free", act -> act.lane), (first, second) -> true));
    }

    private static Race checkThenActRace() {
        return new Race(
                "check-then-act",
                "C.start",
                "X",
                LockRaces::checked,
                acts -> inside(
                        byLane(acts, "lock.check", "lock.act"),
                        acts,
                        (window, act) -> act.is("lock.act") && otherLane(window, act)));
    }

    private static Race foreignReleaseRace() {
        return new Race(
                "foreign-release",
                "H.start",
                "X",
                LockRaces::janitor,
                acts -> inside(
                        stretches(acts, "lock.acquired", "lock.released", act -> act.lane),
                        acts,
                        (hold, act) -> act.is("lock.released")
                                && otherLane(hold, act)
                                && !act.value("by").isEmpty()));
    }

    private static Race releaseNotOwnerRace() {
        return new Race(
                "release-not-owner",
                "X",
                "X",
                LockRaces::lease,
                acts -> acts.stream()
                        .filter(act -> !act.value("owner").equals(act.value("holder")))
                        .map(act -> Pair.of(act, act))
                        .collect(Collectors.toSet()));
    }

    private static Race lockHeldLongRace() {
        return new Race(
                "lock-held-long",
                "H.start",
                "H.start",
                FAST,
                LockRaces::longHold,
                acts -> byLane(acts, "lock.acquired", "lock.released").stream()
                        .filter(one -> one.last() != null && one.last().effectNanos - one.first().effectNanos > MINUTE)
                        .map(one -> Pair.of(one.first(), one.first()))
                        .collect(Collectors.toSet()));
    }

    private static Race contentionRace() {
        return new Race("contention", "key", "key", FAST, LockRaces::tried, LockRaces::contended);
    }

    private static Race deadlockRace() {
        return new Race("deadlock", "D1.waits", "D2.waits", LockRaces::twoLocks, LockRaces::circles);
    }

    /** A pool that hands out what it believes is free. */
    private static void pool(Worker worker, Shared shared, boolean guarded) {
        shared.run(guarded, () -> {
            worker.did("alloc", shared.key);
            worker.linger(worker.oneIn(2) ? 3 * HELD : HELD);
            worker.doing("free", shared.key);
        });
        worker.linger(2 * HELD);
    }

    private static void checked(Worker worker, Shared shared, boolean guarded) {
        shared.run(guarded, () -> {
            worker.did("lock.check", shared.key, "result", "ok");
            worker.linger(HELD);
            worker.did("lock.act", shared.key);
        });
        worker.linger(2 * HELD);
    }

    /** One who tidies up gives back what others hold, unless it looks at the holder first. */
    private static void janitor(Worker worker, Shared shared, boolean guarded) {
        if (worker.oneIn(4)) {
            if (!guarded && !shared.holder.isEmpty()) {
                Act release = worker.effect(worker.act("lock.released", shared.key, "by", "janitor"));
                worker.log(release);
            }
        } else if (shared.lock.tryLock()) {
            try {
                worker.did("lock.acquired", shared.key);
                shared.holder = worker.lane;
                worker.linger(HELD);
                shared.holder = "";
                worker.doing("lock.released", shared.key);
            } finally {
                shared.lock.unlock();
            }
        }
        worker.linger(SHORT);
    }

    /** A lease that runs out is taken by the next one; the first one gives it back all the same. */
    private static void lease(Worker worker, Shared shared, boolean guarded) {
        String me = worker.lane;
        shared.run(guarded, () -> {
            shared.holder = me;
            worker.did("lock.acquired", shared.key);
            worker.linger(HELD);
            String holder = shared.holder;
            worker.did("lock.released", shared.key, "owner", me, "holder", holder);
        });
        worker.linger(2 * HELD);
    }

    private static void longHold(Worker worker, Shared shared, boolean guarded) {
        shared.run(true, () -> {
            worker.did("lock.acquired", shared.key);
            boolean tooLong = !guarded && worker.oneIn(2);
            worker.pause(tooLong ? MINUTE + worker.random.nextLong(MINUTE / 4) : worker.random.nextLong(6 * HELD));
            worker.doing("lock.released", shared.key);
        });
        worker.linger(SHORT);
    }

    /** Takes a lock if it is free and tries again soon if not; done well, waits for its turn. */
    private static void tried(Worker worker, Shared shared, boolean guarded) {
        if (guarded) {
            shared.lock.lock();
        } else {
            for (int tries = 1; !shared.lock.tryLock(); tries++) {
                worker.did("lock.failed", shared.key);
                worker.linger(4 * SHORT);
                if (tries == MOST_TRIES) {
                    return;
                }
            }
        }
        try {
            worker.did("lock.acquired", shared.key);
            worker.linger(guarded ? HELD : 6 * HELD);
            worker.doing("lock.released", shared.key);
        } finally {
            shared.lock.unlock();
        }
        worker.linger(SHORT);
    }

    /** Says of each key whether there is a minute with six tries or more of which most failed. */
    private static Set<Pair> contended(List<Act> acts) {
        Set<Pair> keys = new HashSet<>();
        Map<String, List<Act>> byKey =
                acts.stream().filter(act -> !act.is("lock.released")).collect(Collectors.groupingBy(act -> act.key));
        byKey.forEach((key, tries) -> {
            for (Act end : tries) {
                List<Act> minute = tries.stream()
                        .filter(act -> act.effectNanos <= end.effectNanos && end.effectNanos - act.effectNanos < MINUTE)
                        .toList();
                long failed =
                        minute.stream().filter(act -> act.is("lock.failed")).count();
                if (minute.size() >= 6 && failed * 2 > minute.size()) {
                    keys.add(new Pair(key, key));
                }
            }
        });
        return keys;
    }

    /** Takes two locks of one key, in any order; done well, always the first one first. */
    private static void twoLocks(Worker worker, Shared shared, boolean guarded) {
        Shared other = Objects.requireNonNull(shared.partner());
        boolean turned = !guarded && worker.oneIn(2);
        Shared first = turned ? other : shared;
        Shared second = turned ? shared : other;
        if (!take(worker, first, shared, guarded)) {
            return;
        }
        try {
            worker.linger(SHORT);
            if (take(worker, second, shared, guarded)) {
                worker.linger(SHORT);
                give(worker, second, shared);
            }
        } finally {
            give(worker, first, shared);
        }
        worker.linger(HELD);
    }

    /**
     * Waits for a lock, for some ms where a circle may be waited for. Who waits and who holds is written down in one place, in the
     * order in which it becomes true.
     */
    private static boolean take(Worker worker, Shared wanted, Shared book, boolean guarded) {
        Act wait = worker.act("lock.wait", wanted.key);
        synchronized (book) {
            worker.log(worker.effect(wait));
        }
        boolean taken = false;
        try {
            long millis = guarded ? Integer.MAX_VALUE : 4 + worker.random.nextInt(4);
            taken = wanted.lock.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (book) {
            worker.did(taken ? "lock.acquired" : "lock.failed", wanted.key);
        }
        return taken;
    }

    private static void give(Worker worker, Shared held, Shared book) {
        synchronized (book) {
            worker.doing("lock.released", held.key);
        }
        held.lock.unlock();
    }

    /** Plays through who holds and who waits; two who wait for each other make a circle. */
    private static Set<Pair> circles(List<Act> acts) {
        Set<Pair> circles = new HashSet<>();
        Map<String, Deque<String>> holders = new HashMap<>();
        Map<String, Act> waits = new HashMap<>();
        for (Act act : acts) {
            if (act.is("lock.wait")) {
                waits.put(act.lane, act);
            } else {
                waits.remove(act.lane);
            }
            Deque<String> holding = holders.computeIfAbsent(act.key, unknown -> new ArrayDeque<>());
            if (act.is("lock.acquired")) {
                holding.push(act.lane);
            } else if (act.is("lock.released")) {
                holding.remove(act.lane);
            }
            for (Act one : waits.values()) {
                for (String holder : holders.getOrDefault(one.key, new ArrayDeque<>())) {
                    Act back = waits.get(holder);
                    if (back != null
                            && one.number < back.number
                            && holders.getOrDefault(back.key, new ArrayDeque<>())
                                    .contains(one.lane)) {
                        circles.add(Pair.of(one, back));
                    }
                }
            }
        }
        return circles;
    }
}
