package racelane.model.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;
import racelane.model.event.Trace;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.window.Holds.Stretch;

/**
 * Measures how exposed windows are, for patterns of a window and one other operation on the same key. Looks at all windows, those with
 * an intruder and those without. Stateless; any thread, one survey a thread.
 */
public final class ExposureSurvey {
    static final int NEAREST = 10;
    private static final int LOOK_BACK = 32;
    private static final int BUDGET = 64;
    private static final double SECOND = 1e9;

    private final Trace trace;
    private final ClockOrder order;
    private final double duration;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    private ExposureSurvey(Trace trace, ClockOrder order, double duration) {
        this.trace = trace;
        this.order = order;
        this.duration = duration;
    }

    /**
     * Surveys the windows of some patterns.
     *
     * @param names the patterns' names; those of another shape are left out
     * @return one exposure for each pattern and kind of key that has windows, most windows first
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    public static List<Exposure> of(
            Trace trace, PatternSet patterns, Set<String> names, MatchOptions options, Progress progress) {
        double duration = trace.extent().map(range -> (double) range.duration()).orElse(0.0);
        PatternSet some = patterns.only(List.copyOf(names));
        if (duration <= 0 || some.patterns().isEmpty() || Matcher.classes(some).size() > Classifier.MAX_CLASSES) {
            return List.of();
        }
        ClockOrder order = ClockOrder.of(
                trace, options.skew(), options.trustedFileOrder(), Messages.of(trace, patterns, progress));
        ExposureSurvey survey = new ExposureSurvey(trace, order, duration);
        survey.run(some, progress);
        return survey.groups.values().stream()
                .map(group -> group.exposure(duration))
                .sorted(Comparator.comparingInt(exposure -> -exposure.windows()))
                .toList();
    }

    private void run(PatternSet patterns, Progress progress) {
        Classifier classifier = new Classifier(trace, Matcher.classes(patterns));
        List<Plan> plans = new ArrayList<>();
        for (Pattern pattern : patterns.patterns()) {
            Plan plan = Planner.plan(pattern, classifier, new AttributeReader(trace));
            if (surveyed(plan)) {
                plans.add(plan);
            }
        }
        KeyIndex index = KeyIndex.of(trace, classifier, progress);
        KeyEvents events = new KeyEvents(trace);
        for (int key = 1; key < index.keys() && !plans.isEmpty(); key++) {
            if (index.count(key) > 0) {
                progress.checkCancelled();
                index.load(key, events);
                for (Plan plan : plans) {
                    if (plan.possible(events.all())) {
                        survey(plan, events, trace.names().text(key), progress);
                    }
                }
            }
        }
    }

    private static boolean surveyed(Plan plan) {
        return plan.byKey()
                && plan.bind().isEmpty()
                && plan.link() == null
                && plan.absents().isEmpty()
                && plan.roles().size() == 2
                && plan.roles().get(0).shape() == Shape.INTERVAL
                && plan.roles().get(1).shape() != Shape.INTERVAL
                && plan.orders().size() > 1;
    }

    private void survey(Plan plan, KeyEvents events, String key, Progress progress) {
        ItemFactory factory = new ItemFactory(events);
        int[] all = events.of(-1L);
        Items[] items = {
            factory.items(plan.roles().get(0), all), factory.items(plan.roles().get(1), all)
        };
        if (items[0].size() == 0) {
            return;
        }
        String kind = Signature.template(key);
        Group group = groups.computeIfAbsent(
                plan.pattern().name() + "\0" + kind,
                unknown -> new Group(plan.pattern().name(), kind));
        Ranks ranks = new Ranks(items[1], order);
        Search search = new Search(plan, items, new Absence[0], order, BUDGET);
        boolean apart = plan.apart()[0][1];
        group.reads(items[1]);
        for (int window = 0; window < items[0].size(); window++) {
            if ((window & 1023) == 0) {
                progress.checkCancelled();
            }
            long end = items[0].end(window);
            if (end != Moment.NEVER_SEEN) {
                int except = apart ? items[0].lane(window) : Ranks.ANY;
                long width = Math.max(0, end - items[0].start(window));
                group.add(width, ranks.size(except) / duration * SECOND, verdict(search, window));
                nearest(group, items, window, except);
            }
        }
    }

    /** Returns how sure it is that a window was hit; null when it was not. */
    private @Nullable Verdict verdict(Search search, int window) {
        search.run(window, true, true);
        if (search.best() == null && order.loose()) {
            search.run(window, false, false);
        }
        Search.Found found = search.best();
        return found == null ? null : found.verdict();
    }

