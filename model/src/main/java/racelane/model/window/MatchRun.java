package racelane.model.window;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.event.Trace;
import racelane.model.pattern.Clause;
import racelane.model.pattern.EventClass;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** One search: goes from key to key, from pattern to pattern, where something has changed, and keeps what was found. One thread. */
final class MatchRun {
    private static final int BATCH = 64;
    private static final double FULL = 100;

    private final Trace trace;
    private final ClockOrder order;
    private final MatchOptions options;
    private final Progress progress;
    private final Consumer<List<RaceWindow>> batches;
    private final Reuse reuse;
    private final AttributeReader attributes;
    private final WindowWriter writer;
    private final Signature signature;
    private final Ranking ranking;
    private final KeyEvents events;
    private final List<RaceWindow> batch = new ArrayList<>();
    private final Map<String, SearchMemory.Known> known = new LinkedHashMap<>();
    private final Set<String> looked = new HashSet<>();
    private final LoggedSymptoms symptoms;
    private @Nullable EventClass symptomClass;
    private @Nullable Supplier<Holds> holds;
    private @Nullable Holds knownHolds;
    private long keysSearched;
    private long kindsHeld;
    private boolean pruned;
    private long steps;

    MatchRun(
            Trace trace,
            ClockOrder order,
            MatchOptions options,
            Progress progress,
            Consumer<List<RaceWindow>> batches) {
        this(trace, order, options, progress, batches, SearchMemory.NONE);
    }

    MatchRun(
            Trace trace,
            ClockOrder order,
            MatchOptions options,
            Progress progress,
            Consumer<List<RaceWindow>> batches,
            SearchMemory before) {
        this.trace = trace;
        this.order = order;
        this.options = options;
        this.progress = progress;
        this.batches = batches;
        this.reuse = new Reuse(before, trace, order);
        this.attributes = new AttributeReader(trace);
        this.writer = new WindowWriter(trace, order, attributes);
        this.signature = new Signature(trace, attributes);
        this.ranking = new Ranking(options.groups(), options.perGroup());
        this.events = new KeyEvents(trace);
        this.symptoms = new LoggedSymptoms(trace);
    }

    /** Runs all patterns of a set whose classes fit into one mask. */
    void patterns(PatternSet set) {
        List<String> wanted = new ArrayList<>();
        for (Pattern pattern : set.patterns()) {
            SearchMemory.Known before = reuse.known(PatternBasis.of(pattern, set, options));
            if (before != null && reuse.moved().isEmpty()) {
                keep(pattern, before);
            } else {
                wanted.add(pattern.name());
            }
        }
        boolean gathered = takeOverSymptoms(set);
        if (wanted.isEmpty() && gathered) {
            return;
        }
        PatternSet some = set.only(wanted);
        Classifier classifier = new Classifier(trace, Matcher.classes(some));
        progress.message("Sorting events by key");
        KeyIndex index = KeyIndex.of(trace, classifier, progress);
        progress.message("Looking for windows");
        if (!gathered) {
            symptoms.gather(index, classifier.bitOrNone(Classifier.INCONSISTENCY));
        }
        long locks = classifier.bitOrNone(Classifier.ACQUIRE)
                | classifier.bitOrNone(Classifier.RELEASE)
                | classifier.bitOrNone(Classifier.LOCK_WAIT);
        reuse.checkLocks(trace, index, locks);
        if (holds == null && classifier.bitOrNone(Classifier.ACQUIRE) != 0) {
            holds = () -> Holds.of(trace, index, classifier, progress);
        }
        run(tasks(some, classifier), index);
    }

    private boolean takeOverSymptoms(PatternSet set) {
        SearchMemory.Symptoms before = reuse.symptoms();
        symptomClass = set.classes().get(Classifier.INCONSISTENCY);
        if (before == null || !before.type().equals(symptomClass)) {
            return false;
        }
        symptoms.takeOver(before.byKey());
        return true;
    }

    private List<MatchTask> tasks(PatternSet set, Classifier classifier) {
        List<MatchTask> tasks = new ArrayList<>();
        for (Pattern pattern : set.patterns()) {
            PatternBasis basis = PatternBasis.of(pattern, set, options);
            SearchMemory.Known before = reuse.known(basis);
            List<Harvest> kept = before == null ? List.of() : reuse.kept(before);
            long classes = 0;
            for (String name : Planner.classesOf(pattern)) {
                classes |= classifier.bit(name);
            }
            Plan plan = Planner.plan(pattern, classifier, attributes);
            tasks.add(new MatchTask(basis, plan, classes, before != null));
            known.put(pattern.name(), new SearchMemory.Known(basis, kept, false));
            publish(kept);
        }
        return tasks;
    }

    private void keep(Pattern pattern, SearchMemory.Known before) {
        known.put(pattern.name(), before);
        publish(before.harvests());
    }

    private void run(List<MatchTask> tasks, KeyIndex index) {
        List<MatchTask> byKey = new ArrayList<>();
        List<MatchTask> others = new ArrayList<>();
        for (MatchTask task : tasks) {
            (task.plan().byKey() && task.plan().link() == null ? byKey : others).add(task);
        }
        keys(byKey, index, tasks);
        for (MatchTask task : others) {
            BitSet sources = index.sources(task.classes());
            if (task.concerns(sources, reuse.moved())) {
                looked(task);
                acrossKeys(task, task.harvest(sources, trace.tables().size()), index);
                prune(tasks);
            }
        }
        publish(1);
        for (MatchTask task : tasks) {
            known.computeIfPresent(task.plan().pattern().name(), (name, kept) -> task.known(kept.harvests()));
        }
    }

