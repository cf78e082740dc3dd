package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the differential test is worth: a matcher that means something slightly different is found out. Whether an order is strict is not
 * tried, for it matters to one event only, and no event plays two parts.
 */
class MutantsTest {
    private static final int TRACES = 400;
    private static final int SIZE = 30;

    private final Differential right = new Differential(Differential.PATTERNS);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            oldest opener first           | window W = s .. i by lane op R          | window W = s .. i by lane pair fifo op R
            youngest opener first         | by v pair fifo                          | by v pair lifo
            lanes are not told apart      | require R.lane != W.lane symptom        | symptom
            an operation is an instant    | op R = r order W.start                  | event R = r order W.start
            an instant is an operation    | event C = r                             | op C = r
            nothing needs to be absent    | absent z between A and B                | within 1s
            ends are not left open        | by lane open-end window B = t .. g by lane open-end order | by lane window B = t .. g by lane order
            leases do not run out         | expires px window B = t .. g by lane open-end expires px | window B = t .. g by lane open-end
            a state is told apart by all  | while v == 1 by lane                    | while v == 1
            gaps are a tick shorter       | gap C .. Z.end > 3ms                    | gap C .. Z.end > 2ms
            short gaps are a tick longer  | gap A.start .. X < 3ms                  | gap A.start .. X < 4ms
            matches last a tick longer    | within 6ms                              | within 7ms
            another symptom               | symptom R.v == 1                        | symptom R.v == 2
            all are picked                | between A and B pick 1                  | between A and B
            less is bound                 | bind key, v                             | bind key
            overlapping instead of inside | B during A                              | B overlaps A
            every closer is a stray       | stray X = t .. g by lane                | event X = g
            the opener's value at the end | H.end.lane != H.start.lane and          | H.start.lane == H.start.lane and
            a missing value is no bar     | H.end.v >= H.start.w                    | not (H.end.v < H.start.w)
            """)
    void aMatcherOfOtherPatternsIsFoundOut(String name, String from, String to) {
        String patterns = Differential.PATTERNS.replaceAll("\\s+", " ");
        assertThat(patterns).as("the mutant changes something").contains(from);
        Differential wrong = new Differential(patterns.replace(from, to));
        assertThat(found(wrong, Differential.SKEW, false, false)).as(name).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3, false, false", "1, false, false", "2, true, false", "2, false, true"})
    void aMatcherThatBelievesOtherClocksIsFoundOut(int skew, boolean lines, boolean clausewise) {
        assertThat(found(right, skew * Histories.MS, lines, clausewise)).isTrue();
    }

    private boolean found(Differential other, long skew, boolean lines, boolean clausewise) {
        String[] clocks = {"wall", "other"};
        for (int seed = 0; seed < TRACES; seed++) {
            boolean trusted = seed % 2 == 0;
            RandomTraces.Case random = RandomTraces.sized(500_000 + seed, SIZE, clocks);
            OracleOrder order = new OracleOrder(clocks, trusted, Differential.SKEW, clausewise);
            String difference = Differential.difference(
                    other.found(random.trace(), trusted != lines, skew), right.wanted(random, order));
            if (!difference.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
