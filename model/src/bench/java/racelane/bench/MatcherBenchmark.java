package racelane.bench;

import java.util.List;
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
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.window.Findings;
import racelane.model.window.MatchOptions;
import racelane.model.window.Matcher;

/** All built-in patterns over events with keys, whose operations are those of a cache, a lock and a request; one thread. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@State(Scope.Benchmark)
public class MatcherBenchmark {
    /** How many events, and on how many keys; one key that ends in n has windows that all nest. */
    @Param({"1M/1000", "1M/1", "1M/1n", "10M/1000"})
    public String shape = "1M/1000";

    private Trace trace = Trace.empty(new Names());

    /** Builds the events. */
    @Setup
    public void build() {
        String[] parts = shape.split("M/");
        int events = Integer.parseInt(parts[0]) * 1_000_000;
        EventTable table = parts[1].endsWith("n")
                ? Workload.nested(events)
                : Workload.keyed(events, Integer.parseInt(parts[1]));
        trace = Trace.of(table.names(), List.of(table));
        Findings findings = find();
        System.out.printf(
                "%n%s: %d windows, %d listed%n",
                shape, findings.total(), findings.windows().size());
    }

    /** Finds the windows. */
    @Benchmark
    public Findings find() {
        return new Matcher().find(trace, PatternSet.builtIn(), MatchOptions.DEFAULT, Progress.none());
    }
}
