package racelane.model.window;

import java.util.List;
import java.util.function.Consumer;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** Runs patterns over a trace. Stateless; any thread, one search a thread. */
public final class Matcher {
    /** Creates a matcher. */
    public Matcher() {}

    /**
     * Finds the windows of all patterns.
     *
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    public Findings find(Trace trace, PatternSet patterns, MatchOptions options, Progress progress) {
        return find(trace, patterns, options, progress, windows -> {});
    }

    /**
     * Finds the windows of all patterns and tells of them on the way.
     *
     * @param batches given, now and then, windows just found, in no order; the result may leave some of them out again
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    public Findings find(
            Trace trace,
            PatternSet patterns,
            MatchOptions options,
            Progress progress,
            Consumer<List<RaceWindow>> batches) {
        return new Findings(List.of(), 0, false, List.of());
    }
}
