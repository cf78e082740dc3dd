package racelane.model.window;

import java.util.Comparator;

/**
 * An anchor with its best match.
 *
 * @param cast who plays in it
 * @param verdict how sure it is
 * @param harm whether harm was seen
 * @param count how many matches the anchor has
 * @param exact whether {@code count} is exact and not a lower bound
 * @param start when it starts, ns since the epoch
 */
record Hit(Cast cast, Verdict verdict, boolean harm, long count, boolean exact, long start) {
    /** The best last: surer, then with harm, then earlier. */
    static final Comparator<Hit> WORST_FIRST = Comparator.comparingInt(Hit::rank)
            .thenComparing(Comparator.comparingLong(Hit::start).reversed());

    /** Returns verdict and harm in their weights of {@link Ranking}, as one number. */
    int rank() {
        return rankOf(verdict, harm);
    }

    /** Returns the {@link #rank()} of a hit of this verdict and harm. */
    static int rankOf(Verdict verdict, boolean harm) {
        int weight = switch (verdict) {
            case CERTAIN -> 20;
            case UNCERTAIN -> 10;
            case POSSIBLE -> 5;
        };
        return weight * (harm ? 10 : 6);
    }

    /** Returns the weight of verdict and evidence, 0 to 1. */
    double weight() {
        return rank() / 200.0;
    }
}
