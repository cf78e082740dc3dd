package racelane.model.window;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What one pattern found on all keys that one and the same set of sources speaks of. Filled by one search, on one thread; never
 * changed after it, so that the next search may take it over as it is.
 */
final class Harvest {
    /** The worst window first: lower score, of equals the later one. */
    static final Comparator<RaceWindow> WORST_FIRST = Comparator.comparingDouble(RaceWindow::score)
            .thenComparing(Comparator.comparingLong(
                            (RaceWindow window) -> window.range().start())
                    .reversed())
            .thenComparing(Comparator.comparing(RaceWindow::id).reversed());

    private final BitSet sources;
    private final Map<WindowKind, Group> groups = new HashMap<>();
    private long windows;
    private long anchors;
    private long cutKeys;
    private long overlooked;
    private long unmatchedClosers;
    private long closers;

    /** Windows of one kind: the best of them, and how many there are. */
    static final class Group {
        private final PriorityQueue<RaceWindow> best = new PriorityQueue<>(WORST_FIRST);
        private double score;
        private long windows;

        /** Returns the best of them, in no order. */
        Iterable<RaceWindow> best() {
            return best;
        }

        /** Returns the score of the best. */
        double score() {
            return score;
        }

        /** Returns how many there are, those that were not kept included. */
        long windows() {
            return windows;
        }

        /** Takes a window in, whose score is worked out, and which is written, only when it can be among the best {@code most}. */
        private void offer(double highest, long start, int most, Candidate candidate) {
            windows++;
            if (beaten(highest, start, most)) {
                return;
            }
            double ofWindow = candidate.score();
            if (beaten(ofWindow, start, most)) {
                return;
            }
            score = Math.max(score, ofWindow);
            best.add(candidate.window());
            if (best.size() > most) {
                best.poll();
            }
        }

        private boolean beaten(double ofWindow, long start, int most) {
            RaceWindow worst = best.size() < most ? null : best.peek();
            return worst != null
                    && (ofWindow < worst.score()
                            || (ofWindow == worst.score()
                                    && start > worst.range().start()));
        }
    }

    /** Works out how likely a window is to be harmless, and writes it; asked only of windows that may be listed. */
    interface Candidate {
        /** Returns its score, 0 to 1: no more than the highest that was named. */
        double score();

        /** Writes it. */
        RaceWindow window();
    }

    /** Creates an empty one for the keys of these sources, by their index in the trace. */
    Harvest(BitSet sources) {
        this.sources = sources;
    }

    BitSet sources() {
        return sources;
    }

    /** Adds what a run over one key counted. */
    void add(long hits, long ofAnchors, boolean counted, long missed) {
        windows += hits;
        anchors += ofAnchors;
        cutKeys += counted ? 0 : 1;
        overlooked += missed;
    }

    /** Adds how many events that should end a window there were, and how many of them end none. */
    void closes(long unmatched, long all) {
        unmatchedClosers += unmatched;
        closers += all;
    }

    /**
     * Takes a window in.
     *
     * @param highest the score that it has at most
     * @param start when it starts, ns since the epoch
     * @param most how many of a kind are kept
     * @return whether it is the first of its kind here
     */
    boolean offer(WindowKind kind, double highest, long start, int most, Candidate candidate) {
        Group known = groups.get(kind);
        Group group = known == null ? new Group() : known;
        if (known == null) {
            groups.put(kind, group);
        }
        group.offer(highest, start, most, candidate);
        return known == null;
    }

    Map<WindowKind, Group> groups() {
        return groups;
    }

    /** Returns how many windows were found. */
    long windows() {
        return windows;
    }

    /** Returns how many times the pattern could have been found. */
    long anchors() {
        return anchors;
    }

    /** Returns on how many keys the counts are lower bounds. */
    long cutKeys() {
        return cutKeys;
    }

    /** Returns of how many anchors a better match may exist than the one that was kept. */
    long overlooked() {
        return overlooked;
    }

    /** Returns how many events that should end a window end none. */
    long unmatchedClosers() {
        return unmatchedClosers;
    }

    /** Returns how many events there are that should end a window. */
    long closers() {
        return closers;
    }
}
