package racelane.model.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.source.ClockSetting;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;

/** How often verdicts on the logs of simulated systems are true. Sums over runs. */
final class SimulationScore {
    private static final List<String> PATTERNS = List.of("stale-read", "double-hold", "check-then-act", "lost-update");

    private final PatternSet patterns = PatternSet.builtIn().only(PATTERNS);

    /** Windows by verdict, and of these the true ones. */
    final long[] windows = new long[Verdict.values().length];

    final long[] trueWindows = new long[Verdict.values().length];

    /** Anchors that raced and all of whose lines are there, by the verdict of their window; the last are those without one. */
    final long[] races = new long[Verdict.values().length + 1];

    private record Pair(int anchor, int other) {}

    /** Runs a system, looks for windows with clocks believed to be within {@code bound} ns, and adds up. */
    void add(Simulation.Setting setting, long bound) {
        Simulation simulation = new Simulation(setting).run();
        Names names = new Names();
        List<EventTable> tables = new ArrayList<>();
        for (int host = 0; host < setting.hosts(); host++) {
            tables.add(table(names, simulation.lines(host), host));
        }
        Trace trace = Trace.of(names, tables);
        List<RaceWindow> found = new Matcher()
                .find(trace, patterns, MatchOptions.DEFAULT.unlimited().withSkew(bound), Progress.none())
                .windows();
        for (String pattern : PATTERNS) {
            score(
                    pattern,
                    simulation,
                    trace,
                    found.stream().filter(one -> one.pattern().equals(pattern)).toList());
        }
    }

