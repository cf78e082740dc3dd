package racelane.model.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import racelane.model.clock.ClockOrder;

/** Adds up what the patterns of a search found, and says which limits bit. */
final class Tally {
    private final MatchOptions options;
    private final ClockOrder order;
    private final Map<String, List<Harvest>> harvests;

    /**
     * Creates a tally.
     *
     * @param harvests what was found, by pattern, in the order of the patterns
     */
    Tally(MatchOptions options, ClockOrder order, Map<String, List<Harvest>> harvests) {
        this.options = options;
        this.order = order;
        this.harvests = harvests;
    }

    Findings findings(Ranking ranking, LoggedSymptoms symptoms, List<String> warnings) {
        List<Harvest> all = harvests.values().stream().flatMap(List::stream).toList();
        Ranking.Ranked ranked = ranking.rank(all, sums(Harvest::anchors));
        List<RaceWindow> windows = symptoms.linked(ranked.windows());
        long total = all.stream().mapToLong(Harvest::windows).sum();
        List<String> told = new ArrayList<>(warnings);
        if (windows.size() < total) {
            told.add("showing " + windows.size() + " of " + total + " windows (at most " + options.perKey()
                    + " of a pattern on a key, " + options.perGroup() + " of a kind, " + options.groups() + " kinds)");
        }
        long narrow = windows.stream().filter(this::narrow).count();
        if (narrow > 0) {
            told.add(narrow + (narrow == 1 ? " uncertain window is" : " uncertain windows are")
                    + " no wider than two ticks of the clock: finer timestamps would tell");
        }
        told.addAll(Unclosed.warnings(harvests));
        sums(Harvest::cutKeys)
                .forEach((pattern, keys) -> told.add("counts of '" + pattern + "' are lower bounds on " + keys
                        + (keys == 1 ? " key" : " keys") + ": more than " + options.perAnchor() + " candidates"));
        sums(Harvest::overlooked)
                .forEach((pattern, count) -> told.add("'" + pattern + "': " + count
                        + (count == 1 ? " window has" : " windows have") + " more than " + options.perAnchor()
                        + " candidates; a surer match, or one with harm, may be among those that were not looked at"));
        return new Findings(windows, total, windows.size() < total, ranked.kinds(), told);
    }

    /** Returns the sum of a count for each pattern of which it is not 0. */
    private Map<String, Long> sums(ToLongFunction<Harvest> count) {
        Map<String, Long> sums = new LinkedHashMap<>();
        harvests.forEach((pattern, all) -> {
            long sum = all.stream().mapToLong(count).sum();
            if (sum > 0) {
                sums.put(pattern, sum);
            }
        });
        return sums;
    }

    private boolean narrow(RaceWindow window) {
        int source = window.roles().getFirst().event().table();
        return window.verdict() == Verdict.UNCERTAIN && window.range().duration() <= 2 * order.tick(source);
    }
}
