package racelane.model.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says where many events end what never began, a sign that a log lost lines. */
final class Unclosed {
    private static final int FEW = 5;
    private static final int SHARE = 20;

    private Unclosed() {}

    /** Returns a sentence for each number of events, with the patterns that found windows by it. */
    static List<String> warnings(Map<String, List<Harvest>> harvests) {
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        new TreeMap<>(harvests).forEach((pattern, all) -> {
            long unmatched = all.stream().mapToLong(Harvest::unmatchedClosers).sum();
            long closers = all.stream().mapToLong(Harvest::closers).sum();
            boolean many = unmatched >= FEW && unmatched * SHARE > closers;
            if (many && all.stream().anyMatch(harvest -> harvest.windows() > 0)) {
                patterns.computeIfAbsent(unmatched + " of " + closers, unknown -> new ArrayList<>())
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
