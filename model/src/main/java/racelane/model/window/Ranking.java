package racelane.model.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * Keeps the best windows of each group of like ones, and the best groups. Best is: higher score; of equals the one whose group
 * has fewer windows for each opportunity, for what happens every time is likelier harmless; then the earlier.
 */
final class Ranking {
    private static final int SPARE = 8;
    private static final Comparator<RaceWindow> WORST_FIRST = Comparator.comparingDouble(RaceWindow::score)
            .thenComparing(Comparator.comparingLong(
                            (RaceWindow window) -> window.range().start())
                    .reversed())
            .thenComparing(Comparator.comparing(RaceWindow::id).reversed());

    private final int groups;
    private final int perGroup;
    private final Map<String, Group> byName = new HashMap<>();

    /** Like windows. */
    private static final class Group {
        private final String pattern;
        private final PriorityQueue<RaceWindow> best = new PriorityQueue<>(WORST_FIRST);
        private double score;
        private long windows;
        private double share;

        Group(String pattern) {
            this.pattern = pattern;
        }
    }

    Ranking(int groups, int perGroup) {
        this.groups = groups;
        this.perGroup = perGroup;
    }

    /** Offers a window, which is written only when it can be listed. Returns whether it was. */
    boolean offer(String signature, String pattern, double score, long start, Supplier<RaceWindow> writer) {
        Group group = byName.computeIfAbsent(signature, unknown -> new Group(pattern));
        group.windows++;
        group.score = Math.max(group.score, score);
        if (group.best.size() >= perGroup && !beatsWorst(group, score, start)) {
            return false;
        }
        group.best.add(writer.get());
        if (group.best.size() > perGroup) {
            group.best.poll();
        }
        if (byName.size() > (long) groups * SPARE) {
            prune();
        }
        return true;
    }

    private static boolean beatsWorst(Group group, double score, long start) {
        RaceWindow worst = group.best.peek();
        return worst == null
                || score > worst.score()
                || (score == worst.score() && start <= worst.range().start());
    }

    private void prune() {
        List<Map.Entry<String, Group>> all = new ArrayList<>(byName.entrySet());
        all.sort(Comparator.comparingDouble(entry -> -entry.getValue().score));
        all.subList(groups, all.size()).forEach(entry -> byName.remove(entry.getKey()));
    }

    /** Returns the listed windows, best first. */
    List<RaceWindow> windows(Map<String, Long> anchors) {
        List<Group> all = new ArrayList<>(byName.values());
        for (Group group : all) {
            group.share = (double) group.windows / Math.max(1, anchors.getOrDefault(group.pattern, 1L));
        }
        all.sort(Comparator.comparingDouble((Group group) -> -group.score).thenComparingDouble(group -> group.share));
        List<Map.Entry<RaceWindow, Double>> listed = new ArrayList<>();
        for (Group group : all.subList(0, Math.min(groups, all.size()))) {
            group.best.forEach(window -> listed.add(Map.entry(window, group.share)));
        }
        listed.sort(Comparator.comparingDouble(
                        (Map.Entry<RaceWindow, Double> entry) -> -entry.getKey().score())
                .thenComparingDouble(Map.Entry::getValue)
                .thenComparing(entry -> entry.getKey().range().start())
                .thenComparing(entry -> entry.getKey().id()));
        return listed.stream().map(Map.Entry::getKey).toList();
    }
}
