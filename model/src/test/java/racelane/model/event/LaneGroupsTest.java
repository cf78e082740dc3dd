package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.source.Account;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;

/** Which namesakes share a lane, as is assumed and as the user chose. */
class LaneGroupsTest {
    private static final long SECOND = 1_000_000_000L;
    private final Names names = new Names();

    @Test
    void aNameThatAProgramChoseVouchesForTheOthers() {
        Trace trace = Trace.of(
                names,
                List.of(
                        table("a.log", "logback", 0, "main", "order-writer"),
                        table("a.jfr", "JFR", 1, "order-writer", "main")));
        assertThat(trace.lanes()).hasSize(2);
        assertThat(trace.laneAssumptions())
                .containsExactly("Threads of one name in a.log and a.jfr are taken for one lane, because they cover"
                        + " the same time and both have a thread 'order-writer'.");
    }

    @Test
    void namesThatEveryProgramHasDoNotTieTwoProgramsTogether() {
        Trace trace = Trace.of(
                names,
                List.of(
                        table("shop.log", "logback", 0, "main", "pool-1-thread-1"),
                        table("bank.jfr", "JFR", 1, "pool-1-thread-1", "main")));
        assertThat(trace.lanes()).hasSize(4);
        assertThat(trace.laneAssumptions())
                .singleElement()
                .asString()
                .contains("are kept apart, because they share only");
    }

    @Test
    void twoLogsOfOneFormatAtTheSameTimeAreTwoPrograms() {
        Trace trace = Trace.of(
                names,
                List.of(
                        table("node1.log", "logback", 0, "order-writer"),
                        table("node2.log", "logback", 0, "order-writer")));
        assertThat(trace.lanes()).hasSize(2);
    }

    @Test
    void theFilesOfARotatedLogAreOneProgram() {
        Trace trace = Trace.of(
                names,
                List.of(table("app.log.1", "logback", 0, "main"), table("app.log", "logback", 12 * SECOND, "main")));
        assertThat(trace.lanes()).hasSize(1);
    }

    @Test
    void sourcesOfDifferentTimesAreTwoRunsUntilTheClockIsSetRight() {
        Trace apart = Trace.of(
                names,
                List.of(
                        table("a.log", "logback", 0, "order-writer"),
                        table("a.jfr", "JFR", 3600 * SECOND, "order-writer")));
        assertThat(apart.lanes()).hasSize(2);
        Trace set = apart.withSetting(1, ClockSetting.typed(ClockMapping.offset(-3600 * SECOND)));
        assertThat(set.lanes()).hasSize(1);
        assertThat(set.atOwnTimes().lanes())
                .as("looking at raw times changes no lane")
                .hasSize(1);
        assertThat(set.atOwnTimes().at(new EventRef(1, 0)).start()).isEqualTo(3600 * SECOND);
        assertThat(set.atOwnTimes().lanes().getFirst().slices().get(1).table().start(0))
                .isEqualTo(3600 * SECOND);
    }

    @Test
    void theUserJoinsAndPartsLanes() {
        Trace trace = Trace.of(
                names,
                List.of(table("node1.log", "logback", 0, "main", "w"), table("node2.log", "logback", 0, "main", "w")));
        LaneRef one = LaneRef.of(trace.lanes().get(0).slices().getFirst());
        LaneRef two = LaneRef.of(trace.lanes().get(2).slices().getFirst());
        Trace joined = trace.withChoices(List.of(new LaneChoice.Joined(two, one)));
        assertThat(joined.lanes()).extracting(lane -> lane.name().name()).containsExactly("main", "w", "w");
        assertThat(joined.laneId(new EventRef(1, 0))).isZero();
        assertThat(joined.laneId(new EventRef(1, 1))).isEqualTo(2);
        Trace parted = trace.withChoices(List.of(new LaneChoice.Joined(two, one), new LaneChoice.Parted(one)));
        assertThat(parted.lanes()).hasSize(4);
        assertThat(parted.with(table("x.log", "x", 0, "y")).lanes()).hasSize(5);
    }

    @Test
    void aChoiceAboutASourceThatIsNotOpenIsKeptForLater() {
        LaneRef gone = new LaneRef("f".repeat(64), "main", "");
        Trace trace = Trace.of(names, List.of(table("a.log", "x", 0, "main")))
                .withChoices(List.of(new LaneChoice.Parted(gone), new LaneChoice.Joined(gone, gone)));
        assertThat(trace.lanes()).hasSize(1);
        assertThat(trace.choices()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "Thread-12",
                "pool-2-thread-1",
                "http-nio-8080-exec-7",
                "worker-3",
                "ForkJoinPool.commonPool-worker-1",
                "17",
                "G1 Conc#0"
            })
    void namesOfRuntimesAndFrameworksAreCommon(String name) {
        assertThat(Kinship.common(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-writer", "http-1", "cache-refresher-2", "updater-1", "maintenance"})
    void namesThatAProgramChoseAreNot(String name) {
        assertThat(Kinship.common(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "app.log,app.log.1,true",
        "app.log.1,app.log.2.gz,true",
        "app.log,app.2026-11-20.log,true",
        "app.log,app.log.2026-11-20,true",
        "app-2026-11-19.0.log,app-2026-11-20.1.log,true",
        "run1.log,run2.log,false",
        "a.log,b.log,false",
        "app.log,app.log,false"
    })
    void namesOfARotatedLogAreKnown(String one, String two, boolean rotated) {
        assertThat(Kinship.rotated(one, two)).isEqualTo(rotated);
    }

    /** A table with one span of ten seconds on each of these lanes. */
    private EventTable table(String file, String format, long from, String... threads) {
        TraceBuilder builder = new TraceBuilder(names);
        int line = 1;
        for (String thread : threads) {
            int lane = builder.lane(LaneName.thread(thread));
            builder.append(EventKind.SPAN, lane, from, from + 10 * SECOND, builder.word("work"), line++);
        }
        SourceKind kind = format.equals("JFR") ? SourceKind.JFR : SourceKind.LOG;
        return builder.seal(new Source(
                Path.of(file),
                String.format("%064x", file.hashCode() & 0xffffffffL),
                kind,
                format,
                "wall clock",
                1,
                ClockSetting.NONE,
                new Account.Lines(line, line, 0, 0, 0, 0),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                List.of(),
                List.of(),
                SourceText.none(),
                Interpretation.FIXED));
    }
}
