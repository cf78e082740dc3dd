package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import racelane.model.clock.ClockOrder;
import racelane.model.event.Event;
import racelane.model.event.Trace;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.PatternParser;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** Holds the matcher's answers against the oracle's: same anchors, same counts, same verdicts, same evidence. */
final class Differential {
    static final String PATTERNS = """
            class s = op == "s"   class i = op == "i"   class r = op == "r"   class t = op == "t"   class g = op == "g"
            class n = op == "n"   class z = op == "z"   class d = op == "d"   class c = op == "c"
            pattern stale "" { bind key window W = s .. i by lane op R = r
              order W.start < R order R < W.end require R.lane != W.lane symptom R.v == 1 }
            pattern hold "" { bind key window A = t .. g by lane open-end window B = t .. g by lane open-end
              order A.start <= B.start order B.start < A.end require A.lane != B.lane }
            pattern act "" { bind key window C = r .. s by lane event X = s
              order C.start < X order X < C.end require X.lane != C.lane }
            pattern same-lane "" { bind key window C = r .. s by lane event X = d order C.start < X order X < C.end }
            pattern init "" { bind key event A = n event B = n order A <= B require A.lane != B.lane
              absent z between A and B pick 1 }
            pattern sequence "" { bind key event A = d event B = d order A < B require A.v > B.v
              absent d between A and B }
            pattern nested "" { bind key window W = t .. g by lane window N = t .. g by lane
              order W.start < N.start order N.end < W.end require N.lane != W.lane and N.v != W.v }
            pattern gap "" { bind key window Z = t .. g by lane open-end event C = r
              order Z.start < C order C < Z.end gap C .. Z.end > 3ms }
            pattern states "" { bind key state B = c while v > 1 state R = c while w > 0 event S = r
              order B.start < S order R.start < S order S < B.end order S < R.end symptom S.v == 2 }
            pattern state "" { bind key state P = c while v == 1 by lane op X = r order P.start < X order X < P.end }
            pattern lost "" { bind key, v event A = s event B = s order A < B require A.lane != B.lane }
            pattern queue "" { bind key window G = s .. i by v pair fifo event I = r
              order G.start < I order I < G.end require I.w < G.w }
            pattern near "" { bind key op A = r op B = s order A < B within 6ms require A.lane != B.lane }
            pattern overlap "" { bind key window A = t .. g by lane window B = s .. i by lane
              order A overlaps B require A.lane != B.lane }
            pattern expiring "" { bind key window A = t .. g by lane open-end expires px
              window B = t .. g by lane open-end expires px
              order A.start <= B.start order B.start < A.end require A.lane != B.lane }
            pattern lease "" { bind key window A = t .. g by lane expires px op B = r A overlaps B }
            pattern stray "" { bind key window H = t .. g by lane open-end stray X = t .. g by lane
              order H.start < X order X < H.end require X.lane != H.lane }
            pattern ends "" { bind key window H = t .. g require H.end.lane != H.start.lane and H.end.v >= H.start.w }
            pattern inside "" { bind key window A = t .. g by lane window B = r .. d by lane B during A
              require A.end.lane != B.end.lane symptom B.end.v == 2 }
            pattern short "" { bind key window A = s .. i by lane event X = r gap A.start .. X < 3ms order A.start < X }
            pattern dropped "" { bind key event D = z event X = n order D < X absent s between D and X }
            pattern same-value "" { bind key event A = n event B = r order A < B
              absent z where v == A.v and w > 0 between A and B }
            pattern later-value "" { bind key event A = s event B = n order A <= B
              absent d where lane != B.lane and v == B.v between A and B pick 2 }
            pattern unended "" { bind key window W = t .. g by lane open-end op R = r
              absent s between W.start and W.end order W.start < R order R < W.end }
            pattern between "" { bind key event A = d event B = n event C = d order A < B order C < B
              absent d between A and B }
            pattern opener "" { bind key event A = c window W = t .. g by lane order A < W.start
              absent t between A and W.end }
            """;

    static final long SKEW = 2 * Histories.MS;

    private final PatternSet patterns;

    Differential(String text) {
        this.patterns = parse(text);
    }

    PatternSet patterns() {
        return patterns;
    }

    /** Returns what the oracle says of every anchor. */
    Map<String, Oracle.Answer> wanted(RandomTraces.Case random, OracleOrder order) {
        Oracle oracle = new Oracle(patterns, random.events(), order);
        Map<String, Oracle.Answer> wanted = new TreeMap<>();
        patterns.patterns().forEach(pattern -> wanted.putAll(oracle.answers(pattern)));
        return wanted;
    }

    /** Returns what the matcher says of every anchor. */
    Map<String, Oracle.Answer> found(Trace trace, boolean trusted, long skew) {
        MatchOptions options = MatchOptions.DEFAULT.unlimited().withSkew(skew).withTrustedFileOrder(source -> trusted);
        return answers(trace, new Matcher().find(trace, patterns, options, Progress.none()));
    }

    private Map<String, Oracle.Answer> answers(Trace trace, Findings findings) {
        Map<String, Oracle.Answer> found = new TreeMap<>();
        for (RaceWindow window : findings.windows()) {
            assertThat(window.countExact()).isTrue();
            Pattern pattern = patterns.patterns().stream()
                    .filter(one -> one.name().equals(window.pattern()))
                    .findFirst()
                    .orElseThrow();
            found.put(
                    window.pattern() + " "
                            + anchor(trace, window, pattern.roles().getFirst().name()),
                    new Oracle.Answer(window.count(), window.verdict(), window.evidence() == Evidence.WITNESSED));
        }
        assertThat(found).hasSize((int) findings.total());
        return found;
    }

    /** Returns what the matcher says when the order of moments is given. */
    Map<String, Oracle.Answer> found(Trace trace, ClockOrder order) {
        MatchRun run = new MatchRun(trace, order, MatchOptions.DEFAULT.unlimited(), Progress.none(), windows -> {});
        run.patterns(patterns);
        return answers(trace, run.findings(List.of()));
    }

    /** Returns where two answers differ, in words; empty when they are the same. */
    static String difference(Map<String, Oracle.Answer> found, Map<String, Oracle.Answer> wanted) {
        StringBuilder out = new StringBuilder();
        Map<String, Oracle.Answer> all = new TreeMap<>(wanted);
        all.putAll(found);
        for (String anchor : all.keySet()) {
            if (!Objects.equals(found.get(anchor), wanted.get(anchor))) {
                out.append(anchor + ": wanted " + wanted.get(anchor) + " but found " + found.get(anchor) + "; ");
            }
        }
        return out.toString();
    }

    private static String anchor(Trace trace, RaceWindow window, String role) {
        String first = "";
        String last = "";
        for (WindowRole one : window.roles()) {
            Event event = trace.at(one.event());
            String place = one.event().table() + ":" + event.origin();
            if (one.role().equals(role) || one.role().equals(role + ".start")) {
                first = place;
            } else if (one.role().equals(role + ".end")) {
                last = "-" + place;
            }
        }
        return first + last;
    }

    private static PatternSet parse(String text) {
        try {
            return PatternParser.parse("random.race", text);
        } catch (PatternParseException e) {
            throw new AssertionError(e);
        }
    }
}
