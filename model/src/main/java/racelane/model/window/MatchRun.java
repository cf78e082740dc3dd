package racelane.model.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.event.Trace;
import racelane.model.pattern.Clause;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** One search: goes from key to key, from pattern to pattern, and keeps what was found. One thread. */
final class MatchRun {
    private static final int BATCH = 64;
    private static final double FULL = 100;

    private final Trace trace;
    private final ClockOrder order;
    private final MatchOptions options;
    private final Progress progress;
    private final Consumer<List<RaceWindow>> batches;
    private final AttributeReader attributes;
    private final WindowWriter writer;
    private final Signature signature;
    private final Ranking ranking;
    private final KeyEvents events;
    private final List<RaceWindow> batch = new ArrayList<>();
    private final Map<String, Long> anchors = new HashMap<>();
    private final Map<String, Long> cut = new HashMap<>();
    private final Map<String, Long> overlooked = new HashMap<>();
    private final Unclosed unclosed = new Unclosed();
    private final LoggedSymptoms symptoms;
    private @Nullable Supplier<Holds> holds;
    private @Nullable Holds knownHolds;
    private long total;
    private long steps;

    MatchRun(
            Trace trace,
            ClockOrder order,
            MatchOptions options,
            Progress progress,
            Consumer<List<RaceWindow>> batches) {
        this.trace = trace;
        this.order = order;
        this.options = options;
        this.progress = progress;
        this.batches = batches;
        this.attributes = new AttributeReader(trace);
        this.writer = new WindowWriter(trace, order, attributes);
        this.signature = new Signature(trace, attributes);
        this.ranking = new Ranking(options.groups(), options.perGroup());
        this.events = new KeyEvents(trace);
        this.symptoms = new LoggedSymptoms(trace);
    }

    /** Runs all patterns of a set whose classes fit into one mask. */
    void patterns(PatternSet set) {
        Classifier classifier = new Classifier(trace, Matcher.classes(set));
        List<Plan> byKey = new ArrayList<>();
        List<Plan> others = new ArrayList<>();
        for (Pattern pattern : set.patterns()) {
            Plan plan = Planner.plan(pattern, classifier, attributes);
            (plan.byKey() && plan.link() == null ? byKey : others).add(plan);
        }
        progress.message("Sorting events by key");
        KeyIndex index = KeyIndex.of(trace, classifier, progress);
        progress.message("Looking for windows");
        symptoms.gather(index, classifier.bitOrNone(Classifier.INCONSISTENCY));
        if (holds == null && classifier.bitOrNone(Classifier.ACQUIRE) != 0) {
            holds = () -> Holds.of(trace, index, classifier, progress);
        }
        keys(byKey, index);
        others.forEach(plan -> acrossKeys(plan, index));
        publish(1);
    }

    private void acrossKeys(Plan plan, KeyIndex index) {
        if (plan.cyclic()) {
            cycles(plan, index);
        } else if (plan.link() != null) {
            linked(plan, plan.link(), index);
        } else {
            index.loadAll(events);
            onLoaded(plan);
        }
    }

    private void cycles(Plan plan, KeyIndex index) {
        WaitCycles waits = new WaitCycles(trace, order);
        waits.gather(plan, index, events, progress);
        CycleWriter cycles = new CycleWriter(trace, writer, plan.pattern());
        for (WaitCycles.Circle circle : waits.circles(progress)) {
            total++;
            anchors.merge(plan.pattern().name(), 1L, Long::sum);
            double score = cycles.score(circle);
            Ranking.Candidate found = new Ranking.Candidate() {
                @Override
                public double score() {
                    return score;
                }

                @Override
                public RaceWindow window() {
                    RaceWindow window = cycles.write(circle);
                    batch.add(window);
                    return window;
                }
            };
            ranking.offer(cycles.signature(circle), plan.pattern().name(), score, circle.closed(), found);
        }
    }

    private Guard guard() {
        if (knownHolds == null && holds != null) {
            knownHolds = holds.get();
        }
        return new Guard(trace, knownHolds);
    }

    private void keys(List<Plan> plans, KeyIndex index) {
        long done = 0;
        for (int key = 1; key < index.keys() && !plans.isEmpty(); key++) {
            int count = index.count(key);
            if (count == 0) {
                continue;
            }
            progress.checkCancelled();
            index.load(key, events);
            for (Plan plan : plans) {
                onLoaded(plan);
            }
            done += count;
            progress.advance(done, index.size());
            publish(BATCH);
        }
    }