    private void score(String pattern, Simulation simulation, Trace trace, List<RaceWindow> found) {
        Set<Pair> truth = truth(pattern, simulation.effects());
        Map<Integer, Verdict> best = new HashMap<>();
        for (RaceWindow window : found) {
            Pair pair = pair(trace, window);
            Pair turned = new Pair(pair.other(), pair.anchor());
            boolean real = truth.contains(pair) || truth.contains(turned);
            windows[window.verdict().ordinal()]++;
            trueWindows[window.verdict().ordinal()] += real ? 1 : 0;
            best.merge(pair.anchor(), window.verdict(), (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
        if (pattern.equals("double-hold") || pattern.equals("lost-update")) {
            addTwins(truth, best);
        }
        Set<Integer> anchors = new HashSet<>();
        Map<Integer, Integer> kept = simulation.kept();
        Map<Integer, Integer> closers = closers(pattern, simulation.effects());
        for (Pair pair : truth) {
            boolean seen = whole(kept, pattern, pair.other(), true)
                    && kept.containsKey(pair.anchor())
                    && kept.containsKey(closers.getOrDefault(pair.anchor(), pair.anchor()));
            if (seen) {
                anchors.add(pair.anchor());
            }
        }
        for (int anchor : anchors) {
            Verdict verdict = best.get(anchor);
            races[verdict == null ? races.length - 1 : verdict.ordinal()]++;
        }
    }

    /** Where two play the same parts, a match belongs to the window of the one that reads as the earlier: either tells of both. */
    private static void addTwins(Set<Pair> truth, Map<Integer, Verdict> best) {
        Map<Integer, Verdict> before = Map.copyOf(best);
        for (Pair pair : truth) {
            Verdict twin = before.get(pair.other());
            if (twin != null) {
                best.merge(pair.anchor(), twin, (a, b) -> a.compareTo(b) > 0 ? a : b);
            }
        }
    }

    private static boolean whole(Map<Integer, Integer> kept, String pattern, int number, boolean other) {
        int wanted = other && pattern.equals("stale-read") ? 2 : 1;
        return kept.getOrDefault(number, 0) >= wanted;
    }

    /** Returns the numbers of anchor and intruder of a window, which their lines bear. */
    private static Pair pair(Trace trace, RaceWindow window) {
        int anchor = 0;
        int other = 0;
        for (WindowRole role : window.roles()) {
            int number = Integer.parseInt(trace.at(role.event()).attributes().getOrDefault("n", "0"));
            switch (role.role()) {
                case "W.start", "A.start", "C.start", "A" -> anchor = number;
                case "R", "B.start", "X", "B" -> other = number;
                default -> {} // the ends of windows
            }
        }
        return new Pair(anchor, other);
    }

    private static String opener(String pattern) {
        return switch (pattern) {
            case "stale-read" -> "cache.set";
            case "double-hold" -> "alloc";
            case "check-then-act" -> "lock.check";
            default -> "state.commit";
        };
    }

    private static String closer(String pattern) {
        return switch (pattern) {
            case "stale-read" -> "cache.invalidate";
            case "double-hold" -> "free";
            default -> "lock.act";
        };
    }

    private static String intruder(String pattern) {
        return switch (pattern) {
            case "stale-read" -> "getCache";
            case "double-hold" -> "alloc";
            case "check-then-act" -> "lock.act";
            default -> "state.commit";
        };
    }

    /** Returns which effect closes what another one opened. */
    private static Map<Integer, Integer> closers(String pattern, List<Simulation.Effect> effects) {
        Map<Integer, Integer> closers = new HashMap<>();
        Map<String, Integer> open = new HashMap<>();
        for (Simulation.Effect effect : effects) {
            String who = effect.actor() + effect.key();
            if (effect.operation().equals(opener(pattern))) {
                open.put(who, effect.number());
            } else if (effect.operation().equals(closer(pattern)) && open.containsKey(who)) {
                closers.put(open.remove(who), effect.number());
            }
        }
        return closers;
    }

    private static Set<Pair> truth(String pattern, List<Simulation.Effect> effects) {
        Set<Pair> pairs = new HashSet<>();
        Map<Integer, Long> times = new HashMap<>();
        effects.forEach(effect -> times.put(effect.number(), effect.time()));
        Map<Integer, Integer> closers = closers(pattern, effects);
        for (Simulation.Effect a : effects) {
            if (!a.operation().equals(opener(pattern))) {
                continue;
            }
            long end = times.getOrDefault(closers.getOrDefault(a.number(), -1), Long.MAX_VALUE);
            for (Simulation.Effect b : effects) {
                boolean together = b.operation().equals(intruder(pattern))
                        && a.key().equals(b.key())
                        && !a.actor().equals(b.actor())
                        && a.time() < b.time();
                boolean counts = pattern.equals("lost-update") ? a.value().equals(b.value()) : b.time() < end;
                if (together
                        && counts
                        && (pattern.equals("double-hold") || pattern.equals("lost-update") || end != Long.MAX_VALUE)) {
                    pairs.add(new Pair(a.number(), b.number()));
                }
            }
        }
        return pairs;
    }

    private static EventTable table(Names names, List<Simulation.Line> lines, int host) {
        TraceBuilder builder = new TraceBuilder(names);
        Map<Integer, Integer> open = new HashMap<>();
        int place = 0;
        for (Simulation.Line line : lines) {
            place++;
            Integer started = open.remove(line.number());
            if (line.phase().equals("end") && started != null) {
                builder.close(started, line.stamp(), place);
                continue;
            }
            boolean starts = line.phase().equals("start");
            int lane = builder.lane(LaneName.thread(line.thread()));
            int event = builder.append(
                    starts ? EventKind.OPEN : EventKind.INSTANT,
                    lane,
                    line.stamp(),
                    line.stamp(),
                    builder.word(line.operation()),
                    place);
            builder.key(event, builder.word(line.key()));
            int number = builder.word(Integer.toString(line.number()));
            int value = builder.word(line.phase());
            builder.addAttributes(event, builder.attributes(builder.word("n"), number));
            if (line.operation().equals("state.commit")) {
                builder.addAttributes(event, builder.attributes(builder.word("base"), value));
            } else if (line.operation().equals("lock.check")) {
                builder.addAttributes(event, builder.attributes(builder.word("result"), value));
            }
            if (starts) {
                open.put(line.number(), event);
            }
        }
        return builder.seal(source(builder, host, place));
    }

    private static Source source(TraceBuilder builder, int host, int lines) {
        return new Source(
                Path.of("host" + host + ".log"),
                String.format(Locale.ROOT, "%064x", host + 1),
                SourceKind.LOG,
                "simulated",
                "host " + host,
                Histories.MS,
                ClockSetting.NONE,
                new Account.Lines(lines, lines, 0, 0, 0, 0),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                List.of(),
                List.of(),
                SourceText.none(),
                Interpretation.FIXED);
    }

    /** Returns which share of the windows of a verdict is true; 1 when there are none. */
    double trueShare(Verdict verdict) {
        long all = windows[verdict.ordinal()];
        return all == 0 ? 1 : (double) trueWindows[verdict.ordinal()] / all;
    }

    long races() {
        long all = 0;
        for (long one : races) {
            all += one;
        }
        return all;
    }

    /** Returns which share of the races has a window of at least this verdict. */
    double recall(Verdict least) {
        long found = 0;
        for (Verdict verdict : Verdict.values()) {
            found += verdict.compareTo(least) >= 0 ? races[verdict.ordinal()] : 0;
        }
        return races() == 0 ? 1 : (double) found / races();
    }
}
