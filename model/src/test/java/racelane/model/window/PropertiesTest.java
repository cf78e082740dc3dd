package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import racelane.model.clock.ClockOrder;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.PatternParser;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.window.RandomTraces.Ev;

/** What must stay as it is when something that does not matter changes. */
class PropertiesTest {
    private static final PatternSet PATTERNS = parse("""
            class s = op == "s"   class i = op == "i"   class r = op == "r"   class t = op == "t"   class g = op == "g"
            pattern stale "" { bind key window W = s .. i by lane op R = r
              order W.start < R order R < W.end require R.lane != W.lane }
            pattern hold "" { bind key window A = t .. g by lane open-end window B = t .. g by lane open-end
              order A.start <= B.start order B.start < A.end require A.lane != B.lane }
            """);

    @Test
    void shiftingAllTimesChangesNothingElse() {
        for (int seed = 0; seed < 200; seed++) {
            Trace trace = RandomTraces.random(seed, "wall").trace();
            assertThat(summaries(find(
                            trace.withSetting(0, ClockSetting.typed(ClockMapping.offset(12_345 * Histories.MS))),
                            MatchOptions.DEFAULT)))
                    .isEqualTo(summaries(find(trace, MatchOptions.DEFAULT)));
        }
    }

    @Test
    void namesOfLanesAndKeysDoNotMatter() {
        for (int seed = 0; seed < 200; seed++) {
            RandomTraces.Case one = RandomTraces.random(seed, "wall");
            List<Ev> renamed = one.events().stream()
                    .map(event -> new Ev(
                            0,
                            "thread " + event.lane(),
                            event.op(),
                            event.key() + "/x",
                            event.attributes(),
                            event.start(),
                            event.end(),
                            event.line(),
                            event.endLine()))
                    .toList();
            assertThat(summaries(find(trace(renamed), MatchOptions.DEFAULT)))
                    .isEqualTo(summaries(find(one.trace(), MatchOptions.DEFAULT)));
        }
    }

    @Test
    void eventsOfOtherKeysDoNotMatter() {
        for (int seed = 0; seed < 200; seed++) {
            RandomTraces.Case one = RandomTraces.random(seed, "wall");
            List<Ev> more = new ArrayList<>(one.events());
            for (int line = 1; line < 30; line++) {
                more.add(new Ev(0, "l" + line % 3, "s", "unrelated", Map.of(), 0, 0L, 1_000 + line, 0));
            }
            assertThat(summaries(find(trace(more), MatchOptions.DEFAULT)))
                    .isEqualTo(summaries(find(one.trace(), MatchOptions.DEFAULT)));
        }
    }

    @Test
    void moreSkewNeverMakesAnythingSurer() {
        int certain = 0;
        for (int seed = 0; seed < 300; seed++) {
            Trace trace = RandomTraces.random(seed, "wall", "other").trace();
            Map<String, Verdict> before = new HashMap<>();
            for (long skew : new long[] {0, 1, 2, 4, 8}) {
                Map<String, Verdict> now = new HashMap<>();
                for (RaceWindow window : find(
                                trace, MatchOptions.DEFAULT.unlimited().withSkew(skew * Histories.MS))
                        .windows()) {
                    String anchor = window.pattern()
                            + window.key()
                            + window.roles().stream()
                                    .filter(role -> !role.intruder())
                                    .toList();
                    now.put(anchor, window.verdict());
                    certain += window.verdict() == Verdict.CERTAIN ? 1 : 0;
                    Verdict old = before.get(anchor);
                    assertThat(old != null && old.compareTo(window.verdict()) < 0)
                            .as("seed %d %s", seed, anchor)
                            .isFalse();
                }
                before = now;
            }
        }
        assertThat(certain).isPositive();
    }

