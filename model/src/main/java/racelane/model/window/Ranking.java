package racelane.model.window;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the best kinds of windows, and the best windows of each. Best is: higher score; of equals the one whose kind has fewer
 * windows for each opportunity, for what happens every time is likelier harmless; then the earlier.
 */
final class Ranking {
    private static final int SPARE = 8;

    private final int kinds;
    private final int perKind;

    /** Like windows of all sources together. */
    private static final class Joined {
        private final List<RaceWindow> best = new ArrayList<>();
        private double score;
        private long windows;
        private double share;
    }

    Ranking(int kinds, int perKind) {
        this.kinds = kinds;
        this.perKind = perKind;
    }

    /** Returns how many windows of one kind are kept. */
    int perKind() {
        return perKind;
    }

    /** Tells whether so many kinds are held that those without hope should be dropped. */
    boolean crowded(long held) {
        return held > (long) kinds * SPARE;
    }

    /** Drops all but the best kinds; returns how many are held then. */
    long prune(Collection<Harvest> harvests) {
        Map<WindowKind, Joined> joined = join(harvests);
        List<Map.Entry<WindowKind, Joined>> all = new ArrayList<>(joined.entrySet());
        all.sort(Comparator.comparingDouble(entry -> -entry.getValue().score));
        Set<WindowKind> kept = new HashSet<>();
        all.subList(0, Math.min(kinds, all.size())).forEach(entry -> kept.add(entry.getKey()));
        harvests.forEach(harvest -> harvest.groups().keySet().retainAll(kept));
        return harvests.stream().mapToLong(harvest -> harvest.groups().size()).sum();
    }

    private static Map<WindowKind, Joined> join(Collection<Harvest> harvests) {
        Map<WindowKind, Joined> joined = new HashMap<>();
        for (Harvest harvest : harvests) {
            harvest.groups().forEach((kind, group) -> {
                Joined one = joined.computeIfAbsent(kind, unknown -> new Joined());
                one.windows += group.windows();
                one.score = Math.max(one.score, group.score());
                group.best().forEach(one.best::add);
            });
        }
        return joined;
    }

    /**
     * The listed windows, best first.
     *
     * @param windows the windows
     * @param kinds how many windows there are of each kind that is listed, the unlisted ones included, the best kind first
     */
    record Ranked(List<RaceWindow> windows, Map<WindowKind, Long> kinds) {}

    /**
     * Returns the listed windows.
     *
     * @param anchors how often each pattern could have been found
     */
    Ranked rank(Collection<Harvest> harvests, Map<String, Long> anchors) {
        List<Map.Entry<WindowKind, Joined>> all = new ArrayList<>(join(harvests).entrySet());
        for (Map.Entry<WindowKind, Joined> entry : all) {
            long chances = Math.max(1, anchors.getOrDefault(entry.getKey().pattern(), 1L));
            entry.getValue().share = (double) entry.getValue().windows / chances;
        }
        all.sort(Comparator.comparingDouble((Map.Entry<WindowKind, Joined> entry) -> -entry.getValue().score)
                .thenComparingDouble(entry -> entry.getValue().share)
                .thenComparing(entry -> entry.getKey().toString()));
        List<Map.Entry<RaceWindow, Double>> listed = new ArrayList<>();
        Map<WindowKind, Long> counts = new LinkedHashMap<>();
        for (Map.Entry<WindowKind, Joined> entry : all.subList(0, Math.min(kinds, all.size()))) {
            Joined one = entry.getValue();
            counts.put(entry.getKey(), one.windows);
            one.best.sort(Harvest.WORST_FIRST.reversed());
            one.best
                    .subList(0, Math.min(perKind, one.best.size()))
                    .forEach(window -> listed.add(Map.entry(window, one.share)));
        }
        listed.sort(Comparator.comparingDouble(
                        (Map.Entry<RaceWindow, Double> entry) -> -entry.getKey().score())
                .thenComparingDouble(Map.Entry::getValue)
                .thenComparing(entry -> entry.getKey().range().start())
                .thenComparing(entry -> entry.getKey().id()));
        return new Ranked(listed.stream().map(Map.Entry::getKey).toList(), counts);
    }
}
