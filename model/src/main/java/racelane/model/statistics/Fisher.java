package racelane.model.statistics;

/**
 * The exact test of Fisher (1934) for two sets of runs: how likely a difference at least this rare is when both fail at one rate. Works
 * outwards from the most likely table by the ratio of neighbours, so large counts cost little. Stateless; any thread.
 */
public final class Fisher {
    private static final double NEGLIGIBLE = 1e-25;
    private static final double ALIKE = 1e-7;

    private Fisher() {}

    /** Returns the two-sided p: the probability of all tables that are no more likely than this one, as R's fisher.test counts it. */
    public static double twoSided(Runs first, Runs second) {
        return sum(first, second, true);
    }

    /** Returns the one-sided p that {@code second} fails as rarely as it did, or more rarely, if its rate were that of {@code first}. */
    public static double fewer(Runs first, Runs second) {
        return sum(first, second, false);
    }

    /** Weights are relative to the most likely table, whose weight is 1; {@code k} is the failures of the second set. */
    private static double sum(Runs first, Runs second, boolean twoSided) {
        long failures = first.failures() + second.failures();
        long low = Math.max(0, failures - first.total());
        long high = Math.min(failures, second.total());
        double mean = (double) failures * second.total() / ((double) first.total() + second.total());
        long mode = Math.clamp(Math.round(mean), low, high);
        double seen = weight(first.total(), second.total(), failures, mode, second.failures());
        double all = 0;
        double taken = 0;
        for (int direction = -1; direction <= 1; direction += 2) {
            double log = 0;
            for (long k = mode; k >= low && k <= high && Math.exp(log) > NEGLIGIBLE; k += direction) {
                double weight = Math.exp(log);
                boolean counts = twoSided ? weight <= seen * (1 + ALIKE) : k <= second.failures();
                if (direction > 0 || k != mode) {
                    all += weight;
                    taken += counts ? weight : 0;
                }
                log += step(first.total(), second.total(), failures, k, direction);
            }
        }
        return Math.min(1, taken / all);
    }

    /** Returns the weight of the table with {@code k} against that with {@code mode}. */
    private static double weight(long n1, long n2, long failures, long mode, long k) {
        int direction = k < mode ? -1 : 1;
        double log = 0;
        for (long at = mode; at != k && log > Math.log(NEGLIGIBLE); at += direction) {
            log += step(n1, n2, failures, at, direction);
        }
        return Math.exp(log);
    }

    /** Returns the logarithm of P(k + direction) / P(k) for the hypergeometric distribution. */
    private static double step(long n1, long n2, long failures, long k, int direction) {
        long from = direction > 0 ? k : k - 1;
        double up = (double) (n2 - from) * (failures - from);
        double down = (double) (from + 1) * (n1 - failures + from + 1);
        double ratio = Math.log(up) - Math.log(down);
        return direction > 0 ? ratio : -ratio;
    }
}
