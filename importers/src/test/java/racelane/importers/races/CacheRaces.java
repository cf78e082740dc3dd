package racelane.importers.races;

import static racelane.importers.races.Truths.byLane;
import static racelane.importers.races.Truths.inside;
import static racelane.importers.races.Truths.otherLane;
import static racelane.importers.races.Truths.overlapping;
import static racelane.importers.races.Truths.perKey;
import static racelane.importers.races.Truths.stretches;
import static racelane.importers.races.Truths.unless;

import java.util.List;
import java.util.Objects;

/** Programs that race for values: caches, files, versions, messages and pages. */
final class CacheRaces {
    private static final String[] STATUSES = {"running", "completed", "crashed"};
    private static final long LONG = 600_000;
    private static final long SHORT = 200_000;

    private CacheRaces() {}

    static List<Race> all() {
        return List.of(staleReadRace(), staleOverwriteRace(), lostUpdateRace(), outOfOrderRace(), pageShiftRace());
    }

    private static Race staleReadRace() {
        return new Race(
                "stale-read",
                "W.start",
                "R",
                CacheRaces::cache,
                acts -> inside(
                        byLane(acts, "cache.set", "cache.invalidate"),
                        acts,
                        (window, act) -> act.is("getCache") && otherLane(window, act)));
    }

    private static Race staleOverwriteRace() {
        return new Race(
                "stale-overwrite",
                "W.start",
                "N.start",
                CacheRaces::file,
                acts -> overlapping(
                        byLane(acts, "write.start", "write.end"),
                        (old, newer) -> newer.end() < old.end()
                                && !old.first()
                                        .value("status")
                                        .equals(newer.first().value("status"))));
    }

    private static Race lostUpdateRace() {
        return new Race(
                "lost-update",
                "A",
                "B",
                CacheRaces::version,
                acts -> perKey(
                        acts,
                        own -> unless(
                                own,
                                act -> act.is("state.commit"),
                                act -> act.is("state.commit"),
                                (a, b) -> a.value("base").equals(b.value("base")) && !a.lane.equals(b.lane),
                                (act, first) -> false)));
    }

    private static Race outOfOrderRace() {
        return new Race(
                "out-of-order",
                "A",
                "B",
                CacheRaces::message,
                acts -> perKey(acts, own -> {
                    List<Act> delivered =
                            own.stream().filter(act -> act.is("msg.deliver")).toList();
                    return unless(
                            delivered,
                            act -> true,
                            act -> true,
                            (a, b) -> delivered.indexOf(b) == delivered.indexOf(a) + 1 && number(a) > number(b),
                            (act, first) -> delivered.indexOf(act) > delivered.indexOf(first) + 1);
                }));
    }

    private static Race pageShiftRace() {
        return new Race(
                "page-shift",
                "G.start",
                "I",
                CacheRaces::page,
                acts -> inside(
                        stretches(acts, "page.end", "page.start", act -> act.value("fetch")).stream()
                                .filter(one -> one.last() != null)
                                .toList(),
                        acts,
                        (gap, act) -> act.is("msg.delete")
                                && Integer.parseInt(act.value("pos"))
                                        < Integer.parseInt(Objects.requireNonNull(gap.last())
                                                .value("offset"))));
    }

    private static long number(Act act) {
        return Long.parseLong(act.value("seq"));
    }

    /** Three read while one sets a value and invalidates what depends on it. */
    private static void cache(Worker worker, Shared shared, boolean guarded) {
        if (worker.oneIn(4)) {
            shared.run(guarded, () -> {
                worker.did("cache.set", shared.key);
                worker.linger(LONG);
                worker.did("cache.invalidate", shared.key);
            });
        } else {
            shared.run(guarded, () -> worker.span("getCache", shared.key, 2_000 + worker.random.nextInt(40_000)));
        }
        worker.linger(SHORT);
    }

    /** Everybody writes a status, slowly. */
    private static void file(Worker worker, Shared shared, boolean guarded) {
        shared.run(guarded, () -> {
            String status = STATUSES[worker.random.nextInt(STATUSES.length)];
            worker.did("write.start", shared.key, "status", status);
            worker.linger(worker.oneIn(3) ? 3 * LONG : SHORT);
            worker.did("write.end", shared.key, "status", status);
        });
        worker.linger(SHORT);
    }

    /** Everybody reads a version, works, and commits on top of it. */
    private static void version(Worker worker, Shared shared, boolean guarded) {
        long[] base = {0};
        shared.run(guarded, () -> {
            base[0] = shared.version;
            worker.did("state.read", shared.key, "base", Long.toString(base[0]));
        });
        worker.linger(SHORT);
        shared.run(guarded, () -> {
            if (guarded && shared.version != base[0]) {
                worker.did("state.retry", shared.key, "base", Long.toString(shared.version));
                return;
            }
            Act commit = worker.effect(worker.act("state.commit", shared.key, "base", Long.toString(base[0])));
            shared.version = commit.effect + 1;
            worker.log(commit);
        });
        worker.linger(LONG);
    }

    /** Everybody numbers a message and then delivers it. */
    private static void message(Worker worker, Shared shared, boolean guarded) {
        shared.run(guarded, () -> {
            long number;
            synchronized (shared) {
                number = ++shared.version;
            }
            worker.linger(SHORT);
            synchronized (shared) { // the queue itself keeps the order in which it was given the messages
                worker.did("msg.deliver", shared.key, "seq", Long.toString(number));
            }
        });
        worker.linger(SHORT);
    }

    /** Some fetch two pages by offset, some delete from the list. */
    private static void page(Worker worker, Shared shared, boolean guarded) {
        if (worker.oneIn(3)) {
            String fetch = "f" + worker.program().numbers.incrementAndGet();
            shared.run(guarded, () -> {
                worker.did("page.start", shared.key, "fetch", fetch, "offset", "0");
                worker.did("page.end", shared.key, "fetch", fetch);
                worker.linger(LONG);
                worker.doing("page.start", shared.key, "fetch", fetch, "offset", "50");
                worker.did("page.end", shared.key, "fetch", fetch);
            });
        } else {
            String position = Integer.toString(worker.random.nextInt(100));
            shared.run(guarded, () -> worker.did("msg.delete", shared.key, "pos", position));
        }
        worker.linger(2 * SHORT);
    }
}
