package racelane.model.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts events that end what never began, a sign that a log lost lines, and says so where they are many. One thread. */
final class Unclosed {
    private static final int FEW = 5;
    private static final int SHARE = 20;

    private final Map<String, Count> byPattern = new TreeMap<>();

    private static final class Count {
        private long unmatched;
        private long closers;
        private long hits;
    }

    void add(String pattern, KeyRun run) {
        if (run.closers() > 0) {
            Count count = byPattern.computeIfAbsent(pattern, unknown -> new Count());
            count.unmatched += run.unmatchedClosers();
            count.closers += run.closers();
            count.hits += run.hits();
        }
    }

    /** Returns a sentence for each number of events, with the patterns that found windows by it. */
    List<String> warnings() {
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        byPattern.forEach((pattern, count) -> {
            boolean many = count.unmatched >= FEW && count.unmatched * SHARE > count.closers;
            if (many && count.hits > 0) {
                patterns.computeIfAbsent(count.unmatched + " of " + count.closers, unknown -> new ArrayList<>())
                        .add("'" + pattern + "'");
            }
        });
        List<String> warnings = new ArrayList<>();
        patterns.forEach(
                (numbers, names) -> warnings.add(
                        String.join(", ", names) + ": " + numbers
                                + " events that should end a window end none; if lines are missing, windows seem longer than they were"));
        return warnings;
    }
}
