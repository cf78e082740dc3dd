package racelane.importers.races;

import java.util.List;
import java.util.Set;

/**
 * A program with a race, for one built-in pattern.
 *
 * @param pattern the pattern that must find it
 * @param anchor the role that begins its windows: {@code W.start}
 * @param other the role that races with it
 * @param stretch how many times faster than ours the program's clock runs, so that a minute need not be waited for
 * @param round what a thread does again and again to one key; {@code guarded}: the way it should be done
 * @param truth which acts really raced, told from the order of their effects on the data
 */
record Race(String pattern, String anchor, String other, long stretch, Round round, Truth truth) {
    /** A round of a thread. */
    @FunctionalInterface
    interface Round {
        void run(Worker worker, Shared shared, boolean guarded);
    }

    /** Tells from the acts of one run, in the order of their effects, which pairs of acts raced. */
    @FunctionalInterface
    interface Truth {
        Set<Pair> of(List<Act> acts);
    }

    /** Two acts by their numbers, the one that begins the window first. */
    record Pair(String anchor, String other) {
        static Pair of(Act anchor, Act other) {
            return new Pair(Integer.toString(anchor.number), Integer.toString(other.number));
        }

        Pair turned() {
            return new Pair(other, anchor);
        }
    }

    Race(String pattern, String anchor, String other, Round round, Truth truth) {
        this(pattern, anchor, other, 1, round, truth);
    }
}
