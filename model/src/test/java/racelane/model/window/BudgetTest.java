package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.PatternParser;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** A window with more candidates than are examined one by one is still judged by its best. */
class BudgetTest {
    @Test
    void readsInTheTickOfTheSetDoNotHideTheStaleOneAfterIt() {
        for (int ties : new int[] {10, 100, 5_000}) {
            String reads = "10 g get k result=NEW; ".repeat(ties);
            RaceWindow window = only("10 u cache.set k; " + reads + "12 g get k result=OLD; 15 u cache.invalidate k");
            assertThat(window.verdict()).as("%d ties", ties).isEqualTo(Verdict.CERTAIN);
            assertThat(window.evidence()).as("%d ties", ties).isEqualTo(Evidence.WITNESSED);
            assertThat(window.count()).isEqualTo(ties + 1L);
        }
    }

    @Test
    void harmlessReadsDoNotHideTheOneThatDidHarm() {
        for (int reads : new int[] {10, 70, 5_000}) {
            RaceWindow window = only("10 u cache.set k; " + "12 g get k result=NEW; ".repeat(reads)
                    + "13 h get k result=OLD; 15 u cache.invalidate k");
            assertThat(window.verdict()).isEqualTo(Verdict.CERTAIN);
            assertThat(window.evidence()).as("%d reads", reads).isEqualTo(Evidence.WITNESSED);
        }
    }

    @Test
    void aVerdictThatCannotBeBetteredIsNoReasonToWarn() {
        Findings findings = find(
                "10 u cache.set k; " + "12 g get k result=NEW; ".repeat(500) + "15 u cache.invalidate k",
                PatternSet.builtIn(),
                MatchOptions.DEFAULT);
        assertThat(findings.windows()).hasSize(1);
        assertThat(findings.windows().getFirst().evidence()).isEqualTo(Evidence.EXPOSED);
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void harmThatTwoRolesShowTogetherIsToldToBeUncertainAboutWhenNotAllWereLookedAt() throws PatternParseException {
        PatternSet user = PatternParser.parse("my.race", """
                class set = op == "cache.set" class invalidate = op == "cache.invalidate" class get = op == "get"
                pattern both "t" { bind key window W = set .. invalidate by lane op R = get
                  order W.start < R order R < W.end require R.lane != W.lane symptom R.v != W.v }""");
        Findings findings = find(
                "10 u cache.set k v=1; " + "12 g get k v=1; ".repeat(500) + "13 g get k v=0; 15 u cache.invalidate k",
                user,
                MatchOptions.DEFAULT);
        assertThat(findings.warnings())
                .containsExactly("'both': 1 window has more than 64 candidates;"
                        + " a surer match, or one with harm, may be among those that were not looked at");
    }

    @Test
    void aSmallBudgetFindsTheSameBestOrSaysThatItMayNot() throws PatternParseException {
        PatternSet patterns = PatternParser.parse("b.race", """
                class s = op == "s" class i = op == "i" class r = op == "r" class d = op == "d"
                pattern stale "" { bind key window W = s .. i by lane op R = r
                  order W.start < R order R < W.end require R.lane != W.lane symptom R.v == 1 }
                pattern sequence "" { bind key event A = d event B = d order A < B require A.v > B.v
                  absent d between A and B symptom B.v == 0 }
                """);
        int same = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            String[] clocks = seed % 2 == 0 ? new String[] {"wall"} : new String[] {"wall", "other"};
            Trace trace = RandomTraces.random(seed, clocks).trace();
            MatchOptions all = MatchOptions.DEFAULT.unlimited().withSkew(2 * Histories.MS);
            MatchOptions few = new MatchOptions(
                    3, all.perKey(), all.groups(), all.perGroup(), all.skew(), source -> false, Map.of());
            Findings best = new Matcher().find(trace, patterns, all, Progress.none());
            Findings found = new Matcher().find(trace, patterns, few, Progress.none());
            for (String pattern : new String[] {"stale", "sequence"}) {
                boolean told = found.warnings().stream().anyMatch(one -> one.contains("'" + pattern + "'"));
                if (!told) {
                    assertThat(judged(found, pattern)).as("seed %d", seed).isEqualTo(judged(best, pattern));
                    same += judged(best, pattern).size();
                }
            }
        }
        assertThat(same).isGreaterThan(500);
    }

    private static Map<Object, String> judged(Findings findings, String pattern) {
        Map<Object, String> judged = new HashMap<>();
        for (RaceWindow window : findings.windows()) {
            if (window.pattern().equals(pattern)) {
                Object anchor = window.roles().stream()
                        .filter(role -> !role.intruder())
                        .map(WindowRole::event)
                        .toList();
                judged.put(anchor, window.verdict() + " " + window.evidence());
            }
        }
        return judged;
    }

    private static RaceWindow only(String history) {
        Findings findings = find(history, PatternSet.builtIn(), MatchOptions.DEFAULT);
        assertThat(findings.windows()).hasSize(1);
        return findings.windows().getFirst();
    }

    private static Findings find(String history, PatternSet patterns, MatchOptions options) {
        return new Matcher().find(Histories.trace(history), patterns, options, Progress.none());
    }
}
