package racelane.model.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

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

    /** Works out how likely a window is to be harmless, and writes it; asked only of windows that may be listed. */
    interface Candidate {
        /** Returns its score, 0 to 1: no more than the highest that was named. */
        double score();

        /** Writes it. */
        RaceWindow window();
    }

    /**
     * Offers a window, whose score is worked out, and which is written, only when it can be listed.
     *
     * @param highest the score that it has at most
     * @param start when it starts, ns since the epoch
     * @return whether it is listed for now
     */
    boolean offer(String signature, String pattern, double highest, long start, Candidate candidate) {
        Group group = byName.computeIfAbsent(signature, unknown -> new Group(pattern));
        group.windows++;
        if (full(group) && !beatsWorst(group, highest, start)) {
            return false;
        }
        double score = candidate.score();
        if (full(group) && !beatsWorst(group, score, start)) {
            return false;
        }
        group.score = Math.max(group.score, score);
        group.best.add(candidate.window());
        if (group.best.size() > perGroup) {
            group.best.poll();
        }
        if (byName.size() > (long) groups * SPARE) {
            prune();
        }
        return true;
    }

    private boolean full(Group group) {
        return group.best.size() >= perGroup;
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