    @Test
    void limitsChangeListsAndNeverTotals() {
        for (int seed = 0; seed < 200; seed++) {
            Trace trace = RandomTraces.random(seed, "wall").trace();
            Findings all = find(trace, MatchOptions.DEFAULT.unlimited());
            Findings few = find(trace, new MatchOptions(64, 1, 1, 1, 0, source -> false, Map.of()));
            assertThat(few.total()).isEqualTo(all.total());
            assertThat(few.truncated()).isEqualTo(few.windows().size() < few.total());
            assertThat(few.windows().size()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void howManyCandidatesAreExaminedChangesNoCount() {
        int several = 0;
        for (int seed = 0; seed < 200; seed++) {
            Trace trace = RandomTraces.random(seed, "wall").trace();
            MatchOptions all = MatchOptions.DEFAULT.unlimited();
            MatchOptions few =
                    new MatchOptions(8, all.perKey(), all.groups(), all.perGroup(), 0, own -> false, Map.of());
            Map<Object, Long> counts = counts(find(trace, few));
            assertThat(counts(find(trace, all))).as("seed %d", seed).containsAllEntriesOf(counts);
            several += counts.values().stream().anyMatch(count -> count > 1) ? 1 : 0;
        }
        assertThat(several).isGreaterThan(20);
    }

    @Test
    void inWhichOrderLanesTakeTurnsInAFileDoesNotMatterWhereItIsNotTrusted() {
        Random random = new Random(7);
        for (int seed = 0; seed < 200; seed++) {
            RandomTraces.Case one = RandomTraces.random(seed, "wall");
            Trace shuffled = trace(interleaved(one.events(), random));
            assertThat(staleReads(find(shuffled, MatchOptions.DEFAULT)))
                    .as("seed %d", seed)
                    .isEqualTo(staleReads(find(one.trace(), MatchOptions.DEFAULT)));
        }
    }

    /** Of holds at one time the line says which is the window and which the intruder, so that they are left out. */
    private static List<String> staleReads(Findings findings) {
        return findings.windows().stream()
                .filter(window -> window.pattern().equals("stale"))
                .map(window -> window.verdict() + " " + window.count() + " "
                        + window.range().duration())
                .sorted()
                .toList();
    }

    /** Gives the lines of all lanes other places among each other; those of one lane keep their order. */
    private static List<Ev> interleaved(List<Ev> events, Random random) {
        Map<String, List<Integer>> lanes = new TreeMap<>();
        for (Ev event : events) {
            List<Integer> lines = lanes.computeIfAbsent(event.lane(), lane -> new ArrayList<>());
            lines.add(event.line());
            if (event.endLine() > event.line()) {
                lines.add(event.endLine());
            }
        }
        lanes.values().forEach(lines -> lines.sort(null));
        List<List<Integer>> left = new ArrayList<>(lanes.values());
        int[] places = new int[10_000];
        for (int place = 1; !left.isEmpty(); place++) {
            List<Integer> lane = left.get(random.nextInt(left.size()));
            places[lane.removeFirst()] = place;
            left.removeIf(List::isEmpty);
        }
        return events.stream()
                .map(event -> new Ev(
                        event.source(),
                        event.lane(),
                        event.op(),
                        event.key(),
                        event.attributes(),
                        event.start(),
                        event.end(),
                        places[event.line()],
                        event.endLine() > event.line() ? places[event.endLine()] : event.endLine()))
                .sorted(Comparator.comparingInt(Ev::line))
                .toList();
    }

    @Test
    void tenTimesTheEventsOfAHotKeyTakeAtMostFifteenTimesTheSteps() {
        for (int lanes : new int[] {2, 16}) {
            long few = steps(3_000, lanes);
            assertThat(few).isPositive();
            assertThat(steps(30_000, lanes)).as("%d lanes", lanes).isLessThanOrEqualTo(15 * few);
        }
    }

    private static long steps(int n, int lanes) {
        Random random = new Random(11);
        String[] operations = {"s", "i", "r", "t", "g"};
        List<Ev> events = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            events.add(instant("l" + random.nextInt(lanes), operations[random.nextInt(operations.length)], i + 1, i));
        }
        Trace trace = trace(events);
        ClockOrder order = ClockOrder.of(trace, 0, source -> false);
        MatchRun run = new MatchRun(trace, order, MatchOptions.DEFAULT, Progress.none(), windows -> {});
        run.patterns(PATTERNS);
        return run.steps();
    }

    @Test
    void longRunsOfTheOwnersReadsAreSteppedOver() {
        int n = 20_000;
        List<Ev> events = new ArrayList<>();
        int line = 0;
        for (int i = 0; i < n; i++) {
            events.add(instant("own", "s", ++line, i));
        }
        for (int i = 0; i < n; i++) {
            events.add(instant("own", "r", ++line, n + i));
        }
        for (int i = 0; i < n; i++) {
            events.add(instant("own", "i", ++line, 2L * n + i));
        }
        events.add(instant("other", "r", ++line, 2L * n - 1));
        Trace trace = trace(events);
        ClockOrder order = ClockOrder.of(trace, 0, source -> false);
        MatchRun run = new MatchRun(trace, order, MatchOptions.DEFAULT, Progress.none(), windows -> {});
        run.patterns(PATTERNS);
        assertThat(run.findings(List.of()).total()).isEqualTo(n);
        assertThat(run.steps()).isLessThanOrEqualTo(3L * n);
    }

    @Test
    void manyEventsInOneTickAreNotLookedAtForEachOther() throws PatternParseException {
        PatternSet patterns = PatternParser.parse("ties.race", """
                class n = op == "n" class z = op == "z"
                pattern init "" { bind key event A = n event B = n order A <= B require A.lane != B.lane
                  absent z between A and B pick 1 }""");
        int n = 10_000;
        List<Ev> events = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            events.add(instant("l" + i % 8, i % 10 == 9 ? "z" : "n", i + 1, i / 5_000 * 1_000L));
        }
        Trace trace = trace(events);
        ClockOrder order = ClockOrder.of(trace, 0, source -> false);
        MatchRun run = new MatchRun(trace, order, MatchOptions.DEFAULT, Progress.none(), windows -> {});
        run.patterns(patterns);
        assertThat(run.findings(List.of()).total()).isPositive();
        assertThat(run.steps()).isLessThanOrEqualTo(1_300L * n);
    }

    private static Ev instant(String lane, String op, int line, long ms) {
        return new Ev(0, lane, op, "k", Map.of(), ms * Histories.MS, ms * Histories.MS, line, 0);
    }

    private static Trace trace(List<Ev> events) {
        Names names = new Names();
        return Trace.of(names, List.of(RandomTraces.table(names, events, "s0", "wall")));
    }

    private static Findings find(Trace trace, MatchOptions options) {
        return new Matcher().find(trace, PATTERNS, options, Progress.none());
    }

    private static Map<Object, Long> counts(Findings findings) {
        Map<Object, Long> counts = new HashMap<>();
        for (RaceWindow window : findings.windows()) {
            List<Object> anchor = new ArrayList<>(List.of(window.pattern()));
            window.roles().stream().filter(role -> !role.intruder()).forEach(role -> anchor.add(role.event()));
            counts.put(anchor, window.count());
        }
        return counts;
    }

    private static List<String> summaries(Findings findings) {
        return findings.windows().stream()
                .map(window -> window.pattern() + " " + window.verdict() + " " + window.count() + " "
                        + window.range().duration() + " " + window.steps())
                .sorted()
                .toList();
    }

    private static PatternSet parse(String text) {
        try {
            return PatternParser.parse("properties.race", text);
        } catch (PatternParseException e) {
            throw new AssertionError(e);
        }
    }
}
