package racelane.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.lane.LanePlan;
import racelane.model.scene.LaneLayout;
import racelane.model.scene.LaneMetrics;
import racelane.model.scene.OverviewBuilder;
import racelane.model.scene.OverviewDensity;
import racelane.model.scene.RowIndex;
import racelane.model.scene.Scene;
import racelane.model.scene.SceneBuilder;
import racelane.model.scene.SceneRequest;
import racelane.model.scene.TextMeasure;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

/** What a change of the view costs before anything is painted: the lanes' scene, the overview, and the index both live on. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class SceneBenchmark {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;
    private static final double GUTTER = 160;
    private static final TextMeasure SIX_PIXELS = (text, font, size) -> 6 * text.length();

    /** A trace with its index, built once a run. */
    @State(Scope.Benchmark)
    public static class Recording {
        private static final Map<Integer, Trace> TRACES = new ConcurrentHashMap<>();

        /** How many events. */
        @Param({"1000000", "10000000"})
        public int events;

        Trace trace;
        RowIndex rows;
        TimeRange whole;
        OverviewDensity density;

        /** Builds it. */
        @Setup
        public void build() {
            trace = TRACES.computeIfAbsent(events, count -> {
                EventTable table = Workload.store(count);
                return Trace.of(table.names(), List.of(table));
            });
            rows = RowIndex.of(trace);
            whole = new TimeRange(Workload.BASE, Workload.BASE + events * Workload.STEP);
            density = OverviewDensity.of(trace, whole);
        }
    }

    /** A view of the recording. */
    @State(Scope.Benchmark)
    public static class View {
        /** How many times less time than the whole recording the view shows. */
        @Param({"1", "10", "100", "1000", "10000"})
        public int zoom;

        /** Lanes on a screen 900 px high, or every sub-row of every lane. */
        @Param({"screen", "all"})
        public String lanes;

        SceneRequest request;

        /** Looks at the middle of the recording. */
        @Setup
        public void look(Recording recording) {
            LanePlan plan = LanePlan.of(recording.trace);
            LaneLayout layout = LaneLayout.of(plan.rows(), LaneMetrics.window(), Map.of());
            long half = recording.whole.duration() / zoom / 2;
            long middle = recording.whole.middle();
            request = new SceneRequest(
                    recording.trace,
                    recording.rows,
                    plan,
                    TimeScale.fit(new TimeRange(middle - half, middle + half), WIDTH - GUTTER),
                    WIDTH,
                    lanes.equals("all") ? layout.height() : HEIGHT,
                    GUTTER,
                    0,
                    List.of(),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    List.of(),
                    LaneMetrics.window(),
                    SIX_PIXELS);
            Scene scene = SceneBuilder.build(request);
            System.out.printf(
                    "%n%d events, %d times, %s: %d marks, %d shapes over them, %.0f px high%n",
                    recording.events,
                    zoom,
                    lanes,
                    scene.marks().size(),
                    scene.over().size(),
                    scene.height());
        }
    }

    /** Builds the index for drawing. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 3)
    @Measurement(iterations = 7)
    public RowIndex index(Recording recording) {
        return RowIndex.of(recording.trace);
    }

    /** Builds the scene of the lanes. */
    @Benchmark
    public Scene lanes(Recording recording, View view) {
        return SceneBuilder.build(view.request);
    }

    /** Counts what the overview shows, once a trace. */
    @Benchmark
    public OverviewDensity density(Recording recording) {
        return OverviewDensity.of(recording.trace, recording.whole);
    }

    /** Builds the overview as after a change of the view. */
    @Benchmark
    public Scene overview(Recording recording) {
        return OverviewBuilder.build(new OverviewBuilder.Request(
                recording.density,
                recording.whole,
                List.of(),
                Optional.empty(),
                List.of(),
                GUTTER,
                WIDTH,
                46));
    }
}
