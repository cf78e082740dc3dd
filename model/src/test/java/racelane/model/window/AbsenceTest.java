package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.clock.ClockOrder;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.PatternParser;
import racelane.model.pattern.PatternSet;
import racelane.model.pattern.Point.Edge;
import racelane.model.progress.Progress;
import racelane.model.window.RandomTraces.Ev;

/** Absent clauses: searching by halving against looking at every event, and how many steps it takes. */
class AbsenceTest {
    private static final String CLASSES =
            "class x = op != \"\" class s = op == \"s\" class i = op == \"i\" class z = op == \"z\" ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event A = x event B = x absent x between A and B",
                "op A = x op B = x absent x between A and B",
                "op A = x op B = x absent x between A.start and B.end",
                "op A = x op B = x absent x where v == A.v between A.end and B.start",
                "event A = x op B = x absent x where w == B.v and v > 1 between A and B.end",
                "event A = x event B = x event C = x absent x between A and B",
                "event A = x window W = s .. i by lane open-end absent x between A and W.end",
                "window W = s .. i event A = x absent x where lane != A.lane and v == A.w between W.start and A",
                "window W = s .. i by lane expires px event A = x absent x between W.end and A",
                "event A = x window W = s .. i by lane absent x between W.start and W.end"
            })
    void halvingFindsWhatLookingAtEachFinds(String roles) throws PatternParseException {
        int[] verdicts = new int[4];
        for (int seed = 0; seed < 60; seed++) {
            String[] clocks = seed % 3 == 0
                    ? new String[] {"wall"}
                    : seed % 3 == 1 ? new String[] {"wall", "wall"} : new String[] {"wall", "other"};
            Trace trace = RandomTraces.sized(seed, 30, clocks).trace();
            boolean trusted = seed % 2 == 0;
            ClockOrder order = ClockOrder.of(trace, 2 * Histories.MS, source -> trusted);
            compare(roles, trace, order, verdicts);
        }
        assertThat(verdicts[0]).as("broken").isPositive();
        assertThat(verdicts[1 + Verdict.UNCERTAIN.ordinal()]).as("doubtful").isPositive();
        assertThat(verdicts[1 + Verdict.CERTAIN.ordinal()]).as("kept").isPositive();
        assertThat(verdicts[0] + verdicts[1] + verdicts[2] + verdicts[3]).isGreaterThan(1_000);
    }

    private static void compare(String roles, Trace trace, ClockOrder order, int[] verdicts)
            throws PatternParseException {
        PatternSet set = PatternParser.parse("absent.race", CLASSES + "pattern p \"\" { bind key " + roles + " }");
        Pattern pattern = set.patterns().getFirst();
        Classifier classifier = new Classifier(trace, Matcher.classes(set));
        Plan plan = Planner.plan(pattern, classifier, new AttributeReader(trace));
        KeyEvents events = new KeyEvents(trace);
        KeyIndex.of(trace, classifier, Progress.none()).loadAll(events);
        int[] all = events.of(-1L);
        Items[] items = plan.roles().stream()
                .map(part -> new ItemFactory(events).items(part, all))
                .toArray(Items[]::new);
        Plan.Absent clause = plan.absents().getFirst();
        Absence slow = new Absence(plan, clause, events, all, order, Integer.MAX_VALUE);
        Absence fast = new Absence(plan, clause, events, all, order, -1);
        Cast cast = new Cast(items);
        for (int[] chosen : casts(items)) {
            System.arraycopy(chosen, 0, cast.chosen, 0, chosen.length);
            Verdict wanted = slow.verdict(cast);
            assertThat(fast.verdict(cast)).as("%s of %s", roles, cast).isEqualTo(wanted);
            verdicts[wanted == null ? 0 : 1 + wanted.ordinal()]++;
            if (wanted != null && clause.from() < clause.to()) {
                long end = clause.toEdge() == Edge.END
                        ? items[clause.to()].end(cast.chosen[clause.to()])
                        : items[clause.to()].start(cast.chosen[clause.to()]);
                long bound = fast.brokenFrom(cast, clause.to());
                assertThat(end - order.slack()).as("%s of %s", roles, cast).isLessThanOrEqualTo(bound);
            }
        }
    }

    private static List<int[]> casts(Items[] items) {
        List<int[]> casts = new ArrayList<>();
        int third = items.length > 2 ? Math.min(6, items[2].size()) : 1;
        for (int a = 0; a < items[0].size(); a++) {
            for (int b = 0; b < items[1].size(); b++) {
                for (int c = 0; c < third; c++) {
                    casts.add(items.length > 2 ? new int[] {a, b, c} : new int[] {a, b});
                }
            }
        }
        return casts;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event A = x event B = x order A <= B require A.lane != B.lane absent z between A and B pick 1",
                "event A = x event B = x order A <= B require A.lane != B.lane"
                        + " absent z where scope == A.scope between A and B pick 1",
                "op A = x op B = x order A < B require A.lane != B.lane absent z between A.start and B.end pick 1"
            })
    void manyEventsOfOneKeyAreNotLookedAtForEachOther(String roles) throws PatternParseException {
        PatternSet patterns = PatternParser.parse("ties.race", """
                class x = op == "n" class z = op == "z" pattern init "" { bind key %s }""".formatted(roles));
        for (int perTick : new int[] {1, 5_000}) {
            for (boolean trusted : new boolean[] {false, true}) {
                int n = 10_000;
                ClockOrder order = ClockOrder.of(trace(n, perTick), 0, source -> trusted);
                MatchRun run =
                        new MatchRun(trace(n, perTick), order, MatchOptions.DEFAULT, Progress.none(), windows -> {});
                run.patterns(patterns);
                assertThat(run.findings(List.of()).total()).isPositive();
                assertThat(run.steps()).as("%s, %d a tick", roles, perTick).isLessThanOrEqualTo(900L * n);
            }
        }
    }

    /** One key, eight lanes, spans of three ticks, and one in ten of the class that must be absent. */
    private static Trace trace(int n, int perTick) {
        List<Ev> events = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            long start = i / perTick * 1_000L;
            events.add(new Ev(
                    0,
                    "l" + i % 8,
                    i % 10 == 9 ? "z" : "n",
                    "k",
                    Map.of("scope", Integer.toString(i / 10 % 3)),
                    start * Histories.MS,
                    (start + (i % 7 == 0 ? 3 : 0)) * Histories.MS,
                    2 * i + 1,
                    i % 7 == 0 ? 2 * i + 2 : 0));
        }
        Names names = new Names();
        return Trace.of(names, List.of(RandomTraces.table(names, events, "s0", "wall")));
    }
}