    private void onLoaded(Plan plan) {
        if (plan.possible(events.all())) {
            KeyRun run = new KeyRun(events, order, options, progress);
            run.run(plan);
            collect(plan, run);
        }
    }

    private void linked(Plan plan, Clause.Link link, KeyIndex index) {
        int from = plan.pattern().indexOf(link.from());
        int to = plan.pattern().indexOf(link.to());
        LinkRows rows = new LinkRows(trace.names(), index);
        for (LinkRows.Row row : rows.of(options.links().getOrDefault(link.table(), Map.of()))) {
            progress.checkCancelled();
            int[] keys = new int[plan.roles().size()];
            keys[from] = row.from();
            keys[to] = row.to();
            index.load(row.from(), row.to(), events);
            KeyRun run = new KeyRun(events, order, options, progress);
            run.run(plan, keys);
            collect(plan, run);
        }
    }

    private void collect(Plan plan, KeyRun run) {
        String name = plan.pattern().name();
        total += run.hits();
        steps += run.steps();
        anchors.merge(name, run.anchors(), Long::sum);
        unclosed.add(name, run);
        if (!run.counted()) {
            cut.merge(name, 1L, Long::sum);
        }
        if (run.overlooked() > 0) {
            overlooked.merge(name, run.overlooked(), Long::sum);
        }
        for (Hit hit : run.best()) {
            String key = writer.key(plan, hit.cast());
            double highest = plan.pattern().severity() / FULL * hit.weight();
            ranking.offer(signature.of(plan, hit.cast(), key), name, highest, hit.start(), new Found(plan, hit, key));
        }
    }

    /** A hit that may be listed. What guards it is looked up only then, for it takes long. */
    private final class Found implements Ranking.Candidate {
        private final Plan plan;
        private final Hit hit;
        private final String key;
        private String guarded = "";
        private double score;

        Found(Plan plan, Hit hit, String key) {
            this.plan = plan;
            this.hit = hit;
            this.key = key;
        }

        @Override
        public double score() {
            guarded = guard().of(plan, hit.cast());
            score = plan.pattern().severity() / FULL * hit.weight() * (guarded.isEmpty() ? 1 : Guard.FACTOR);
            return score;
        }

        @Override
        public RaceWindow window() {
            RaceWindow window = writer.write(plan, hit, key, score, guarded);
            batch.add(window);
            return window;
        }
    }

    private void publish(int least) {
        if (batch.size() >= least) {
            batches.accept(List.copyOf(batch));
            batch.clear();
        }
    }

    /** Returns how many candidates were looked at one by one. */
    long steps() {
        return steps;
    }

    Findings findings(List<String> warnings) {
        List<RaceWindow> windows = symptoms.linked(ranking.windows(anchors));
        List<String> all = new ArrayList<>(warnings);
        if (windows.size() < total) {
            all.add("showing " + windows.size() + " of " + total + " windows (at most " + options.perKey()
                    + " of a pattern on a key, " + options.perGroup() + " of a kind, " + options.groups() + " kinds)");
        }
        long narrow = windows.stream().filter(this::narrow).count();
        if (narrow > 0) {
            all.add(narrow + (narrow == 1 ? " uncertain window is" : " uncertain windows are")
                    + " no wider than two ticks of the clock: finer timestamps would tell");
        }
        all.addAll(unclosed.warnings());
        cut.forEach((pattern, keys) -> all.add("counts of '" + pattern + "' are lower bounds on " + keys
                + (keys == 1 ? " key" : " keys") + ": more than " + options.perAnchor() + " candidates"));
        overlooked.forEach((pattern, count) -> all.add("'" + pattern + "': " + count
                + (count == 1 ? " window has" : " windows have") + " more than " + options.perAnchor()
                + " candidates; a surer match, or one with harm, may be among those that were not looked at"));
        return new Findings(windows, total, windows.size() < total, all);
    }

    private boolean narrow(RaceWindow window) {
        int source = window.roles().getFirst().event().table();
        return window.verdict() == Verdict.UNCERTAIN && window.range().duration() <= 2 * order.tick(source);
    }
}
