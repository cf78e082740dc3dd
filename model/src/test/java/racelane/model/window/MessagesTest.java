package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Message;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** What messages between hosts say about their clocks. */
class MessagesTest {
    private static final int TRACES = Integer.getInteger("racelane.differential", 7_500) / 5;
    private static final String WRITER = "455 u cache.set k; 460 u cache.invalidate k";

    @Test
    void aMessageEachWayMakesAVerdictSure() {
        RaceWindow without = only(two(WRITER, "457 g get k"));
        assertThat(without.verdict()).isEqualTo(Verdict.UNCERTAIN);
        Trace trace = two(
                WRITER + "; 500 u msg.send q messageId=1; 601 u msg.receive q messageId=2",
                "457 g get k; 500 g msg.receive q messageId=1; 600 g msg.send q messageId=2");
        assertThat(only(trace).verdict()).isEqualTo(Verdict.CERTAIN);
        assertThat(find(trace).warnings()).isEmpty();
    }

    @Test
    void aMessageOneWayTellsOneWay() {
        String writer = WRITER.replace("455", "450");
        String received = "; 501 u msg.receive q messageId=1";
        String read = "458 g get k";
        assertThat(only(two(writer + received, read)).verdict()).isEqualTo(Verdict.UNCERTAIN);
        assertThat(only(two(writer + received, read + "; 500 g msg.send q messageId=1"))
                        .verdict())
                .as("the reader's clock is not behind, so it read before the invalidation")
                .isEqualTo(Verdict.CERTAIN);
        assertThat(only(two(writer + "; 500 u msg.send q messageId=1", read + "; 501 g msg.receive q messageId=1"))
                        .verdict())
                .as("the other way round it may be")
                .isEqualTo(Verdict.UNCERTAIN);
    }

    @Test
    void exposureCountsWhatMessagesProveAndWhatTheyAllow() {
        String sent = "; 500 u msg.send q messageId=1; 601 u msg.receive q messageId=2";
        String received = "; 500 g msg.receive q messageId=1; 600 g msg.send q messageId=2";
        assertThat(hits(two(WRITER, "457 g get k"))).as("without messages").containsExactly(1, 0, 0);
        assertThat(hits(two(WRITER + sent, "457 g get k" + received)))
                .as("a message each way")
                .containsExactly(1, 1, 0);
        assertThat(hits(two(WRITER, "463 g get k"))).as("a little late").containsExactly(0, 0, 1);
        assertThat(hits(two(WRITER + sent, "463 g get k" + received)))
                .as("surely late")
                .containsExactly(0, 0, 0);
    }

    /** Returns how many windows were hit, how many of them certainly, and how many more possibly. */
    private static List<Integer> hits(Trace trace) {
        Exposure one = ExposureSurvey.of(
                        trace, PatternSet.builtIn(), Set.of("stale-read"), MatchOptions.DEFAULT, Progress.none())
                .getFirst();
        return List.of((int) one.hits(), (int) one.certainHits(), (int) one.possibleHits());
    }

    @Test
    void whatCameTwiceOrNowhereSaysNothing() {
        for (String more : new String[] {
            "; 600 g msg.receive q messageId=1", "; 600 g msg.send q messageId=1", "; 600 g msg.receive q messageId=3"
        }) {
            Trace trace = two(
                    WRITER + "; 500 u msg.send q messageId=1; 601 u msg.receive q messageId=2",
                    "457 g get k; 600 g msg.send q messageId=2"
                            + (more.contains("=3") ? "" : "; 500 g msg.receive q messageId=1") + more);
            assertThat(only(trace).verdict()).as(more).isEqualTo(Verdict.UNCERTAIN);
        }
    }

    @Test
    void aMessageThatArrivesBeforeItIsSentIsTold() {
        Findings findings =
                find(two(WRITER + "; 503 u msg.send q messageId=1", "457 g get k; 500 g msg.receive q messageId=1"));
        assertThat(findings.warnings())
                .containsExactly("messages show that the clock 'A' is at least 2 ms ahead of 'B': set it, for what lies"
                        + " nearer together reads in the wrong order");
        assertThat(findings.windows()).extracting(RaceWindow::verdict).containsExactly(Verdict.UNCERTAIN);
        Findings far =
                find(two(WRITER + "; 600 u msg.send q messageId=1", "457 g get k; 500 g msg.receive q messageId=1"));
        assertThat(far.warnings().getFirst()).contains("99 ms", "further than clocks are allowed to be apart");
        assertThat(far.windows()).extracting(RaceWindow::verdict).containsExactly(Verdict.UNCERTAIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theMatcherAgreesWithTryingAllOffsetsThatKeepTheMessages(int hosts) {
        Differential differential = new Differential(Differential.PATTERNS);
        String[] clocks = List.of("wall", "other", "third").subList(0, hosts).toArray(new String[0]);
        long anchors = 0;
        long changed = 0;
        for (int i = 0; i < TRACES; i++) {
            long seed = 700_000L + hosts * 10_000L + i;
            RandomTraces.Case random = RandomTraces.sized(seed, 11, clocks);
            List<Message> messages = messages(new Random(seed), hosts);
            boolean trusted = seed % 2 == 0;
            ClockOrder order = ClockOrder.of(random.trace(), Differential.SKEW, source -> trusted, messages);
            Map<String, Oracle.Answer> wanted =
                    differential.wanted(random, new OracleOrder(clocks, trusted, Differential.SKEW, false, messages));
            Map<String, Oracle.Answer> found = differential.found(random.trace(), order);
            assertThat(Differential.difference(found, wanted))
                    .as("seed %d, messages %s", seed, messages)
                    .isEmpty();
            anchors += found.size();
            changed += found.equals(differential.found(random.trace(), trusted, Differential.SKEW)) ? 0 : 1;
        }
        assertThat(anchors).isGreaterThan(TRACES);
        assertThat(changed).as("traces whose verdicts the messages change").isGreaterThan(TRACES / 20);
    }

    /** Messages that also clocks without any offset would keep. */
    private static List<Message> messages(Random random, int hosts) {
        List<Message> messages = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int sender = random.nextInt(hosts);
            int receiver = (sender + 1 + random.nextInt(hosts - 1)) % hosts;
            long sent = random.nextInt(20) * Histories.MS;
            messages.add(new Message(sender, sent, receiver, sent + random.nextInt(3) * Histories.MS));
        }
        return messages;
    }

    private static Trace two(String first, String second) {
        Names names = new Names();
        return Trace.of(
                names,
                List.of(Histories.table(names, "a.log", "A", first), Histories.table(names, "b.log", "B", second)));
    }

    private static RaceWindow only(Trace trace) {
        Findings findings = find(trace);
        assertThat(findings.windows()).hasSize(1);
        return findings.windows().getFirst();
    }

    private static Findings find(Trace trace) {
        return new Matcher()
                .find(trace, PatternSet.builtIn().only(List.of("stale-read")), MatchOptions.DEFAULT, Progress.none());
    }
}
