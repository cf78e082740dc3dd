package racelane.model.window;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import racelane.model.clock.ClockOrder;
import racelane.model.event.Trace;
import racelane.model.pattern.EventClass;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/**
 * Runs patterns over a trace. Events are classified once and put together key by key; on each key every pattern is joined by
 * order: O(n log n) for n events, however many pairs match, for those are counted and not listed. Memory: 12 bytes an event that
 * a pattern speaks of, and the columns of the largest key. Stateless; any thread, one search a thread.
 */
public final class Matcher {
    /** Classes that the search itself looks at: what guards a window, and what the program says of itself. */
    static final List<String> ASIDE =
            List.of(Classifier.ACQUIRE, Classifier.RELEASE, Classifier.LOCK_WAIT, Classifier.INCONSISTENCY);

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
        return search(trace, patterns, options, SearchMemory.NONE, progress, batches)
                .findings();
    }

    /**
     * Finds the windows of all patterns, looking only at what has changed since an earlier search: at patterns that are new or were
     * changed, and, where sources' clocks were set anew, at keys that those sources speak of. Finds what a search from nothing
     * finds.
     *
     * @param before what the earlier search left, of whatever trace and patterns; {@link SearchMemory#NONE} to begin from nothing
     * @param batches given first what still holds, then, now and then, windows just found, in no order
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    public Searched search(
            Trace trace,
            PatternSet patterns,
            MatchOptions options,
            SearchMemory before,
            Progress progress,
            Consumer<List<RaceWindow>> batches) {
        ClockOrder order = ClockOrder.of(
                trace, options.skew(), options.trustedFileOrder(), Messages.of(trace, patterns, progress));
        MatchRun run = new MatchRun(trace, order, options, progress, batches, before);
        for (PatternSet part : parts(patterns)) {
            run.patterns(part);
        }
        Warnings warnings = new Warnings(trace, order);
        return run.searched(warnings.of(patterns, options));
    }

    /** Cuts a set into parts whose classes fit into one mask. */
    private static List<PatternSet> parts(PatternSet set) {
        List<PatternSet> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> classes = new LinkedHashSet<>();
        for (Pattern pattern : set.patterns()) {
            Set<String> more = new LinkedHashSet<>(classes);
            more.addAll(Planner.classesOf(pattern));
            if (more.size() > Classifier.MAX_CLASSES - ASIDE.size()) {
                parts.add(set.only(names));
                names.clear();
                more = new LinkedHashSet<>(Planner.classesOf(pattern));
            }
            names.add(pattern.name());
            classes = more;
        }
        parts.add(set.only(names));
        return parts;
    }

    /** Returns the classes that the patterns of a set speak of, and those that the search looks at itself. */
    static List<EventClass> classes(PatternSet set) {
        Set<String> names = new LinkedHashSet<>();
        set.patterns().forEach(pattern -> names.addAll(Planner.classesOf(pattern)));
        ASIDE.stream().filter(set.classes()::containsKey).forEach(names::add);
        List<EventClass> classes = new ArrayList<>();
        for (String name : names) {
            EventClass type = set.classes().get(name);
            if (type == null) {
                throw new IllegalArgumentException(
                        "no class '" + name + "': put the patterns together with PatternSet.builtIn().with(…)");
            }
            classes.add(type);
        }
        return classes;
    }
}
