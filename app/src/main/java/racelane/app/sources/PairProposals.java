package racelane.app.sources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;

/**
 * Guesses which events of one source are those of another: the same operation on the same key, as rarely in the one as in the other,
 * the first with the first and the second with the second. Of many, those that agree best on how far the clocks are apart.
 */
final class PairProposals {
    /** How many pairs are proposed. */
    static final int MOST = 12;

    private static final int RARE = 3;
    private static final int PULSE = 1 << 14;

    private PairProposals() {}

    /**
     * A guess.
     *
     * @param own an event of the source whose clock is to be set
     * @param other what may be the same event, of another source
     */
    record Guess(EventRef own, EventRef other) {}

    /** Returns the guesses for the source at {@code table}. Walks over every event: never on the JavaFX thread. */
    static List<Guess> of(Trace trace, int table, Progress progress) {
        Map<Long, List<Integer>> own = rare(trace.tables().get(table), progress);
        List<Guess> best = List.of();
        for (int i = 0; i < trace.tables().size(); i++) {
            if (i != table && trace.tables().get(i).size() > 0) {
                List<Guess> guesses = guesses(trace, table, own, i, progress);
                best = guesses.size() > best.size() ? guesses : best;
            }
        }
        return best;
    }

    private static List<Guess> guesses(
            Trace trace, int table, Map<Long, List<Integer>> own, int other, Progress progress) {
        List<Guess> all = new ArrayList<>();
        rare(trace.tables().get(other), progress).forEach((what, theirs) -> {
            List<Integer> ours = own.getOrDefault(what, List.of());
            if (ours.size() == theirs.size()) {
                for (int i = 0; i < ours.size(); i++) {
                    all.add(new Guess(new EventRef(table, ours.get(i)), new EventRef(other, theirs.get(i))));
                }
            }
        });
        if (all.isEmpty()) {
            return all;
        }
        long[] apart =
                all.stream().mapToLong(guess -> apart(trace, guess)).sorted().toArray();
        long usual = apart[apart.length / 2];
        all.sort(Comparator.comparingLong((Guess guess) -> Math.abs(apart(trace, guess) - usual))
                .thenComparing(Guess::own));
        List<Guess> agreeing = new ArrayList<>(all.subList(0, Math.min(MOST * 4, all.size())));
        agreeing.sort(Comparator.comparingLong(
                guess -> trace.tables().get(table).ownStart(guess.own().row())));
        List<Guess> spread = new ArrayList<>(); // a drift shows between pairs that lie far apart
        int count = Math.min(MOST, agreeing.size());
        for (int i = 0; i < count; i++) {
            spread.add(agreeing.get(count == 1 ? 0 : (int) ((long) i * (agreeing.size() - 1) / (count - 1))));
        }
        return spread;
    }

    private static long apart(Trace trace, Guess guess) {
        return trace.tables().get(guess.other().table()).start(guess.other().row())
                - trace.tables().get(guess.own().table()).ownStart(guess.own().row());
    }

    /** Returns the rows of what happens at most {@value #RARE} times, in order of time, by operation and key. */
    private static Map<Long, List<Integer>> rare(EventTable table, Progress progress) {
        Map<Long, List<Integer>> rows = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            if (row % PULSE == 0) {
                progress.checkCancelled();
            }
            if (table.key(row) != 0) {
                List<Integer> known = rows.computeIfAbsent(
                        ((long) table.name(row) << 32) | table.key(row), what -> new ArrayList<>(2));
                if (known.size() <= RARE) {
                    known.add(row);
                }
            }
        }
        rows.values().removeIf(known -> known.size() > RARE);
        rows.values().forEach(known -> known.sort(Comparator.comparingLong(table::start)));
        return rows;
    }
}
