package racelane.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import racelane.app.CompositionRoot;
import racelane.app.job.SameThreadJobRunner;
import racelane.app.search.SearchViewModel;
import racelane.app.session.QuietTimeline;
import racelane.app.session.SearchHits;
import racelane.app.session.Session;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.investigation.History;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportOptions;

/** The time of a search from the query to the hits: over the columns of ten million events, and over the raw lines of a log. */
public final class SearchTimes {
    private static final int ROUNDS = 5;
    private static final int EVENTS = 10_000_000;

    private SearchTimes() {}

    /** What is timed. */
    private interface Work {
        long run() throws IOException;
    }

    /** Searches ten million made events, then the log whose path stands in the environment as {@code BENCH_LOG}, if any. */
    public static void main(String[] arguments) throws Exception {
        EventTable table = Workload.store(EVENTS);
        fields(Trace.of(table.names(), List.of(table)));
        String log = System.getenv().getOrDefault("BENCH_LOG", "");
        if (!log.isEmpty()) {
            text(Path.of(log));
        }
    }

    private static void fields(Trace trace) throws IOException {
        String operation = trace.names().text(trace.tables().getFirst().name(EVENTS / 2));
        String key = trace.names().text(trace.tables().getFirst().key(EVENTS / 2));
        for (String query : List.of("op:" + operation, "key:" + key, "op:" + operation + " key:" + key, "lane:*1")) {
            measure("10 M events, " + query, () -> search(trace, query));
        }
    }

    private static void text(Path log) throws Exception {
        measure("read " + log.getFileName() + " once", () -> read(log));
        Names names = new Names();
        EventTable table = CompositionRoot.reader().read(log, ImportOptions.DEFAULT, names, Progress.none());
        Trace trace = Trace.of(names, List.of(table));
        System.out.println(trace.size() + " events");
        for (String query : List.of("nowhere in it", "user:123", "error", "e")) {
            String quoted = '"' + query + '"';
            measure("raw lines, " + quoted, () -> search(trace, quoted));
        }
    }

    private static long read(Path file) throws IOException {
        byte[] buffer = new byte[1 << 20];
        long sum = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sum += count;
            }
        }
        return sum;
    }

    private static long search(Trace trace, String query) {
        Session session = new Session(() -> {}, History.empty("w", "bench", InstantSource.system()));
        session.setTrace(trace);
        new SearchViewModel(session, new SameThreadJobRunner(), new QuietTimeline()).search(query);
        SearchHits hits = session.hitsProperty().get();
        return hits.total();
    }

    private static void measure(String what, Work work) throws IOException {
        double[] millis = new double[ROUNDS];
        long answer = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            answer = work.run();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf("%s: median %.0f ms, best %.0f ms (%d)%n", what, millis[ROUNDS / 2], millis[0], answer);
    }
}