    private void looked(MatchTask task) {
        keysSearched++;
        looked.add(task.plan().pattern().name());
    }

    private void acrossKeys(MatchTask task, Harvest into, KeyIndex index) {
        Plan plan = task.plan();
        if (plan.cyclic()) {
            cycles(plan, into, index);
        } else if (plan.link() != null) {
            linked(plan, plan.link(), into, index);
        } else {
            index.loadAll(events);
            onLoaded(plan, into);
        }
    }

    private void cycles(Plan plan, Harvest into, KeyIndex index) {
        WaitCycles waits = new WaitCycles(trace, order);
        waits.gather(plan, index, events, progress);
        CycleWriter cycles = new CycleWriter(trace, writer, plan.pattern());
        for (WaitCycles.Circle circle : waits.circles(progress)) {
            into.add(1, 1, true, 0);
            double score = cycles.score(circle);
            offer(into, cycles.kind(circle), score, circle.closed(), new Harvest.Candidate() {
                @Override
                public double score() {
                    return score;
                }

                @Override
                public RaceWindow window() {
                    return written(cycles.write(circle));
                }
            });
        }
    }

    private Guard guard() {
        if (knownHolds == null && holds != null) {
            knownHolds = holds.get();
        }
        return new Guard(trace, knownHolds);
    }

    private void keys(List<MatchTask> byKey, KeyIndex index, List<MatchTask> tasks) {
        long done = 0;
        KeySources present = new KeySources(trace.tables().size());
        for (int key = 1; key < index.keys() && !byKey.isEmpty(); key++) {
            int count = index.count(key);
            if (count > 0) {
                progress.checkCancelled();
                index.sources(key, present);
                key(byKey, key, index, present);
                done += count;
                progress.advance(done, index.size());
                publish(BATCH);
                prune(tasks);
            }
        }
    }

    private void key(List<MatchTask> byKey, int key, KeyIndex index, KeySources present) {
        boolean loaded = false;
        for (MatchTask task : byKey) {
            BitSet sources = task.plan().possible(present.all()) ? present.of(task.classes()) : KeySources.NONE;
            if (!sources.isEmpty() && task.concerns(sources, reuse.moved())) {
                if (!loaded) {
                    index.load(key, events);
                    loaded = true;
                }
                looked(task);
                onLoaded(task.plan(), task.harvest(sources, trace.tables().size()));
            }
        }
    }

    private void onLoaded(Plan plan, Harvest into) {
        if (plan.possible(events.all())) {
            KeyRun run = new KeyRun(events, order, options, progress);
            run.run(plan);
            collect(plan, run, into);
        }
    }

    private void linked(Plan plan, Clause.Link link, Harvest into, KeyIndex index) {
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
            collect(plan, run, into);
        }
    }

    private void collect(Plan plan, KeyRun run, Harvest into) {
        steps += run.steps();
        into.add(run.hits(), run.anchors(), run.counted(), run.overlooked());
        into.closes(run.unmatchedClosers(), run.closers());
        for (Hit hit : run.best()) {
            String key = writer.key(plan, hit.cast());
            double highest = plan.pattern().severity() / FULL * hit.weight();
            WindowKind kind = signature.of(plan, hit.cast(), key);
            offer(into, kind, highest, hit.start(), new Found(plan, hit, kind, key));
        }
    }

    /** A hit that may be listed. What guards it is looked up only then, for it takes long. */
    private final class Found implements Harvest.Candidate {
        private final Plan plan;
        private final Hit hit;
        private final WindowKind kind;
        private final String key;
        private String guarded = "";
        private double score;

        Found(Plan plan, Hit hit, WindowKind kind, String key) {
            this.plan = plan;
            this.hit = hit;
            this.kind = kind;
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
            return written(writer.write(plan, hit, kind, key, score, guarded));
        }
    }

    private RaceWindow written(RaceWindow window) {
        batch.add(window);
        return window;
    }

    private void offer(Harvest into, WindowKind kind, double highest, long start, Harvest.Candidate candidate) {
        kindsHeld += into.offer(kind, highest, start, ranking.perKind(), candidate) ? 1 : 0;
    }

    /** Of very many kinds only the best can be listed; what was dropped is missing in the next search, which then begins anew. */
    private void prune(List<MatchTask> tasks) {
        if (ranking.crowded(kindsHeld)) {
            kindsHeld = ranking.prune(
                    tasks.stream().flatMap(task -> task.fresh().stream()).toList());
            pruned = true;
        }
    }

    private void publish(List<Harvest> kept) {
        kept.forEach(harvest ->
                harvest.groups().values().forEach(group -> group.best().forEach(batch::add)));
        publish(1);
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

    /** Returns what was found now and before. */
    Searched searched(List<String> warnings) {
        SearchMemory.Symptoms told =
                symptomClass == null ? null : new SearchMemory.Symptoms(symptomClass, symptoms.gathered());
        SearchMemory memory =
                pruned ? SearchMemory.NONE : new SearchMemory(new SearchMemory.Ground(trace, order), known, told);
        return new Searched(findings(warnings), memory, looked, keysSearched);
    }

    Findings findings(List<String> warnings) {
        Map<String, List<Harvest>> harvests = new LinkedHashMap<>();
        known.forEach((pattern, one) -> harvests.put(pattern, one.harvests()));
        return new Tally(options, order, harvests).findings(ranking, symptoms, warnings);
    }
}
