package racelane.model.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.progress.Progress;

/** Runs one pattern over the events of one key and keeps its best anchors. One thread. */
final class KeyRun {
    private static final int PULSE = 1 << 10;
    private static final int STEPS = 1 << 14;

    private final KeyEvents events;
    private final ClockOrder order;
    private final MatchOptions options;
    private final Progress progress;
    private final ItemFactory factory;
    private final PriorityQueue<Hit> best = new PriorityQueue<>(Hit.WORST_FIRST);
    private long hits;
    private long matches;
    private boolean counted = true;
    private long overlooked;
    private long anchors;
    private long steps;

    KeyRun(KeyEvents events, ClockOrder order, MatchOptions options, Progress progress) {
        this.events = events;
        this.order = order;
        this.options = options;
        this.progress = progress;
        this.factory = new ItemFactory(events);
    }

    /** Runs the pattern over all events, one group of bound attributes after another. */
    void run(Plan plan) {
        for (int[] members : groups(plan)) {
            join(plan, members, null);
        }
    }

    /** Runs a linked pattern: {@code keys} holds the key of each role, 0 where any will do. */
    void run(Plan plan, int[] keys) {
        join(plan, events.every(), keys);
    }

    /** Returns the best hits, in no order. */
    List<Hit> best() {
        return new ArrayList<>(best);
    }

    /** Returns the number of anchors with a match. */
    long hits() {
        return hits;
    }

    /** Returns the number of matches of all anchors. */
    long matches() {
        return matches;
    }

    /** Tells whether {@link #matches} is exact. */
    boolean counted() {
        return counted;
    }

    /** Returns the number of anchors of which a better match may exist than the best that was looked at. */
    long overlooked() {
        return overlooked;
    }

    long anchors() {
        return anchors;
    }

    long steps() {
        return steps;
    }

    /** Returns how many events that should have closed a window with an open end closed nothing. */
    long unmatchedClosers() {
        return factory.unmatchedClosers();
    }

    /** Returns how many events should have closed such a window. */
    long closers() {
        return factory.closers();
    }

    private List<int[]> groups(Plan plan) {
        int[] all = events.every();
        if (plan.bind().isEmpty()) {
            return List.of(all);
        }
        Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
        Subject.One one = new Subject.One();
        for (int event : all) {
            one.ref = events.ref(event);
            List<String> values = new ArrayList<>();
            for (Term term : plan.bind()) {
                String value = term.of(one);
                if (value != null) {
                    values.add(value);
                }
            }
            if (values.size() == plan.bind().size()) {
                groups.computeIfAbsent(values, unknown -> new ArrayList<>()).add(event);
            }
        }
        return groups.values().stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private void join(Plan plan, int[] members, int @Nullable [] keys) {
        Items[] items = new Items[plan.roles().size()];
        Map<Integer, Items> twins = new HashMap<>();
        for (int role = 0; role < items.length; role++) {
            Plan.Part part = plan.roles().get(role);
            int[] mine = keys == null || keys[role] == 0 ? members : ofKey(members, keys[role]);
            boolean twin = role == 1 && plan.twins() && keys == null;
            items[role] = twin && twins.containsKey(0) ? twins.get(0) : factory.items(part, mine);
            twins.putIfAbsent(role, items[role]);
            if (items[role].size() == 0) {
                return;
            }
        }
        if (plan.never()) {
            anchors += items[0].size();
            return;
        }
        Absence[] absent = new Absence[plan.absents().size()];
        for (int i = 0; i < absent.length; i++) {
            absent[i] = new Absence(plan, plan.absents().get(i), events, members, order);
        }
        anchors(plan, items, absent);
    }

    private void anchors(Plan plan, Items[] items, Absence[] absent) {
        Search search = new Search(plan, items, absent, order, options.perAnchor());
        Counter counter = Counter.of(plan, items, order);
        int n = items[0].size();
        long checked = 0;
        for (int anchor = 0; anchor < n; anchor++) {
            if ((anchor & (PULSE - 1)) == 0 || search.allSteps() - checked > STEPS) {
                checked = search.allSteps();
                progress.checkCancelled();
            }
            anchor(search, counter, anchor);
        }
        anchors += n;
        steps += search.allSteps();
    }

    private void anchor(Search search, @Nullable Counter counter, int anchor) {
        search.run(anchor, true, counter != null);
        long count = search.matches();
        boolean exact = !search.cut();
        boolean overlookedAny = search.overlooked();
        if (counter != null && (count > 0 || !exact)) {
            count = counter.count(search.cast());
            exact = true;
        }
        if (count == 0 && exact && order.loose()) {
            search.run(anchor, false, false);
            count = search.matches();
            exact = !search.cut();
            overlookedAny = search.overlooked();
        }
        counted &= exact;
        overlooked += overlookedAny ? 1 : 0;
        Search.Found found = search.best();
        if (found != null) {
            hits++;
            matches += count;
            keep(search.cast(), found, count, exact);
        }
    }

    private void keep(Cast cast, Search.Found found, long count, boolean exact) {
        Hit worst = best.size() < options.perKey() ? null : best.peek();
        if (worst != null && Hit.rankOf(found.verdict(), found.harm()) < worst.rank()) {
            return;
        }
        Cast kept = new Cast(cast.items, found.chosen());
        long start = Extent.shown(kept).start();
        if (worst != null && Hit.rankOf(found.verdict(), found.harm()) == worst.rank() && start > worst.start()) {
            return;
        }
        Hit hit = new Hit(kept, found.verdict(), found.harm(), count, exact, start);
        best.add(hit);
        if (best.size() > options.perKey()) {
            best.poll();
        }
    }

    private int[] ofKey(int[] members, int key) {
        int[] found = new int[members.length];
        int count = 0;
        for (int event : members) {
            long ref = events.ref(event);
            if (events.trace().tables().get(Ref.table(ref)).key(Ref.row(ref)) == key) {
                found[count++] = event;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
