package racelane.importers.races;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racelane.importers.Imported;
import racelane.importers.races.Race.Pair;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;
import racelane.model.window.MatchOptions;
import racelane.model.window.Matcher;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;
import racelane.model.window.WindowRole;

/** What was found in the logs of a program, held against what its threads really did. Sums over runs. */
final class RaceScore {
    long events;

    /** Windows that begin with an act of which another one raced. */
    long races;

    long certain;
    long certainTrue;
    long shown;
    long shownTrue;

    /** Of the races, those that a certain window tells of, and those that some window tells of. */
    long foundCertain;

    long found;

    /** Certain windows of any pattern at all. */
    final Set<String> certainPatterns = new TreeSet<>();

    long certainOfAny;

    /** Reads a log, looks for windows, and adds how many of them are true. */
    void add(Race race, RaceRun run, Path log) throws ImportException {
        Names names = new Names();
        EventTable table =
                new SourceReader(Imported.importers()).read(log, ImportOptions.DEFAULT, names, Progress.none());
        Trace trace = Trace.of(names, List.of(table));
        events += trace.size();
        Map<String, Set<String>> downstream =
                run.inputs().stream().collect(Collectors.toMap(key -> key, key -> Set.of(LifeRaces.downstream(key))));
        MatchOptions options = new MatchOptions(
                10_000,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                0,
                source -> false,
                Map.of("downstream", downstream));
        List<RaceWindow> windows = new Matcher()
                .find(trace, PatternSet.builtIn(), options, Progress.none())
                .windows();
        for (RaceWindow window : windows) {
            if (window.verdict() == Verdict.CERTAIN && !mayBeTrueElsewhere(race, window)) {
                certainOfAny++;
                certainPatterns.add(window.pattern());
            }
        }
        score(
                race,
                run,
                trace,
                windows.stream()
                        .filter(window -> window.pattern().equals(race.pattern()))
                        .toList());
    }

    /** A machine that stops a thread for long makes it hold a lock too long, though its program is right. */
    private static boolean mayBeTrueElsewhere(Race race, RaceWindow window) {
        return race.stretch() > 1 && window.pattern().equals("lock-held-long");
    }

    private void score(Race race, RaceRun run, Trace trace, List<RaceWindow> windows) {
        Set<Pair> truth = race.truth().of(run.effects());
        Map<String, Set<Pair>> byAnchor = new HashMap<>();
        truth.forEach(pair -> byAnchor.computeIfAbsent(pair.anchor(), anchor -> new HashSet<>())
                .add(pair));
        Set<String> seen = new HashSet<>();
        Set<String> seenCertain = new HashSet<>();
        for (RaceWindow window : windows) {
            Pair pair = new Pair(number(race.anchor(), window, trace), number(race.other(), window, trace));
            Pair real = truth.contains(pair) ? pair : truth.contains(pair.turned()) ? pair.turned() : null;
            boolean sure = window.verdict() == Verdict.CERTAIN;
            shown++;
            shownTrue += real != null ? 1 : 0;
            certain += sure ? 1 : 0;
            certainTrue += sure && real != null ? 1 : 0;
            String anchor = real != null ? real.anchor() : pair.anchor();
            seen.add(anchor);
            if (sure) {
                seenCertain.add(anchor);
            }
        }
        races += byAnchor.size();
        found += byAnchor.keySet().stream().filter(seen::contains).count();
        foundCertain += byAnchor.keySet().stream().filter(seenCertain::contains).count();
    }

    /** Returns the number of the act that plays a role; the key where a pattern has no such roles. */
    private static String number(String role, RaceWindow window, Trace trace) {
        if (role.equals("key")) {
            return window.key();
        }
        for (WindowRole one : window.roles()) {
            if (one.role().equals(role)) {
                return number(trace, one);
            }
        }
        throw new AssertionError("no role " + role + " in " + window);
    }

    private static String number(Trace trace, WindowRole role) {
        @Nullable String number = trace.at(role.event()).attributes().get("n");
        return number == null ? "?" : number;
    }

    double certainPrecision() {
        return certain == 0 ? 1 : (double) certainTrue / certain;
    }

    double certainRecall() {
        return races == 0 ? 1 : (double) foundCertain / races;
    }

    double precision() {
        return shown == 0 ? 1 : (double) shownTrue / shown;
    }

    double recall() {
        return races == 0 ? 1 : (double) found / races;
    }
}
