package racelane.model.window;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One pattern in one search: where it is looked for, and what it has found. One thread. */
final class MatchTask {
    /** How many sets of sources are told apart; beyond it all sources are taken to have a part in everything. */
    private static final int MOST_SETS = 64;

    private final PatternBasis basis;
    private final Plan plan;
    private final long classes;
    private final boolean partial;
    private final Map<BitSet, Harvest> fresh = new HashMap<>();
    private boolean coarse;

    /**
     * Creates a task.
     *
     * @param classes bits of the classes that the pattern speaks of
     * @param partial whether it is looked for only where a moved source has a part
     */
    MatchTask(PatternBasis basis, Plan plan, long classes, boolean partial) {
        this.basis = basis;
        this.plan = plan;
        this.classes = classes;
        this.partial = partial;
    }

    Plan plan() {
        return plan;
    }

    long classes() {
        return classes;
    }

    /** Tells whether it must be looked for where these sources have a part. */
    boolean concerns(BitSet sources, BitSet moved) {
        return !partial || sources.intersects(moved);
    }

    /** Returns what gathers the finds on keys that these sources speak of. */
    Harvest harvest(BitSet sources, int tables) {
        Harvest known = fresh.get(sources);
        if (known != null) {
            return known;
        }
        BitSet kept = sources;
        if (fresh.size() >= MOST_SETS) {
            coarse = true;
            kept = new BitSet();
            kept.set(0, tables);
        }
        return fresh.computeIfAbsent(kept, Harvest::new);
    }

    /** Returns what this search found. */
    List<Harvest> fresh() {
        return List.copyOf(fresh.values());
    }

    /** Returns what is known of the pattern now, with what was kept from before. */
    SearchMemory.Known known(List<Harvest> kept) {
        List<Harvest> all = new ArrayList<>(kept);
        all.addAll(fresh.values());
        return new SearchMemory.Known(basis, all, coarse);
    }
}