    /** Notes the nearest operation of another actor on either side of a window. */
    private static void nearest(Group group, Items[] items, int window, int except) {
        Items reads = items[1];
        Stretch own = new Stretch(except, items[0].start(window), items[0].end(window), false);
        int after = reads.startingAt(own.end());
        after = after < reads.size() && reads.lane(after) == except ? reads.nextOtherLane(after) : after;
        long opener = items[0].events().ref(items[0].first(window));
        if (after < reads.size()) {
            group.near(opener, reads, after, reads.start(after) - own.end(), false);
        }
        int from = reads.startingAt(own.start());
        for (int read = from - 1; read >= Math.max(0, from - LOOK_BACK); read--) {
            if (reads.lane(read) != except && reads.end(read) <= own.start()) {
                group.near(opener, reads, read, own.start() - reads.end(read), true);
                break;
            }
        }
    }

    /** What is counted of one pattern and kind of key. */
    private static final class Group {
        private final String pattern;
        private final String keys;
        private final LongList widths = new LongList();
        private final LongList rates = new LongList();
        private final LongList margins = new LongList();
        private final PriorityQueue<NearMiss> near =
                new PriorityQueue<>(Comparator.comparingLong(NearMiss::margin).reversed());
        private double covered;
        private double dwell;
        private long reads;
        private long hits;
        private long certainHits;
        private long possibleHits;
        private long keyCount;

        Group(String pattern, String keys) {
            this.pattern = pattern;
            this.keys = keys;
        }

        void reads(Items items) {
            keyCount++;
            reads += items.size();
            for (int item = 0; item < items.size(); item++) {
                long end = items.end(item);
                dwell += end == Moment.NEVER_SEEN ? 0 : end - items.start(item);
            }
        }

        void add(long width, double rate, @Nullable Verdict hit) {
            widths.add(width);
            rates.add(Double.doubleToLongBits(rate));
            covered += width;
            hits += hit != null && hit != Verdict.POSSIBLE ? 1 : 0;
            certainHits += hit == Verdict.CERTAIN ? 1 : 0;
            possibleHits += hit == Verdict.POSSIBLE ? 1 : 0;
        }

        void near(long opener, Items reads, int read, long margin, boolean before) {
            margins.add(margin);
            near.add(new NearMiss(
                    Ref.unpack(opener), Ref.unpack(reads.events().ref(reads.first(read))), margin, before));
            if (near.size() > NEAREST) {
                near.poll();
            }
        }

        Exposure exposure(double duration) {
            double[] perWindow = new double[rates.size()];
            for (int i = 0; i < perWindow.length; i++) {
                perWindow[i] = Double.longBitsToDouble(rates.get(i));
            }
            List<NearMiss> nearest = new ArrayList<>(near);
            nearest.sort(Comparator.comparingLong(NearMiss::margin));
            return new Exposure(new Exposure.Counts(
                    pattern,
                    keys,
                    widths.toArray(),
                    perWindow,
                    reads == 0 ? 0 : dwell / reads,
                    covered / duration / Math.max(1, keyCount),
                    reads,
                    hits,
                    certainHits,
                    possibleHits,
                    nearest,
                    keyCount,
                    margins.toArray()));
        }
    }
}
