package racelane.model.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import racelane.model.event.EventKind;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;

/**
 * Times the matcher: {@code java -Xmx4g -cp model/target/classes:model/target/test-classes racelane.model.window.MatcherBenchmark
 * EVENTS KEYS} with all built-in patterns.
 */
public final class MatcherBenchmark {
    private static final String[] OPERATIONS = {
        "cache.set",
        "getCache",
        "getCache",
        "invalidateRelated",
        "lock.acquired",
        "lock.released",
        "http.request",
        "log"
    };
    private static final int LANES = 64;

    private MatcherBenchmark() {}

    /** Runs three times and prints the times. */
    public static void main(String[] arguments) {
        int events = Integer.parseInt(arguments[0]);
        int keys = Integer.parseInt(arguments[1]);
        Trace trace = trace(events, keys);
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            Findings findings = new Matcher().find(trace, PatternSet.builtIn(), MatchOptions.DEFAULT, Progress.none());
            long matches =
                    findings.windows().stream().mapToLong(RaceWindow::count).sum();
            System.out.printf(
                    "%,d events, %,d keys: %.2f s, %,d windows, %,d listed with %,d matches%n",
                    events,
                    keys,
                    (System.nanoTime() - start) / 1e9,
                    findings.total(),
                    findings.windows().size(),
                    matches);
        }
    }

    private static Trace trace(int events, int keys) {
        Names names = new Names();
        TraceBuilder builder = new TraceBuilder(names);
        Random random = new Random(1);
        long time = 0;
        for (int i = 0; i < events; i++) {
            time += random.nextInt(2_000);
            int lane = builder.lane(LaneName.thread("worker-" + random.nextInt(LANES)));
            String name = OPERATIONS[random.nextInt(OPERATIONS.length)];
            int event = builder.append(EventKind.INSTANT, lane, time, time, builder.word(name), i + 1);
            builder.key(event, builder.word("user:" + random.nextInt(keys)));
        }
        Source source = new Source(
                Path.of("benchmark"),
                "0",
                SourceKind.LOG,
                "benchmark",
                "wall clock",
                1_000,
                0,
                new Account.Lines(events, events, 0, 0, 0, 0),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                List.of(),
                List.of(),
                SourceText.none());
        return Trace.of(names, List.of(builder.seal(source)));
    }
}
