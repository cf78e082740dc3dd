package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.time.TimeRange;

/** One clock and one set of lanes over several sources. */
class TraceTest {
    private final Names names = new Names();

    @Test
    void theSameThreadInALogARecordingAndATraceIsOneLane() {
        EventTable log = table("a.log", LaneName.thread("http-1"), LaneName.thread("updater-1"));
        EventTable jfr = table("a.jfr", LaneName.thread("updater-1"), new LaneName("http-1", "4711", false));
        EventTable json = table("a.json", LaneName.thread("http-1"));
        Trace trace = Trace.of(names, List.of(log, jfr, json));

        assertThat(trace.lanes()).extracting(lane -> lane.name().name()).containsExactly("http-1", "updater-1");
        Lane http = trace.lanes().getFirst();
        assertThat(http.slices()).extracting(LaneSlice::table).containsExactly(log, jfr, json);
        assertThat(http.size()).isEqualTo(3);
        assertThat(http.name().process())
                .as("the process that one source knows")
                .isEqualTo("4711");
        assertThat(trace.laneId(1, 0)).isEqualTo(1);
        assertThat(trace.at(new EventRef(1, 1)).lane()).isEqualTo(http);
        assertThat(trace.laneId(new EventRef(2, 0))).isZero();
    }

    @Test
    void inferredLanesNeverMergeWithAnything() {
        EventTable one = table("a.log", LaneName.inferred("getCache"));
        EventTable two = table("b.log", LaneName.inferred("getCache"), LaneName.thread("getCache"));
        assertThat(Trace.of(names, List.of(one, two)).lanes()).hasSize(3);
    }

    @Test
    void namesakesInManyProcessesFindTheirOwn() {
        LaneName[] mains = new LaneName[500];
        for (int i = 0; i < mains.length; i++) {
            mains[i] = new LaneName("main", Integer.toString(i), false);
        }
        Trace trace = Trace.of(names, List.of(table("a.json", mains), table("b.json", mains)));
        assertThat(trace.lanes()).hasSize(500).allMatch(lane -> lane.slices().size() == 2);
        assertThat(trace.laneId(1, 321)).isEqualTo(trace.laneId(0, 321));
    }

    @Test
    void threadsOfContradictoryProcessesStayApart() {
        EventTable one = table("a.json", new LaneName("main", "1", false));
        EventTable two = table("b.json", new LaneName("main", "2", false));
        EventTable three = table("c.json", new LaneName("main", "2", false));
        Trace trace = Trace.of(names, List.of(one, two, three));
        assertThat(trace.lanes()).extracting(lane -> lane.name().process()).containsExactly("1", "2");
        assertThat(trace.lanes().get(1).size()).isEqualTo(2);
    }

    @Test
    void aSourceWithoutProcessesDoesNotTieContradictoryOnesTogether() {
        EventTable bare = table("a.log", LaneName.thread("writer"));
        EventTable one = table("b.json", new LaneName("writer", "1", false));
        EventTable two = table("c.json", new LaneName("writer", "2", false));
        Trace trace = Trace.of(names, List.of(bare, one, two));
        assertThat(trace.lanes()).extracting(Lane::size).containsExactly(2L, 1L);
    }

    @Test
    void twoThreadsOfOneFileWithTheSameNameStayApart() {
        EventTable jfr = table("a.json", new LaneName("worker", "1", false), new LaneName("worker", "", false));
        assertThat(Trace.of(names, List.of(jfr)).lanes()).hasSize(2);
    }

    @Test
    void addingAndTakingAwayASourceLeavesTheOldTraceAlone() {
        EventTable log = table("a.log", LaneName.thread("http-1"));
        EventTable jfr = table("a.jfr", LaneName.thread("gc"));
        Trace one = Trace.empty(names).with(log);
        Trace two = one.with(jfr);
        assertThat(one.lanes()).hasSize(1);
        assertThat(two.lanes()).hasSize(2);
        assertThat(two.without(0).tables()).containsExactly(jfr);
        assertThat(two.sources()).extracting(source -> source.name()).containsExactly("a.log", "a.jfr");
    }

    @Test
    void anOffsetMovesOneSourceAndTheExtent() {
        EventTable log = table("a.log", LaneName.thread("http-1"), LaneName.thread("http-2"));
        EventTable jfr = table("a.jfr", LaneName.thread("http-1"));
        Trace trace = Trace.of(names, List.of(log, jfr)).withSetting(1, ClockSetting.typed(ClockMapping.offset(1_000)));
        assertThat(trace.at(new EventRef(0, 0)).start()).isEqualTo(100);
        assertThat(trace.at(new EventRef(1, 0)).start()).isEqualTo(1_100);
        assertThat(trace.extent()).contains(new TimeRange(100, 1_105));
        assertThat(Trace.empty(names).extent()).isEmpty();
        assertThat(Trace.empty(names).with(table("none.log")).extent()).isEmpty();
    }

    /** A table with one span of 5 ns on each of these lanes, the first at 100, the others 10 ns apart. */
    private EventTable table(String file, LaneName... lanes) {
        TraceBuilder builder = new TraceBuilder(names);
        int at = 0;
        for (LaneName lane : lanes) {
            long start = 100 + 10L * at++;
            builder.append(EventKind.SPAN, builder.lane(lane), start, start + 5, builder.word("step"), at);
        }
        return TestSources.seal(file, builder);
    }
}
